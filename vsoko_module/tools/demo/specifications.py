"""Tests (КИМ) of the demonstration school: tasks with their levels, codes and scale of marks."""

from typing import NamedTuple

_LEVELS = {"Б": "basic", "П": "advanced", "В": "high"}
# how hard a task of a level is on the scale of the hidden level of pupils
_HARDNESS = {"Б": -1.0, "П": 0.15, "В": 0.9}


class DemoTask(NamedTuple):
    """`hardness` and `sharpness` say how the answers depend on the hidden level of a pupil."""

    number: str
    max_score: int
    level: str
    elements: tuple
    skills: tuple
    part: str
    hardness: float
    sharpness: float


class DemoSpecification(NamedTuple):
    """`borders` are the least points of the marks 2, 3, 4, 5, empty for a work without marks;
    `scale` is the XML id of a shipped scale that is applied instead; `parent` is the key of the
    version that this one corrects."""

    key: str
    name: str
    subject: str
    grade: int
    tasks: tuple
    borders: tuple = ()
    scale: str = ""
    state: str = "approved"
    parent: str = ""
    variants: int = 2
    duration: int = 45


def _tasks(text):
    """Read lines «number max level elements skills [part] [shift of hardness] [sharpness]».

    Codes are joined by commas, «-» stands for none.
    """
    return tuple(_task(*line.split()) for line in text.splitlines() if line)


def _task(number, maximum, level, elements, skills, part="-", shift="0", sharpness="1.6"):
    return DemoTask(
        number,
        int(maximum),
        _LEVELS[level],
        _codes(elements),
        _codes(skills),
        "" if part == "-" else part,
        _HARDNESS[level] + float(shift),
        float(sharpness),
    )


def _codes(text):
    return () if text == "-" else tuple(text.split(","))


# in the first version of the initial test the key of task 6 was wrong and task 9 told nobody apart
_MATH_5_FIRST = """
1 1 Б 1.1 1.1 - -0.6
2 1 Б 1.2 1.1 - -0.4
3 1 Б 1.2 1.1
4 1 Б 2.1 1.1 - 0.3
5 1 Б 3.1 2.2
6 1 Б 4.1 3.1 - 0.6 -0.5
7 2 П 3.1 2.2
8 2 П 2.1 1.1,2.1 - 0.4
9 1 Б 5.1 4.1 - 0.2 0.1
10 2 П 4.1 3.1 - 0.3
11 2 В 1.3 3.2 - 0.3
"""
_MATH_5 = """
1 1 Б 1.1 1.1 - -0.6
2 1 Б 1.2 1.1 - -0.4
3 1 Б 1.2 1.1
4 1 Б 2.1 1.1 - 0.5
5 1 Б 3.1 2.2
6 1 Б 4.1 3.1
7 2 П 3.1 2.2
8 2 П 2.1 1.1,2.1 - 0.7
9 1 Б 5.1 4.1 - -0.3
10 2 П 4.1 3.1 - 0.3
11 2 В 1.3 3.2 - 0.3
"""
_MATH_5_FINAL = """
1 1 Б 2.1 1.1 - -0.2
2 1 Б 2.2 1.1 - -0.4
3 1 Б 2.2 1.1
4 1 Б 2.3 1.1 - 0.7
5 1 Б 3.2 2.2 - 0.3
6 1 Б 4.1 3.1
7 2 П 3.1 2.2
8 2 П 3.2 2.2 - 0.5
9 1 Б 5.1 4.1 - -0.4
10 2 П 4.2 3.1 - 0.2
11 2 В 1.3 3.2 - 0.3
"""
_MATH_6_VPR = """
1 1 Б 2.1 1.1 - -0.3
2 1 Б 2.2 1.1 - -0.3
3 1 Б 2.3 1.1 - 0.5
4 1 Б 2.1 1.1 - 0.3
5 1 Б 5.1 4.1 - -0.6
6 1 Б 5.1 4.1 - -0.4
7 1 П 1.2 2.1
8 1 Б 1.1 1.1
9 2 П 2.1 1.1 - 0.3
10 1 Б 4.1 3.2 - 0.4
11 2 П 3.2 2.2 - 0.4
12 1 П 4.1 3.1
13 2 В 1.3 3.2 - 0.6
"""
_ALGEBRA_7 = """
1 1 Б 1.1 1.1 - -0.4
2 1 Б 1.3 1.1
3 1 Б 2.1 1.2 - -0.2
4 1 Б 2.1 1.2 - 0.3
5 2 П 3.1 2.1
6 2 П 1.3 2.2 - 0.4
7 2 П 2.2 1.2 - 0.5
8 2 В 3.1 2.2,3.2
"""
_ALGEBRA_8 = """
1 1 Б 1.2 1.1 - -0.2
2 1 Б 1.2 1.2 - 0.2
3 1 Б 2.3 1.2 - 0.6
4 1 Б 3.1 2.1 - -0.2
5 2 П 3.1 2.1
6 2 П 3.1 2.2 - 0.4
7 2 П 5.1 4.1
8 2 В 3.3 2.1,3.2
"""
_ALGEBRA_9 = """
1 1 Б 1.1 1.1 - -0.5
2 1 Б 1.2 1.1
3 1 Б 2.2 1.2
4 1 Б 3.1 2.1 - -0.3
5 1 Б 3.3 2.1 - 0.5
6 1 Б 5.1 4.1
7 2 П 3.2 2.1
8 2 П 2.3 1.2 - 0.3
9 2 П 3.1 2.2 - 0.5
10 2 В 5.1 3.2 - 0.2
"""
_EXAM_MATH = """
1 1 Б 5.1 4.1 - -0.6
2 1 Б 1.1 2.2 - -0.3
3 1 Б 7.4 2.2 - 0.4
4 1 Б 7.4 2.2 - 0.6
5 1 Б 1.3 2.2 - 0.9
6 1 Б 1.1 1.1 - -0.4
7 1 Б 6.1 1.1 - -0.3
8 1 Б 1.2 1.2 - 0.2
9 1 Б 3.1 2.1 - -0.1
10 1 Б 8.2 2.2 - -0.2
11 1 Б 5.1 4.1
12 1 Б 2.1 1.1 - 0.1
13 1 Б 3.3 2.1 - 0.2
14 1 Б 4.1 2.2 - 0.4
15 1 Б 7.1 3.1 геометрия -0.3
16 1 Б 7.3 3.1 геометрия 0.4
17 1 Б 7.2 3.1 геометрия 0.1
18 1 Б 7.4 3.1 геометрия -0.3
19 1 Б 7.1 3.2 геометрия 0.2
20 2 П 2.2,3.1 1.2,2.1 - 0.4
21 2 П 3.1 2.2 - 0.7
22 2 В 5.1 4.1 - 0.4
23 2 П 7.1 3.1 геометрия 0.8
24 2 П 7.2 3.2 геометрия 1.1
25 2 В 7.3 3.2 геометрия 1.2
"""
_EXAM_RUSSIAN = """
ИК1 2 Б 6.1 3.1 - -0.6
ИК2 3 Б 6.1 3.1 - -0.1
ИК3 2 Б 6.2 3.2 - -0.2
2 1 П 4.1 1.2 - -0.2
3 1 П 5.4 2.2 - 0.2
4 1 П 4.2 1.2 - -0.4
5 1 П 5.1 2.1 - 0.1
6 1 Б 6.1 3.1
7 1 Б 2.2 1.1 - 0.2
8 1 Б 2.2 1.1 - -0.3
СК1 2 П 6.2 3.2 - -0.7
СК2 3 П 6.2 3.2 - -0.4
СК3 2 П 6.2 3.2 - -0.4
СК4 2 П 6.2 3.2 - -0.6
ГК1 3 Б 5.1,5.2 2.1 ГК 0.4
ГК2 3 Б 5.4 2.2 ГК 0.6
ГК3 3 Б 6.2 2.3 ГК 0.1
ГК4 3 Б 6.2 2.3 ГК -0.2
ФК1 2 Б 6.1 3.1 - -0.8
"""
_RUSSIAN_4_VPR = """
1К1 4 Б 5.2 2.1 - 0.1
1К2 3 Б 5.4 2.2 - -0.3
2 3 Б 4.2 1.2 - 0.2
3.1 1 Б 4.1 1.2 - -0.5
3.2 3 Б 3.1 1.1
4 2 Б 1.1 1.1
5 1 Б 2.2 1.1 - -0.3
6 2 П 6.1 3.1 - -0.3
7 3 П 6.1 3.2 - 0.2
8 1 Б 2.2 1.1 - -0.2
9 1 Б 2.1 1.1 - 0.3
"""
_RUSSIAN_5 = """
1 2 Б 5.1 2.1
2 2 Б 5.2 2.1 - 0.2
3 2 Б 5.4 2.2 - 0.4
4 1 Б 1.1 1.1 - -0.3
5 1 Б 2.1 1.1
6 2 П 3.1 1.1
7 2 П 4.1 1.2 - 0.2
8 3 П 6.1 3.1,3.2
"""
_RUSSIAN_6 = """
1 2 Б 5.1 2.1
2 2 Б 5.2 2.1 - 0.7
3 2 Б 5.4 2.2 - 0.3
4 1 Б 1.1 1.1 - -0.4
5 1 Б 2.1 1.1
6 2 П 3.2 1.1 - 0.2
7 2 П 4.3 1.2 - 0.6
8 3 П 6.1 3.1,3.2
"""
_METASUBJECT_4 = """
1 1 Б 1.1 1.1 - -0.7
2 1 Б 1.1 1.1 - -0.4
3 2 Б 1.2 1.2 - 0.2
4 1 Б 2.1 1.1
5 2 П 2.1 1.1,1.2 - 0.2
6 1 Б 1.2 2.1 - -0.2
7 2 П 1.3 1.2 - 0.3
8 2 П 1.3 3.1 - 0.1
"""
_PHYSICS_7 = """
1 1 Б - - - -0.5
2 1 Б - -
3 1 Б - - - -0.2
4 1 Б - - - 0.4
5 2 П - -
6 2 П - - - 0.3
7 3 В - -
"""
_FIFTEEN = (0, 6, 9, 13)

SPECIFICATIONS = (
    DemoSpecification("math5_first", "Математика 5. Входная работа", "math", 5,
                      _tasks(_MATH_5_FIRST), _FIFTEEN),
    DemoSpecification("math5", "Математика 5. Входная работа", "math", 5, _tasks(_MATH_5), _FIFTEEN,
                      parent="math5_first"),
    DemoSpecification("math5_half", "Математика 5. Промежуточная работа", "math", 5,
                      _tasks(_MATH_5), _FIFTEEN),
    DemoSpecification("math5_final", "Математика 5. Итоговая работа", "math", 5,
                      _tasks(_MATH_5_FINAL), _FIFTEEN),
    DemoSpecification("math6_vpr", "ВПР 2026. Математика, 6 класс", "math", 6, _tasks(_MATH_6_VPR),
                      scale="scale_vpr_math_6"),
    DemoSpecification("alg7", "Алгебра 7. Выражения и уравнения", "alg", 7, _tasks(_ALGEBRA_7),
                      (0, 4, 7, 10), variants=4),
    DemoSpecification("alg8", "Алгебра 8. Квадратные уравнения", "alg", 8, _tasks(_ALGEBRA_8),
                      (0, 4, 7, 10)),
    DemoSpecification("alg9", "Алгебра 9. Повторение и входной контроль", "alg", 9,
                      _tasks(_ALGEBRA_9), (0, 5, 8, 12)),
    DemoSpecification("oge_math", "ОГЭ 2026. Математика", "math", 9, _tasks(_EXAM_MATH),
                      scale="scale_oge_math_2026", variants=1, duration=235),
    DemoSpecification("oge_rus", "ОГЭ 2026. Русский язык", "rus", 9, _tasks(_EXAM_RUSSIAN),
                      scale="scale_oge_rus_2026", variants=1, duration=235),
    DemoSpecification("rus4_vpr", "ВПР 2026. Русский язык, 4 класс", "rus", 4,
                      _tasks(_RUSSIAN_4_VPR), scale="scale_vpr_rus_4"),
    DemoSpecification("rus5", "Русский язык 5. Диагностика при переходе в 5 класс", "rus", 5,
                      _tasks(_RUSSIAN_5), (0, 6, 9, 13)),
    DemoSpecification("rus6", "Русский язык 6. Входная работа", "rus", 6, _tasks(_RUSSIAN_6),
                      (0, 6, 9, 13)),
    DemoSpecification("meta4", "Комплексная работа на основе единого текста, 4 класс", "lit_read",
                      4, _tasks(_METASUBJECT_4)),
    DemoSpecification("phys7", "Физика 7. Первоначальные сведения", "phys", 7, _tasks(_PHYSICS_7),
                      (0, 4, 6, 9)),
    DemoSpecification("math6", "Математика 6. Полугодовая работа", "math", 6, _tasks(_MATH_5_FINAL),
                      _FIFTEEN, state="expertise"),
    DemoSpecification("alg8_draft", "Алгебра 8. Неравенства", "alg", 8, _tasks(_ALGEBRA_8),
                      (0, 4, 7, 10), state="draft"),
)  # fmt: skip

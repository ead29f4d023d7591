"""Achievements of pupils: a list of events, or the protocol of a stage of the national olympiad."""

import re
from datetime import date
from typing import NamedTuple

from ..accounting import UNKEPT
from ..cells import BadValue, parse_date
from ..layout import Asked, Extract, Layout
from ..listing import Listing
from ..names import ClassName, clean, fold
from ..people_headings import LEADERS, PARTICIPANTS, PARTS
from ..pupil_values import level_in
from ..register_values import parse_event_level, parse_event_result
from ..titles import read_titles

KEY = "achievements"
LABELS = {
    "name": "ФИО",
    "class_name": "Класс",
    "event": "Мероприятие",
    "subject": "Предмет",
    "level": "Уровень",
    "result": "Результат",
    "day": "Дата",
    "organiser": "Организатор",
    "teacher": "Учитель-наставник",
}
ALIASES = {
    "name": PARTICIPANTS,
    **PARTS,
    "class_name": ("класс", "класс обучения"),
    "event": (
        "мероприятие",
        "название мероприятия",
        "олимпиада",
        "конкурс",
        "наименование",
        "наименование мероприятия",
        "название конкурса",
        "наименование конкурса",
        "название олимпиады",
        "название конкурса олимпиады",
        "название олимпиады конкурса",
        "конкурс олимпиада",
    ),
    "subject": ("предмет", "учебный предмет"),
    "level": ("уровень", "этап", "уровень мероприятия"),
    "result": (
        "результат",
        "статус",
        "статус участника",
        "тип диплома",
        "результат участия",
        "статус победитель призер участник",
        "статус победитель призер",
        "статус диплома",
        "итог",
        "место",
        "занятое место",
        "достижение",
    ),
    "day": ("дата", "дата проведения", "дата мероприятия", "дата участия"),
    "organiser": ("организатор",),
    "teacher": (*LEADERS, "учитель наставник", "наставник", "педагог наставник", "подготовил"),
}
REQUIRED = (("name", "surname"), "class_name", "result", ("event", "subject"))
POINTS = (
    "балл",
    "баллы",
    "количество баллов",
    "кол во баллов",
    "набранный балл",
    "итоговый балл",
    "сумма баллов",
    "максимальный балл",
    "процент выполнения",
    "рейтинг",
)
LISTING = Listing(LABELS, ALIASES, required=REQUIRED, ignored={UNKEPT: POINTS})
NATIONAL = re.compile(r"всош|всероссийск\w* олимпиад")
DAY = re.compile(r"(?<!\d)\d{1,2}(?:\.\d{1,2}\.|\s+[а-яё]{3,8}\s+)20\d\d", re.IGNORECASE)
NATIONAL_NAME = "Всероссийская олимпиада школьников"


class AchievementRow(NamedTuple):
    """What one pupil achieved; ``level`` and ``result`` are codes of ``register_values``.

    ``day``: of the row, else of the lines above; None when neither says it, so that people do.
    ``is_national``: a stage of the national olympiad; its name is ``event`` where none is written.
    """

    sheet: str
    row: int
    name: str
    class_name: ClassName
    event: str
    subject: str
    level: str
    result: str
    day: date | None
    organiser: str
    teacher: str
    is_national: bool


def extract(sheets, today):
    reader = LISTING.reader(sheets, today)
    titles = read_titles(reader.above)
    above = " ".join(clean(cell) for row in reader.above for cell in row)
    rows = reader.records(lambda reader, number: _achievement(reader, number, titles, above))
    return Extract(KEY, titles, rows, tuple(reader.problems))


def _achievement(reader, number, titles, above):
    event = reader.text("event")
    is_national = bool(NATIONAL.search(fold(event or above)))
    if not event and not is_national:
        reader.problem("missing_value", "event", field=f"«{LABELS['event']}»")
    level = reader.value("level", parse_event_level)
    if reader.ok and not (level := level or level_in(above)):
        reader.problem("no_level", "level")
    result = reader.value("result", parse_event_result)
    if reader.ok and not result:
        reader.problem("missing_value", "result", field=f"«{LABELS['result']}»")
    day = reader.date("day", optional=True) or titles.day or _day_in(above)
    row = AchievementRow(
        reader.sheet.name,
        number,
        name=reader.person(),
        class_name=reader.class_name(),
        event=event or NATIONAL_NAME,
        subject=reader.text("subject"),
        level=level,
        result=result,
        day=day,
        organiser=reader.text("organiser"),
        teacher=reader.text("teacher"),
        is_national=is_national,
    )
    if reader.ok:
        yield row


def _day_in(text):
    """The first day that the lines above a protocol name, or None."""
    for found in DAY.finditer(text):
        try:
            return parse_date(found[0])
        except BadValue:
            continue
    return None


LAYOUT = Layout(
    KEY,
    title="Achievements of pupils",
    order=60,
    recognise=LISTING.recognise,
    extract=extract,
    loader="achievements",
    asks=frozenset({Asked.DAY}),
)

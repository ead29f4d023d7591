"""A work of ten pupils in two classes; the points are the test vector of item analysis."""

from dataclasses import replace
from datetime import date

from tools.analysis import Pupil, Task, Work

VECTOR = ["11123", "11122", "11112", "11011", "11010", "10101", "10010", "01000", "10000", "00000"]
MARKS = (5, 5, 4, 3, 3, 3, 2, 2, 2, 2)
JOURNAL = (5, 4, 5, 3, 4, 3, 3, None, 2, 3)
ADDING = ("1.2", "Сложение")
WORDS = ("2.10", "Задачи")
SKILL = ("3", "Решать")


def work(**changes):
    """5А has the first six pupils, 5Б the others and one who was absent."""
    tasks = (
        Task("1", 1, "basic", "Базовый", (ADDING,), (SKILL,)),
        Task("2", 1, "basic", "Базовый", (ADDING,)),
        Task("3", 1, "basic", "Базовый", (WORDS,)),
        Task("4", 2, "advanced", "Повышенный", (WORDS,)),
        Task("5", 3, "high", "Высокий", (("1.10", "Дроби"),)),
    )
    pupils = [
        Pupil(
            key=place,
            name=f"Ученик {place}",
            class_name="5А" if place < 6 else "5Б",
            teacher="Орлова А. П." if place < 6 else "Котова М. И.",
            points=tuple(map(int, row)),
            score=sum(map(int, row)),
            mark=mark,
            journal=journal,
        )
        for place, (row, mark, journal) in enumerate(zip(VECTOR, MARKS, JOURNAL, strict=True))
    ]
    pupils.append(Pupil(10, "Ученик 10", "5Б", attendance="absent"))
    made = Work(
        "Десятичные дроби",
        date(2025, 10, 1),
        8,
        tasks,
        tuple(pupils),
        bands=((0, 2), (3, 3), (5, 4), (7, 5)),
    )
    return replace(made, **changes)


def values(table):
    """Rows of a frozen table as plain values."""
    return [
        [cell["value"] if isinstance(cell, dict) else cell for cell in row] for row in table["rows"]
    ]

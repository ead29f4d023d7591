"""Invented surveys of the demonstration school and what people answer in them."""

from datetime import date
from random import Random
from typing import NamedTuple

# how often people choose an answer, from the best one to the worst
_WEIGHTS = (34, 36, 16, 9, 5)
_UNSURE = 0.05
# how many of a class hand their answers in
_RATES = (0.6, 0.9)


class Survey(NamedTuple):
    """``questionnaire`` is the name of a shipped one; ``grades`` are asked, empty: the staff;
    ``mood`` is the share of those who are happy with everything."""

    name: str
    questionnaire: str
    year: int
    grades: tuple
    date_start: date | None
    date_end: date | None
    mood: float


SURVEYS = (
    Survey("Анкетирование родителей, весна", "parents", 0, (4, 7, 9),
           date(2026, 4, 6), date(2026, 4, 19), 0.1),
    Survey("Анкетирование учащихся, весна", "pupils", 0, (7, 9),
           date(2026, 4, 6), date(2026, 4, 19), 0.05),
    Survey("Культура безопасности, весна", "safety", 0, (6, 8),
           date(2026, 4, 13), date(2026, 4, 24), 0.3),
    Survey("Анкетирование педагогов, весна", "teachers", 0, (),
           date(2026, 4, 6), date(2026, 4, 19), 0.1),
    Survey("Анкетирование родителей, осень", "parents", 1, (4, 7, 9),
           date(2026, 10, 5), date(2026, 10, 18), 0.2),
    Survey("Анкетирование учащихся, осень", "pupils", 1, (7, 9),
           date(2026, 10, 5), date(2026, 10, 18), 0.1),
)  # fmt: skip
# what is asked in the days the demonstration is looked at, so without days of its own
ASKED_NOW = (
    Survey("Анкетирование родителей, зима", "parents", 1, (2, 5, 9), None, None, 0.2),
    Survey("Анкетирование педагогов, зима", "teachers", 1, (), None, None, 0.2),
)
# the first few of the first group have answered
ANSWERED_NOW = 6
WORDS = (
    "Спасибо классным руководителям за внимание к детям.",
    "Хотелось бы больше кружков во второй половине дня.",
    "В столовой не хватает времени, чтобы спокойно поесть.",
    "Заранее предупреждайте о проверочных работах.",
    "На сайте трудно найти расписание.",
)


def replies(survey, place, expected, items):
    """What the people of one group answer.

    :param place: the group's place in the survey
    :param items: ``[(key of the item, [(key of the option, points or None)])]``
    :return: a list of people, each ``[(key of the item, key of the option)]``
    """
    random = Random(f"{survey.name} {survey.year} {place}")
    return [
        [(item, _choice(random, options, survey.mood)) for item, options in items]
        for _person in range(round(expected * random.uniform(*_RATES)))
    ]


def _choice(random, options, mood):
    known = sorted(
        (option for option in options if option[1] is not None), key=lambda option: -option[1]
    )
    unsure = [option for option in options if option[1] is None]
    if unsure and random.random() < _UNSURE:
        return unsure[0][0]
    if random.random() < mood:
        return known[0][0]
    weights = [*_WEIGHTS, *[_WEIGHTS[-1]] * len(known)][: len(known)]
    return random.choices([key for key, _points in known], weights)[0]

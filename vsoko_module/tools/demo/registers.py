"""Lines of the registers of pupils of the demonstration school, by the keys of people."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random
from statistics import fmean
from typing import NamedTuple

SEED = 602
# the day of each examination, of the studies of upbringing and of the first day of programmes
EXAMINED = (date(2025, 10, 9), date(2026, 10, 8))
STUDIED = ((date(2025, 10, 20), date(2026, 5, 12)), (date(2026, 10, 19),))
CERTIFICATES = date(2026, 6, 25)
# first days of the weeks whose absences a journal reports, by school years
REPORTED = (
    (date(2025, 9, 1), date(2025, 11, 5), date(2026, 1, 12), date(2026, 4, 6)),
    (date(2026, 9, 1),),
)
# the week of a term in which journals name who was absent: (year, term, first day)
NAMED = ((0, 4, date(2026, 5, 11)), (1, 1, date(2026, 10, 5)))
# of pupils who did worse than in the term before and of the others: how likely to be absent
_ABSENT = (0.7, 0.1)
# name, kind, direction, grades, whether by interests, whether all requirements are met
PROGRAMMES = (
    ("Робототехника", "extra", "technical", range(5, 9), True, True),
    ("Юный исследователь", "extra", "science", range(3, 7), True, True),
    ("Волейбол", "extra", "sport", range(7, 12), True, True),
    ("Хоровая студия", "extra", "art", range(1, 6), False, True),
    ("Школьный музей", "extra", "tourism", range(6, 10), True, False),
    ("Функциональная грамотность", "extracurricular", False, range(5, 10), False, True),
    ("Проектная мастерская", "extracurricular", False, range(8, 12), True, True),
)
# event, kind, level, month and day, how many pupils, how many of them won
EVENTS = (
    ("Школьный этап ВсОШ", "national_olympiad", "school", (9, 30), 40, 12),
    ("Муниципальный этап ВсОШ", "national_olympiad", "municipal", (11, 18), 14, 5),
    ("Региональный этап ВсОШ", "national_olympiad", "regional", (1, 22), 4, 1),
    ("Конкурс чтецов «Живая классика»", "contest", "municipal", (3, 3), 6, 2),
    ("Конференция «Шаг в будущее»", "conference", "regional", (4, 15), 5, 2),
    ("Президентские состязания", "sport", "municipal", (5, 6), 8, 8),
)


class Achieved(NamedTuple):
    event: str
    kind: str
    level: str
    day: date
    pupil: int
    result: str


class Registers:
    """What happened to the pupils of a generated school; the same school gives the same."""

    def __init__(self, school, today):
        self._random = Random(SEED)
        self._school = school
        self._today = today

    def pupils_on(self, day, grades=range(1, 12)):
        """Return [(key of a pupil, key of the class)] of a day, in the order of keys."""
        return sorted(
            (stay.pupil, stay.school_class)
            for stay in self._school.stays
            if stay.date_from <= day
            and (stay.date_to is None or stay.date_to > day)
            and self._school.classes[stay.school_class].grade in grades
        )

    def achievements(self):
        """Return [`Achieved`] of the events up to today."""
        found = []
        for year in self._school.years:
            for name, kind, level, (month, number), size, winners in EVENTS:
                day = date(year.date_start.year + (month < 9), month, number)
                if day > self._today:
                    continue
                there = self._random.sample(self.pupils_on(day, range(4, 12)), size)
                for place, (pupil, _class) in enumerate(sorted(there)):
                    result = "participant"
                    if place < winners:
                        result = "winner" if place % 3 == 0 else "prize"
                    found.append(Achieved(name, kind, level, day, pupil, result))
        return [*found, *self._achievement_of_the_family(found)]

    def _achievement_of_the_family(self, found):
        """The family that has an account sees a prize on its page, too."""
        eldest = self._school.family[-1]
        if not found or any(one.pupil == eldest for one in found):
            return []
        return [one._replace(pupil=eldest) for one in found if one.result == "prize"][:1]

    def attendance(self, year, grades):
        """Return the keys of the pupils of a programme of a year: every third of its grades."""
        day = self._school.years[year].date_start + timedelta(days=14)
        there = [pupil for pupil, _class in self.pupils_on(day, grades)]
        return sorted(self._random.sample(there, len(there) // 3))

    def findings(self, year):
        """Return [(pupil, values)] of the examination of a year."""
        return [(pupil, self._finding()) for pupil, _class in self.pupils_on(EXAMINED[year])]

    def _finding(self):
        if self._random.random() < 0.03:
            return {"is_examined": False}
        group = self._random.choices("1234", (20, 58, 20, 2))[0]
        return {
            "health_group": group,
            "pe_group": "main" if group in "12" else "preparatory",
            "has_vision": self._random.random() < 0.22,
            "has_posture": self._random.random() < 0.15,
            "is_often_ill": self._random.random() < 0.08,
        }

    def absences(self):
        """Return [(class, first day, reason, days)] of the classes of each reported week."""
        return [
            (school_class, day, reason, days)
            for days_of_year in REPORTED
            for day in days_of_year
            for school_class in sorted({one for _pupil, one in self.pupils_on(day)})
            for reason, days in (
                ("illness", self._random.randint(8, 30)),
                ("unexcused", self._random.randint(0, 3)),
            )
            if days
        ]

    def missed(self):
        """Return [(pupil, first day, days)] of the weeks whose absences are known by name: who did
        worse than in the term before was absent more often, and a study of factors sees it."""
        chance, found = Random(SEED), []
        for year, term, day in NAMED:
            now = self.means(year, term)
            before = self.means(year, term - 1) if term > 1 else self.means(year - 1, 4)
            for pupil in sorted(now.keys() & before.keys()):
                likely = _ABSENT[now[pupil] >= before[pupil]]
                if chance.random() < likely:
                    found.append((pupil, day, chance.randint(1, 5)))
        return found

    def means(self, year, term):
        """Return {pupil: mean of the marks of a quarter}."""
        values = defaultdict(list)
        for mark in self._school.marks:
            if mark.year == year and mark.term == ("quarter", term) and mark.value:
                values[mark.pupil].append(mark.value)
        return {pupil: fmean(own) for pupil, own in values.items()}

    def studies(self):
        """Return [(class, kind, day, (high, middle, low))], of all pupils of the class."""
        found = []
        for day in (day for days in STUDIED for day in days):
            sizes = {}
            for _pupil, school_class in self.pupils_on(day):
                sizes[school_class] = sizes.get(school_class, 0) + 1
            for school_class, size in sorted(sizes.items()):
                for kind in ("upbringing", "development"):
                    low = min(self._random.randint(1, 5), size // 4)
                    high = self._random.randint(size // 4, size // 2)
                    found.append((school_class, kind, day, (high, size - high - low, low)))
        return found

    def graduates(self):
        """Return [(pupil, grade, destination)] of those who finished in the first year."""
        found = []
        for stay in self._school.stays:
            if stay.reason != "graduated":
                continue
            grade = self._school.classes[stay.school_class].grade
            ways = ("spo", "grade10_other", "unknown") if grade == 9 else (
                "university", "university", "spo", "work", "army", "unknown")  # fmt: skip
            found.append((stay.pupil, grade, self._random.choice(ways)))
        return found

    def some(self, day, count, grades=range(5, 12)):
        """Return the keys of some pupils of a day."""
        return [pupil for pupil, _class in self._random.sample(self.pupils_on(day, grades), count)]

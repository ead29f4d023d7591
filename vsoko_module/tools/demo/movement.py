"""Pupils who come, leave and move between parallel classes during a school year."""

from datetime import date, timedelta

from .records import Stay

# (arrivals, departures, moves) of a whole year and of the year that has just begun
_YEAR, _BEGUN = (9, 8, 6), (4, 3, 2)
_DESTINATIONS = (
    "школа № 12", "лицей № 3", "гимназия № 5", "переезд в другой город", "семейное образование",
)  # fmt: skip
_LAST_DAYS = (date(2026, 5, 15), date(2026, 11, 16))


class Movement:
    def __init__(self, random, builder):
        self._random = random
        self._builder = builder

    def happen(self, year, classes):
        """Change the stays of a year after its first day."""
        arrivals, departures, moves = _BEGUN if year else _YEAR
        for _time in range(departures):
            self._leave(year, classes)
        for _time in range(moves):
            self._move(year, classes)
        for _time in range(arrivals):
            self._come(year, classes)

    def _leave(self, year, classes):
        stay = self._some_stay(classes)
        stay.date_to, stay.reason = self._day(year), "left"
        stay.destination = self._random.choice(_DESTINATIONS)

    def _move(self, year, classes):
        stay = self._some_stay(classes)
        old = self._builder.school.classes[stay.school_class]
        target = classes[old.grade, "Б" if old.letter == "А" else "А"]
        stay.date_to, stay.reason = self._day(year), "transfer"
        self._builder.school.stays.append(Stay(stay.pupil, target.key, stay.date_to))

    def _come(self, year, classes):
        school_class = self._random.choice(list(classes.values()))
        pupil = self._builder.new_pupil(school_class.grade, year)
        self._builder.enrol(pupil, school_class, self._day(year))

    def _some_stay(self, classes):
        keys = {school_class.key for school_class in classes.values()}
        return self._random.choice(
            [
                stay
                for stay in self._builder.school.stays
                if stay.school_class in keys and stay.date_to is None
            ]
        )

    def _day(self, year):
        """Return some weekday of the year, the first two weeks left out."""
        first = self._builder.school.years[year].date_start + timedelta(days=14)
        day = first + timedelta(days=self._random.randrange((_LAST_DAYS[year] - first).days))
        return day - timedelta(days=max(day.weekday() - 4, 0))

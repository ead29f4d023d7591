from collections import defaultdict
from typing import NamedTuple

from ....tools.absences import Missed, count_twice, meet
from ....tools.readers.missed_days import REASONS
from ....tools.school_days import count_school_days
from .pupil_lines import LinesLoader


class Kept(NamedTuple):
    """Days that are counted already: by a line of the register, or by an earlier row.

    ``key``: by what the loader knows the line, () of a row; ``name``: of the line, for people.
    """

    missed: Missed
    key: tuple
    name: str


class AbsencesLoader(LinesLoader):
    """Lines about missed days; a row that would count a day twice is an error of that row."""

    model = "vsoko.absence"

    def plan(self):
        self._of_pupils, self._of_classes = defaultdict(list), defaultdict(list)
        self._of_pupils_of_classes = defaultdict(list)
        self._remembered = self.env["vsoko.year"]
        super().plan()

    def remember(self):
        """Learn what the register says of the school year of a row."""
        if self.year in self._remembered:
            return
        self._remembered |= self.year
        for line in self.env[self.model].search([("year_id", "=", self.year.id)]):
            kept = Kept(line._get_missed(), self.identify(line), line.display_name)
            if line.class_id:
                self._of_classes[line.class_id.id].append(kept)
            else:
                self._of_pupils[line.student_id.id].append(kept)
                self._of_pupils_of_classes[line.student_id.class_id.id].append(kept)

    def is_counted(self, row, values, school_class):
        """Whether days of the values are counted already; then an error tells by what."""
        missed = Missed(values["date"], values["date_to"], values["reason"], values["days"])
        key = self.identify(values)
        pupil = values.get("student_id")
        of_class, own = self._of_classes[school_class.id], self._of_pupils[pupil]
        if pupil:
            twice = [kept for kept in of_class if meet(kept.missed, missed)]
            twice += [kept for kept in own if kept.key != key and count_twice(kept.missed, missed)]
        else:
            twice = [
                kept
                for kept in of_class
                if kept.key != key and meet(kept.missed, missed) and kept.key[1] == key[1]
            ]
            pupils = self._of_pupils_of_classes[school_class.id]
            twice += [kept for kept in pupils if meet(kept.missed, missed)]
        if twice:
            self.error(
                self.env._(
                    "These days are there already: %(line)s. Correct that line instead, so that"
                    " no day counts twice.",
                    line=twice[0].name,
                ),
                row,
            )
        elif pupil and not any(kept.key == key for kept in own):
            name = self.env._("Row %(row)s: %(message)s", row=row.row, message=row.name)
            own.append(Kept(missed, (), name))
        return bool(twice)


class PeriodAbsencesLoader(AbsencesLoader):
    """Sums of a period: a line for each reason that the file tells."""

    def prepare(self):
        year = self.find_year()
        self._period = self.record.period_id or self.resolver.period(
            year, self.extract.titles.period
        )
        if year and not self._period:
            self.error(self.env._("The file does not name a period. Choose it above."))
        if year and self._period:
            self.remember()
        return bool(year and self._period)

    def targets(self):
        return super().targets() | {"period_id": self._period.id}

    def sums(self, row):
        """Yield the values of each reason whose days the row tells."""
        for reason in REASONS:
            days = getattr(row, reason)
            if days is not None:
                yield {
                    "reason": reason,
                    "date": self._period.date_start,
                    "date_to": self._period.date_end,
                    "days": days,
                    "lessons": getattr(row, f"{reason}_lessons"),
                }


class ClassAbsencesLoader(PeriodAbsencesLoader):
    """Missed days of all pupils of a class in a period."""

    key = "class_absences"

    def known_domain(self):
        return [("date", "=", self._period.date_start), ("class_id", "!=", False)]

    def lines(self, row):
        school_class = self.find_class(row)
        for values in self.sums(row) if school_class else ():
            values = {"class_id": school_class.id} | values
            if self.is_counted(row, values, school_class):
                return
            yield values

    def identify(self, line):
        school_class = line["class_id"]
        school_class = school_class if isinstance(line, dict) else school_class.id
        return school_class, line["reason"], line["date"]


class PupilMissedDaysLoader(PeriodAbsencesLoader):
    """Missed days of each pupil of a class in a period.

    Who missed nothing has a line of no days by illness: the pupil is known to have been there.
    """

    key = "pupil_missed_days"

    def known_domain(self):
        return [("date", "=", self._period.date_start), ("student_id", "!=", False)]

    def lines(self, row):
        school_class = self._find_class(row)
        pupil = self.find_pupil(row, school_class) if school_class else 0
        for values in self.sums(row) if pupil else ():
            values = {"student_id": pupil} | values
            is_told = values["days"] or values["reason"] == "illness"
            if not is_told and self.identify(values) not in self._known:
                continue
            if self.is_counted(row, values, school_class):
                return
            yield values

    def identify(self, line):
        pupil = line["student_id"]
        return pupil if isinstance(line, dict) else pupil.id, line["reason"], line["date"]

    def _find_class(self, row):
        if row.class_name:
            return self.find_class(row)
        if not self.record.class_id:
            self.error(self.env._("The file does not name a class. Choose it above."), row)
        return self.record.class_id


class PupilAbsencesLoader(AbsencesLoader):
    """Absences of pupils day by day; the school year is that of the first day."""

    key = "pupil_absences"

    def prepare(self):
        return True

    def known_domain(self):
        days = [row.date for row in self.extract.rows]
        return [("date", "in", days), ("student_id", "!=", False)]

    def lines(self, row):
        self.year = self.resolver.year_of_day(row.date)
        if not self.year:
            self.error(self.env._("The school has no school year of this day."), row)
            return
        self.remember()
        school_class = self.find_class(row)
        pupil = self.find_pupil(row, school_class) if school_class else 0
        named = count_school_days(row.date, row.date_to) if row.days is None else row.days
        values = {
            "student_id": pupil,
            "reason": row.reason,
            "date": row.date,
            "date_to": row.date_to,
            "days": named,
            "lessons": row.lessons,
        }
        if pupil and not self.is_counted(row, values, school_class):
            yield values

    def identify(self, line):
        pupil = line["student_id"]
        return pupil if isinstance(line, dict) else pupil.id, line["date"]

from ....tools.readers.names import fold
from .loader import differing
from .pupil_finder import PupilFinder


class LinesLoader(PupilFinder):
    """Rows → lines of one register of pupils. Counts are numbers of lines.

    A line is known by what `identify` says of its values, so a file that was corrected changes
    the lines that it brought; a checked line stays as it is.
    """

    model = ""

    def plan(self):
        self._new, self._changes = [], []
        self._years = self.env["vsoko.year"]
        if not self.prepare():
            return
        self._known = {}
        for line in self.env[self.model].search(
            [("company_id", "=", self.record.company_id.id), *self.known_domain()]
        ):
            self._known[self.identify(line)] = line
        for row in self.extract.rows:
            for values in self.lines(row):
                self._plan_line(row, values)

    def apply(self):
        """Write the lines; return the periods of their years."""
        self.make(self.model, self._new)
        self.alter(self._changes)
        return self._years.period_ids

    def prepare(self):
        """Find what all rows need; False, after an error, when it is not there."""
        return bool(self.find_year())

    def known_domain(self):
        """Return the domain of the lines that the rows may be about."""
        return [("year_id", "=", self.year.id)]

    def lines(self, row):
        """Yield the values of the lines of a row; none after an error."""
        raise NotImplementedError

    def identify(self, line):
        """Return what tells a line, a record or its values, from all others."""
        raise NotImplementedError

    def say_day(self, field):
        """Give the rows without a day the one that was told for the file; an error without it."""
        told, rows = self.record.work_date, self.extract.rows
        bare = [row for row in rows if not getattr(row, field)]
        if bare and told:
            rows = [row if getattr(row, field) else row._replace(**{field: told}) for row in rows]
            self.extract = self.extract._replace(rows=rows)
        elif bare:
            message = self.env._(
                "Neither the row nor the title names the day. Say the day of the file above or add"
                " a column «Дата»."
            )
            # one remark says it when no row has a day
            for row in bare[:1] if len(bare) == len(rows) else bare:
                self.error(message, row)

    def class_and_pupil(self, row):
        """The id of the pupil of a row, or 0 after an error."""
        school_class = self.find_class(row)
        return self.find_pupil(row, school_class) if school_class else 0

    def _plan_line(self, row, values):
        key = self.identify(values)
        line = self._known.get(key)
        self._years |= self.year
        if line is None:
            self._known[key] = False
            self._new.append(
                values
                | {
                    "company_id": self.record.company_id.id,
                    "import_id": self.record.id,
                    "source_row": row.row,
                }
            )
            self.new += 1
            return
        changes = differing(line, self.comparable(values)) if line else {}
        if not changes:
            self.skipped += 1
        elif line.is_locked:
            self.error(
                self.env._(
                    "The line “%(name)s” is checked and does not change.", name=line.display_name
                ),
                row,
            )
        else:
            self._changes.append((line, changes))
            self.changed += 1

    def comparable(self, values):
        """Return the values that a file may correct: not the lists of people."""
        return {name: value for name, value in values.items() if not isinstance(value, list)}


class AchievementsLoader(LinesLoader):
    """Achievements: each row is a pupil in an event; the year is that of its day."""

    key = "achievements"
    model = "vsoko.achievement"

    def prepare(self):
        self.say_day("day")
        return True

    def known_domain(self):
        days = [row.day for row in self.extract.rows if row.day]
        return [("date", "in", days), ("is_team", "=", False)]

    def lines(self, row):
        if not row.day:
            return
        self.year = self.resolver.year_of_day(row.day)
        if not self.year:
            self.error(self.env._("The school has no school year of this day."), row)
            return
        pupil = self.class_and_pupil(row)
        subject = row.subject and self.find("subject", self.resolver.subjects, row.subject, row)
        mentor = row.teacher and self.find("teacher", self.resolver.teachers, row.teacher, row)
        if pupil and subject != 0 and mentor != 0:
            yield {
                "event": row.event,
                "kind": "national_olympiad" if row.is_national else "contest",
                "level": row.level,
                "result": row.result,
                "date": row.day,
                "organiser": row.organiser or False,
                "subject_id": subject or False,
                "student_ids": [pupil],
                "mentor_ids": [mentor] if mentor else [],
            }

    def identify(self, line):
        if isinstance(line, dict):
            pupils, subject, day = line["student_ids"], line["subject_id"], line["date"]
        else:
            pupils, subject, day = line.student_ids.ids, line.subject_id.id, line.date
        return fold(line["event"]), line["level"], day, subject, tuple(pupils)


class GraduatesLoader(LinesLoader):
    """Graduates of the school year of the file; without a day it is the last of June."""

    key = "graduates"
    model = "vsoko.graduate"

    def known_domain(self):
        return []

    def lines(self, row):
        if row.class_name.grade not in (9, 11):
            self.error(self.env._("Graduates are of grade 9 or 11."), row, text=str(row.class_name))
            return
        pupil = self.class_and_pupil(row)
        if pupil:
            values = {
                "student_id": pupil,
                "grade": str(row.class_name.grade),
                "date": row.day or self.year.date_end.replace(month=6, day=30),
                "certificate": row.certificate,
                "gia_mode": row.gia_mode,
                "destination": row.destination,
                "institution": row.institution,
            }
            yield {name: value for name, value in values.items() if value}

    def identify(self, line):
        pupil = line["student_id"]
        return pupil if isinstance(line, dict) else pupil.id, line["grade"]


class DayLinesLoader(LinesLoader):
    """Lines of pupils whose school year is that of their day."""

    # fields of a row that are those of the line
    names = ()

    def prepare(self):
        return True

    def known_domain(self):
        return [("date", "in", [row.date for row in self.extract.rows if row.date])]

    def lines(self, row):
        if not row.date:
            return
        self.year = self.resolver.year_of_day(row.date)
        if not self.year:
            self.error(self.env._("The school has no school year of this day."), row)
            return
        owner = self.owner(row)
        if owner:
            yield owner | {name: getattr(row, name) for name in self.names}

    def owner(self, row):
        """Return whose line it is, as a dict; empty after an error."""
        pupil = self.class_and_pupil(row)
        return {"student_id": pupil} if pupil else {}


class ConsentsLoader(DayLinesLoader):
    key = "consents"
    model = "vsoko.consent"
    names = ("kind", "given_by", "date", "date_until", "date_withdrawn")

    def identify(self, line):
        pupil = line["student_id"]
        return pupil if isinstance(line, dict) else pupil.id, line["kind"], line["date"]


class InjuriesLoader(DayLinesLoader):
    """Accidents; a line is known by its number in the register of the school year."""

    key = "injuries"
    model = "vsoko.injury"
    names = (
        "number",
        "date",
        "time",
        "place",
        "place_kind",
        "happening",
        "circumstances",
        "act_number",
        "act_date",
        "days_lost",
        "outcome",
        "measures",
    )

    def known_domain(self):
        return []

    def identify(self, line):
        year = self.year if isinstance(line, dict) else line.year_id
        return year.id, line["number"]


class UpbringingLoader(DayLinesLoader):
    key = "upbringing"
    model = "vsoko.upbringing"
    names = ("kind", "date", "high", "middle", "low", "method")

    def prepare(self):
        self.say_day("date")
        return True

    def owner(self, row):
        school_class = self.find_class(row)
        return {"class_id": school_class.id} if school_class else {}

    def identify(self, line):
        school_class = line["class_id"]
        school_class = school_class if isinstance(line, dict) else school_class.id
        return school_class, line["kind"], line["date"]

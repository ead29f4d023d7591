from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from odoo.tools import SQL

from .....tools.readers.matching import PersonMatcher, SubjectMatcher
from .....tools.readers.names import fold, fold_person, fold_subject

MODELS = {
    "student": "vsoko.student",
    "teacher": "vsoko.teacher",
    "subject": "vsoko.subject",
    "class": "vsoko.class",
}
FOLDS = {"student": fold_person, "teacher": fold_person, "subject": fold_subject, "class": fold}


class Pupils(NamedTuple):
    """Pupils of one class: a matcher of their names, and their ids."""

    matcher: PersonMatcher
    ids: frozenset


class Resolver:
    """Names of files → records of the school; every list is read once, by one query.

    :param env: environment of the user
    :param company: the school
    """

    def __init__(self, env, company):
        self.env = env
        self.company = company
        self._own = [("company_id", "=", company.id)]

    @cached_property
    def _years(self):
        return self.env["vsoko.year"].search(self._own)

    @cached_property
    def _periods(self):
        periods = self.env["vsoko.period"].search(self._own)
        return {(period.year_id.id, period.kind, period.number): period for period in periods}

    @cached_property
    def _classes(self):
        classes = self.env["vsoko.class"].search(self._own)
        return {(one.year_id.id, one.grade, one.letter): one for one in classes}

    @cached_property
    def _remembered(self):
        matches = self.env["vsoko.import.match"].search(self._own)
        return {(match.kind, match.key): match._get_record_id() for match in matches}

    def remembered(self, kind, text):
        """The id that people once chose for this text, or 0."""
        return self._remembered.get((kind, FOLDS[kind](text)), 0)

    def names(self, kind, ids):
        records = self.env[MODELS[kind]].browse(ids)
        return ", ".join(f"«{name}»" for name in records.mapped("display_name"))

    def year(self, first_year):
        """The school year that begins in ``first_year``; without it the current or only one."""
        if first_year:
            return self._years.filtered(lambda year: year.date_start.year == first_year)[:1]
        current = self._years.filtered(lambda year: year.state == "current")
        return current or (self._years if len(self._years) == 1 else self._years.browse())

    def year_of_day(self, day):
        """The school year of a day, maybe empty."""
        return self._years.filtered(lambda year: year.date_start <= day <= year.date_end)[:1]

    def classes_of_grade(self, year, grade):
        """The classes of a grade of the year."""
        own = self.env["vsoko.class"]
        return own.union(
            *(
                one
                for (year_id, its_grade, _letter), one in self._classes.items()
                if (year_id, its_grade) == (year.id, grade)
            )
        )

    def period(self, year, name):
        """The period of a ``PeriodName`` in the year, maybe empty."""
        empty = self.env["vsoko.period"]
        return self._periods.get((year.id, name.kind, name.number), empty) if name else empty

    def term_kind(self, year):
        """The kind of terms that the year's calendar has; quarters when it has none."""
        kinds = {kind for year_id, kind, _number in self._periods if year_id == year.id}
        return next((kind for kind in ("quarter", "trimester", "half") if kind in kinds), "quarter")

    def school_class(self, year, name):
        """The class of a ``ClassName`` in the year, maybe empty."""
        known = self._classes.get((year.id, name.grade, name.letter)) if name else None
        if not known and name:
            known = self.env["vsoko.class"].browse(self.remembered("class", str(name)))
            known = known if known.year_id == year else None
        return known or self.env["vsoko.class"]

    @cached_property
    def subjects(self):
        """Matcher of subjects by name, short name and other names."""
        subjects = self.env["vsoko.subject"].search(
            [("company_id", "in", (self.company.id, False))]
        )
        return SubjectMatcher(
            (subject.id, name)
            for subject in subjects
            for name in (subject.name, subject.short_name, *(subject.aliases or "").splitlines())
            if name and name.strip()
        )

    @cached_property
    def teachers(self):
        teachers = self.env["vsoko.teacher"].search_fetch(self._own, ["name"])
        return PersonMatcher((teacher.id, teacher.name) for teacher in teachers)

    @cached_property
    def _enrolled(self):
        """``{year id: [(class id, pupil id, name)]}``, also of pupils who have left."""
        # rights: only the administration, who sees all pupils of the school, may import
        rows = self.env.execute_query(
            SQL(
                """
                SELECT DISTINCT enrolment.year_id, enrolment.class_id, student.id, student.name
                  FROM vsoko_enrolment enrolment
                  JOIN vsoko_student student ON student.id = enrolment.student_id
                 WHERE enrolment.company_id = %s
                 ORDER BY student.id
                """,
                self.company.id,
            )
        )
        enrolled = defaultdict(list)
        for year_id, *pupil in rows:
            enrolled[year_id].append(tuple(pupil))
        return enrolled

    def pupils(self, school_class):
        """The ``Pupils`` who were in the class during its year."""
        if school_class.id not in self._pupils:
            self._pupils[school_class.id] = self._read_pupils(school_class)
        return self._pupils[school_class.id]

    def _read_pupils(self, school_class):
        pupils = [
            (pupil_id, name)
            for class_id, pupil_id, name in self._enrolled[school_class.year_id.id]
            if class_id == school_class.id
        ]
        return Pupils(PersonMatcher(pupils), frozenset(pupil_id for pupil_id, _name in pupils))

    def classes_of(self, year, name):
        """Ids of the classes of the year in which somebody has this name."""
        return self._classes_by_name(year.id).get(fold_person(name), set())

    def _classes_by_name(self, year_id):
        if year_id not in self._names:
            found = defaultdict(set)
            for class_id, _pupil_id, name in self._enrolled[year_id]:
                found[fold_person(name)].add(class_id)
            self._names[year_id] = found
        return self._names[year_id]

    @cached_property
    def _names(self):
        return {}

    @cached_property
    def _pupils(self):
        return {}

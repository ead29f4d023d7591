from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from odoo.tools import SQL

from ....tools.readers.class_names import ClassName, parse_range, split_parts
from ....tools.readers.matching import PersonMatcher, SubjectMatcher
from ....tools.readers.names import fold, fold_person, fold_subject, readings, split_person

MODELS = {
    "student": "vsoko.student",
    "teacher": "vsoko.teacher",
    "subject": "vsoko.subject",
    "class": "vsoko.class",
}


def _person_key(text):
    """Key of a name without what stands beside it."""
    return fold_person(split_person(text).name)


FOLDS = {"student": _person_key, "teacher": _person_key, "subject": fold_subject, "class": fold}


class Pupils(NamedTuple):
    """Pupils of one class: a matcher of their names, and their ids."""

    matcher: PersonMatcher
    ids: frozenset


def _with_birthdate(student):
    born = f" ({student.birthdate:%d.%m.%Y})" if student.birthdate else ""
    return f"«{student.name}»{born}"


class Answer(NamedTuple):
    """What a text means: a record, or somebody new; maybe in one file and row of a name alone."""

    record_id: int = 0
    is_new: bool = False
    import_id: int = 0
    twin: int = 0


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
        return {
            (school_class.year_id.id, school_class.key): school_class for school_class in classes
        }

    @cached_property
    def _remembered(self):
        """``{(kind, key): [Answer]}`` of what people chose, for all files and for this one."""
        found = defaultdict(list)
        for match in self.env["vsoko.import.match"].search(self._own):
            answer = Answer(
                match._get_record_id(), match.is_new, match.import_id.id or 0, match.twin
            )
            found[match.kind, match.key].append(answer)
        return found

    def answers(self, kind, text, record=None, twin=0):
        """The ``Answer`` that people gave for a text; of a row of several with one name, in a file.

        :param record: the ``vsoko.import`` of a text that has a meaning in this file alone
        """
        file_id = record.id if record and twin else 0
        return [
            answer
            for answer in self._remembered.get((kind, FOLDS[kind](text)), ())
            if (answer.import_id, answer.twin) == (file_id, twin if file_id else 0)
        ]

    def answer(self, kind, text):
        """The ``Answer`` for a text, empty when there is none or when there are several."""
        answers = self.answers(kind, text)
        return answers[0] if len(answers) == 1 else Answer()

    def remembered(self, kind, text):
        """The id that people once chose for this text, or 0."""
        return self.answer(kind, text).record_id

    def names(self, kind, ids):
        """The names of the candidates for people; of pupils with the date of birth."""
        records = self.env[MODELS[kind]].browse(ids)
        if kind == "student":
            return ", ".join(map(_with_birthdate, records))
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
                school_class
                for (year_id, _key), school_class in self._classes.items()
                if (year_id, school_class.grade) == (year.id, grade)
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

    def has_terms(self, year, kind):
        """Whether the calendar of the year has any term of a kind."""
        return any(key[:2] == (year.id, kind) for key in self._periods)

    def school_class(self, year, name):
        """The class of a ``ClassName`` in the year, maybe empty."""
        found = self._classes.get((year.id, name.key)) if name else None
        if not found and name:
            found = self.env["vsoko.class"].browse(self.remembered("class", str(name)))
            found = found if found.year_id == year else None
        return found or self.env["vsoko.class"]

    def class_range(self, year, name):
        """The classes of the year in «5-7», «8-9А» or «2+4»; empty when one of them is missing."""
        classes = self.env["vsoko.class"].union(
            *(
                school_class
                for (year_id, _key), school_class in self._classes.items()
                if year_id == year.id
            )
        )
        found = parse_range(str(name))
        if not found:
            parts = [self.school_class(year, part) for part in split_parts(str(name))]
            return classes.union(*parts) if len(parts) > 1 and all(parts) else classes.browse()
        first, last, letter = found
        among = classes.filtered(
            lambda school_class: (
                first <= school_class.grade <= last
                and (not letter or school_class.key == ClassName(school_class.grade, letter).key)
            )
        )
        return among if set(among.mapped("grade")) == {*range(first, last + 1)} else among.browse()

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
        """``{year id: [(class id, pupil id, name, birthdate)]}``, also of pupils who have left."""
        # rights: only the administration, who sees all pupils of the school, may import
        rows = self.env.execute_query(
            SQL(
                """
                SELECT DISTINCT enrolment.year_id, enrolment.class_id, student.id, student.name,
                       student.birthdate
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
            pupil
            for class_id, *pupil in self._enrolled[school_class.year_id.id]
            if class_id == school_class.id
        ]
        matcher = PersonMatcher(pupils, lone_surname=True)
        return Pupils(matcher, frozenset(pupil_id for pupil_id, *_rest in pupils))

    def classes_of(self, year, name):
        """Ids of the classes of the year in which somebody has this name."""
        by_name = self._classes_by_name(year.id)
        return set().union(*(by_name.get(reading, ()) for reading in readings(name)))

    def _classes_by_name(self, year_id):
        if year_id not in self._names:
            found = defaultdict(set)
            for class_id, _pupil_id, name, _birthdate in self._enrolled[year_id]:
                for reading in readings(name):
                    found[reading].add(class_id)
            self._names[year_id] = found
        return self._names[year_id]

    @cached_property
    def _names(self):
        return {}

    @cached_property
    def _pupils(self):
        return {}

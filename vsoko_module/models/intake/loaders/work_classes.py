from collections import defaultdict

from ....tools.readers.names import ClassName, fold, parse_class
from .work_finder import WorkFinder

NO_LETTER = ("", "нет", "-")


class WorkClasses(WorkFinder):
    """Which classes a file of results is about: by their names, their letters, or its codes."""

    def all_classes(self):
        """The classes of the rows: by their names, or of the pupils whose codes stand in them."""
        listed = [self._codes.get(row.code, 0) for row in self.extract.rows if row.code]
        return self.env["vsoko.class"].union(
            *self._classes.values(),
            *(self._stays[pupil] for pupil in listed if pupil in self._stays),
        )

    def class_of(self, row, student_id):
        """The class of the result of a row, maybe empty: by the code before by the name."""
        empty = self.env["vsoko.class"]
        named = self._classes.get(self._class_key(row), empty)
        return self._stays.get(student_id, named) if row.code else named

    def _class_key(self, row):
        return row.class_name or row.class_text or self.extract.titles.class_name

    def _find_classes(self):
        """``{what the file says of a class: class}``; what does not exist is reported once.

        In a file with codes a pupil's class is known without it.
        """
        found = {}
        for key in dict.fromkeys(map(self._class_key, self.extract.rows)):
            named = self._find_named(key)
            if named:
                found[key] = named
            elif any(row.code for row in self.extract.rows):
                continue
            elif key:
                self.report_class(self.year, key)
            elif not self.record.assessment_id or any(row.name for row in self.extract.rows):
                self.error(self.env._("The file does not name a class. Choose it above."))
        return found

    def _find_named(self, key):
        """The class of a ``ClassName``, of a letter in the grade, or of None; maybe empty."""
        grade = self.extract.details.grade if hasattr(self.extract.details, "grade") else 0
        if isinstance(key, ClassName):
            return self.resolver.school_class(self.year, key) or self._only(key)
        chosen = self.record.class_id or self.record.assessment_id.class_ids
        if not key and len(chosen) == 1:
            return chosen
        text = fold(key or "")
        if text in NO_LETTER:
            return self._only(ClassName(grade, ""))
        named = parse_class(text)
        letter = ClassName(grade, text.upper())
        return (
            self.resolver.school_class(self.year, letter)
            or (self.resolver.school_class(self.year, named) if named else None)
            or (self._only(named) if named and named.grade == grade else None)
            or self.env["vsoko.class"]
        )

    def _only(self, name):
        """The only class of a grade, for a name without a letter."""
        found = self.resolver.classes_of_grade(self.year, name.grade)
        return found if len(found) == 1 and not name.letter else found.browse()

    def find_stays(self, student_ids):
        """``{pupil's id: class}`` on the day of the work, or the last class of the year by then."""
        day = self._work.date or self.extract.details.day or self.year.date_end
        stays = self.env["vsoko.enrolment"].search(
            [("student_id", "in", list(student_ids)), ("year_id", "=", self.year.id)],
            order="date_from",
        )
        by_pupil = defaultdict(self.env["vsoko.enrolment"].browse)
        for stay in stays:
            by_pupil[stay.student_id.id] |= stay
        return {
            student_id: (
                found.filtered(lambda stay: stay.date_from <= day)[-1:] or found[:1]
            ).class_id
            for student_id, found in by_pupil.items()
        }

    def read_codes(self):
        """``{code: pupil's id}`` of the school's list; empty for a file with names, and while it
        is not known of which subject and grade it is."""
        subject_id = self._work.subject_id.id or self._subject_id
        grades = {school_class.grade for school_class in self._classes.values()}
        grades = grades or set(self._work.class_ids.mapped("grade"))
        grades = grades or {
            self.record.assessment_id.class_ids[:1].grade or self._get_named_grade()
        }
        if not any(row.code for row in self.extract.rows) or not subject_id:
            return {}
        codes = self.env["vsoko.participant.code"].search(
            [
                ("year_id", "=", self.year.id),
                ("subject_id", "=", subject_id),
                ("grade", "in", list(grades)),
            ]
        )
        return {code.code: code.student_id.id for code in codes}

    def _get_named_grade(self):
        return getattr(self.extract.details, "grade", 0)

    def _refuse_codes(self):
        self.error(
            self.env._(
                "The codes of the participants are not known. Load the school's list of codes"
                " first."
            )
        )
        return {}

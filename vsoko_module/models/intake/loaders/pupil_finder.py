from collections import Counter

from ....tools.readers.matching import UNKNOWN
from .loader import Loader


class PupilFinder(Loader):
    """A file whose rows are pupils of known classes."""

    def __init__(self, record, extract, resolver):
        super().__init__(record, extract, resolver)
        self._elsewhere = Counter()

    def find_pupil(self, row, school_class, column=0):
        """The id of the pupil of a class by the name of a row, or 0 after an error."""
        pupils = self.resolver.pupils(school_class)
        twin = getattr(row, "twin", 0)
        answers = self.resolver.answers("student", row.name, self.record, twin)
        answered = {answer.record_id for answer in answers} & pupils.ids
        if len(answered) == 1:
            return answered.pop()
        birthdate = getattr(row, "birthdate", None)
        match = pupils.matcher.match(row.name, birthdate)
        if match.key and not twin:
            return match.key
        others = self.resolver.classes_of(self.year, row.name)
        if twin:
            self._ask_twin(match, row, column, school_class)
        elif others and match.status == UNKNOWN:
            self._report_elsewhere(row, school_class, others, column, match.keys)
        else:
            self._report_unknown("student", match, row.name, row, column, school_class.id)
        return 0

    def _ask_twin(self, match, row, column, school_class):
        """Several rows of one list bear one name: which mark is whose is never guessed."""
        self.error(
            self.env._(
                "The name «%(name)s» stands in several rows and nothing tells them apart: say whose"
                " each row is.",
                name=row.name,
            ),
            row,
            column,
            row.name,
            match_kind="student",
            match_text=row.name,
            suggestion=match.keys[0] if len(match.keys) == 1 else 0,
            candidates=match.keys,
            twin=row.twin,
            place=school_class.id,
        )

    def _report_elsewhere(self, row, school_class, others, column, similar):
        """The full name is one of another class; the similar ones of this class may be meant."""
        self._elsewhere.update((school_class.id, other) for other in others)
        self.error(
            self.env._(
                "The pupil is not in the class %(class)s but in %(other)s.",
                **{
                    "class": school_class.name,
                    "other": ", ".join(self.env["vsoko.class"].browse(others).mapped("name")),
                },
            ),
            row,
            column,
            row.name,
            match_kind="student",
            match_text=row.name,
            suggestion=similar[0] if similar else 0,
            candidates=similar,
            place=school_class.id,
        )

    def suspect_class(self, count_of_pupils):
        """Warn when most of the pupils were found in another class than the file names."""
        for (class_id, other_id), count in self._elsewhere.items():
            if count * 2 >= count_of_pupils:
                here, other = self.env["vsoko.class"].browse([class_id, other_id])
                self.warn(
                    self.env._(
                        "%(count)s pupils of the file are of the class %(other)s: is the class"
                        " %(here)s in the title right?",
                        count=count,
                        other=other.name,
                        here=here.name,
                    )
                )

    def keep_single(self, found):
        """Those of ``[(row, pupil's id or 0)]`` whose pupil stands in one row; tell the others."""
        counts = Counter(student_id for _row, student_id in found)
        for row, student_id in found:
            if counts[student_id] == 1 and student_id:
                yield row, student_id
            elif student_id:
                student = self.env["vsoko.student"].browse(student_id)
                self.error(
                    self.env._("%(name)s stands in several rows of the list.", name=student.name),
                    row,
                    text=row.name or row.code,
                )

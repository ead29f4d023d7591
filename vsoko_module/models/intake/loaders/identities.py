import difflib

from ....tools.readers.matching import PersonMatcher
from ....tools.readers.names import fold_person, readings

# two spellings so alike of people born on one day are probably one person
ALIKE = 0.85


class Identities:
    """Which pupil of the school a row of a list of pupils is.

    :param loader: the loader, which notes the issues
    :param people: {(key of a name, date of birth): rows} of the list
    """

    def __init__(self, loader, people):
        self._loader = loader
        self.env = loader.env
        self._listed = set(people)
        self._students = self.env["vsoko.student"].search_fetch(
            [("company_id", "=", loader.record.company_id.id)], ["name", "birthdate", "gender"]
        )
        self._matcher = PersonMatcher(
            (pupil.id, pupil.name, pupil.birthdate) for pupil in self._students
        )
        self._by_name, self._by_birth = {}, {}
        for student in self._students:
            for reading in readings(student.name):
                self._by_name.setdefault(reading, []).append(student)
            self._by_birth.setdefault(student.birthdate, []).append(student)
        self._answered = set()

    def find(self, row, enrolments):
        """The pupil of a row; an empty record for a new one; None after an error.

        :param enrolments: {pupil: enrolments of the year}
        """
        namesakes = self._by_name.get(fold_person(row.name), [])
        same = [
            pupil
            for pupil in namesakes
            if not row.birthdate or not pupil.birthdate or pupil.birthdate == row.birthdate
        ]
        if not same:
            same = [pupil for pupil in namesakes if self._is_in_class(pupil, row, enrolments)]
        if len(same) > 1:
            return self._ask_namesakes(row, same)
        if same:
            return same[0]
        return self._find_otherwise(row, namesakes)

    def is_renamed(self, pupil, row):
        """Whether the list gives a new surname to a pupil of whom somebody has said so."""
        old, new = fold_person(pupil.name), fold_person(row.name)
        return pupil.id in self._answered and old.partition(" ")[2] == new.partition(" ")[2]

    def _is_in_class(self, pupil, row, enrolments):
        classes = enrolments.get(pupil, self.env["vsoko.enrolment"]).class_id
        return any(school_class.key == row.class_name.key for school_class in classes)

    def _find_otherwise(self, row, namesakes):
        answer = self._loader.resolver.answer("student", row.name)
        if answer.record_id:
            self._answered.add(answer.record_id)
            return self._students.browse(answer.record_id)
        if not answer.is_new:
            same = self._one_in_other_words(row)
            if same:
                return same
            alike = self._alike(row)
            if alike:
                return self._ask_same(row, alike)
        if namesakes:
            self._loader.warn(
                self.env._(
                    "A new pupil: «%(name)s» with another date of birth is known already.",
                    name=row.name,
                ),
                row,
                text=row.name,
            )
        return self._students.browse()

    def _one_in_other_words(self, row):
        """The pupil whose name is the same in other words: shorter, with another surname beside."""
        match = self._matcher.match(row.name, row.birthdate) if row.birthdate else None
        pupil = self._students.browse(match.key) if match and match.key else None
        return pupil if pupil and pupil.birthdate == row.birthdate else None

    def _alike(self, row):
        """Pupils born on the same day who are not in the list under their own name and have the
        same first name and patronymic, or nearly the same name."""
        own = fold_person(row.name)
        born = self._by_birth.get(row.birthdate, ()) if row.birthdate else ()
        return [
            pupil
            for pupil in born
            if (fold_person(pupil.name), pupil.birthdate) not in self._listed
            and _is_alike(own, fold_person(pupil.name))
        ]

    def _ask_same(self, row, alike):
        self._loader.error(
            self.env._(
                "Is «%(name)s» the same person as %(known)s, born on the same day? Say so, or say"
                " that the pupil is new: until then the row is not loaded.",
                name=row.name,
                known=self._loader.resolver.names("student", [pupil.id for pupil in alike]),
            ),
            row,
            text=row.name,
            match_kind="student",
            match_text=row.name,
            suggestion=alike[0].id,
            candidates=tuple(pupil.id for pupil in alike),
            may_be_new=True,
        )

    def _ask_namesakes(self, row, same):
        self._loader.error(
            self.env._(
                "Several pupils are called «%(name)s». Add the date of birth.", name=row.name
            ),
            row,
            text=row.name,
        )


def _is_alike(name, other):
    surname, given = name.partition(" ")[::2]
    other_surname, other_given = other.partition(" ")[::2]
    if given and " " in given and given == other_given:
        return surname != other_surname
    return difflib.SequenceMatcher(None, name, other).ratio() >= ALIKE

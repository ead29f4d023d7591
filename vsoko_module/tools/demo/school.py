"""Puts the demonstration school together, one school year after another."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from .. import school_calendar
from ..pseudonym import ALPHABET, LENGTH
from .curriculum import ASSOCIATIONS, STAFFING
from .marks import MarkMaker
from .movement import Movement
from .names import FEMALE, MALE, NameMaker
from .records import DemoPupil, Lesson, School, SchoolClass, Stay, Year
from .roles import roles_of, siblings
from .staff import Staff

SEED = 2026
LETTERS = "АБ"
LAST_GRADE = 11
YEARS = (
    Year("2025/2026", date(2025, 9, 1), date(2026, 8, 31)),
    Year("2026/2027", date(2026, 9, 1), date(2027, 8, 31)),
)
# the day on which the demonstration stands: quarters that ended before it have marks
TODAY = date(2026, 11, 20)
# pupils of a class: (usually, in the grades after the ninth)
_SIZE, _SENIOR_SIZE = (25, 28), (18, 20)
_PROFILES = {"А": "технологический", "Б": "гуманитарный"}


def generate(seed=SEED):
    """Return the whole School; the same seed gives the same school."""
    return _Builder(Random(seed)).build()


class _Builder:
    def __init__(self, random):
        self._random = random
        self._names = NameMaker(random)
        self._staff = Staff(random, self._names, YEARS[0].date_start)
        self._marks = MarkMaker(random)
        self._codes = set()
        self.school = School(list(YEARS))

    def build(self):
        school = self.school
        for year in range(len(YEARS)):
            if year:
                self._change_staff(year)
            classes = self._make_classes(year)
            self._fill_classes(classes, year)
            Movement(self._random, self).happen(year, classes)
            self._make_lessons(classes, year)
            self._make_marks(year)
        school.teachers = self._staff.teachers
        school.family_surname, school.family = siblings(school)
        school.heads = {
            association: self._staff.members(_first_group(association))[0]
            for association in ASSOCIATIONS
        }
        school.roles = roles_of(school, self._names)
        return school

    def new_pupil(self, grade, year):
        """Add an invented pupil of the usual age of a grade and return it."""
        random = self._random
        gender = random.choice((MALE, FEMALE))
        born = YEARS[year].date_start.year - grade - 6
        pupil = DemoPupil(
            key=len(self.school.pupils),
            name=self._names.new(gender),
            code=self._new_code(),
            gender=gender,
            birthdate=date(born, 1, 1) + timedelta(days=random.randint(-120, 240)),
            ability=random.gauss(0, 0.72),
        )
        self.school.pupils.append(pupil)
        return pupil

    def _new_code(self):
        while True:
            code = "".join(self._random.choices(ALPHABET, k=LENGTH))
            if code not in self._codes:
                self._codes.add(code)
                return code

    def _change_staff(self, year):
        """A teacher of English leaves in summer, another one comes."""
        first_day = YEARS[year].date_start
        self._staff.replace_teacher(
            "eng", first_day - timedelta(days=75), first_day - timedelta(days=6)
        )
        self._staff.begin_year()

    def _make_classes(self, year):
        former = {(c.grade, c.letter): c for c in self.school.classes if c.year == year - 1}
        classes = {}
        for grade in range(1, LAST_GRADE + 1):
            for letter in LETTERS:
                previous = former.get((grade - 1, letter))
                school_class = SchoolClass(
                    key=len(self.school.classes),
                    year=year,
                    grade=grade,
                    letter=letter,
                    homeroom=self._homeroom(grade, letter, former),
                    profile=_PROFILES[letter] if grade > 9 else "",
                    previous=previous.key if previous else None,
                )
                classes[grade, letter] = school_class
                self.school.classes.append(school_class)
        return classes

    def _homeroom(self, grade, letter, former):
        """A primary teacher goes from the first grade to the fourth and begins again."""
        if grade <= 4:
            primary = self._staff.members("primary")
            if former:
                source = (4, letter) if grade == 1 else (grade - 1, letter)
                return former[source].homeroom
            return primary[(grade - 1) * len(LETTERS) + LETTERS.index(letter)]
        if former and grade > 5:
            return former[grade - 1, letter].homeroom
        # a fifth grade takes the teacher whose eleventh grade has left
        if former:
            return former[LAST_GRADE, letter].homeroom
        subject_teachers = [
            teacher
            for group in ("rus", "math", "eng", "hist", "bio", "geo", "chem")
            for teacher in self._staff.members(group)[:3]
        ]
        return subject_teachers[(grade - 5) * len(LETTERS) + LETTERS.index(letter)]

    def _fill_classes(self, classes, year):
        first_day = YEARS[year].date_start
        for (grade, _letter), school_class in classes.items():
            if school_class.previous is not None:
                self._promote(school_class, first_day)
            elif not year or grade == 1:
                for _place in range(self._random.randint(*(_SIZE if grade <= 9 else _SENIOR_SIZE))):
                    self.enrol(self.new_pupil(grade, year), school_class, first_day)
        for stay in self._open_stays(year - 1):
            stay.date_to, stay.reason = first_day, "graduated"

    def _promote(self, school_class, first_day):
        stays = [s for s in self._open_stays(None) if s.school_class == school_class.previous]
        if school_class.grade == 10:
            # the stronger pupils mostly go on to the tenth grade, the rest to colleges
            stays.sort(
                key=lambda stay: self._random.gauss(-self.school.pupils[stay.pupil].ability, 0.6)
            )
            stays = stays[: self._random.randint(*_SENIOR_SIZE)]
        for stay in stays:
            stay.date_to, stay.reason = first_day, "promoted"
            self.enrol(self.school.pupils[stay.pupil], school_class, first_day)

    def enrol(self, pupil, school_class, day):
        self.school.stays.append(Stay(pupil.key, school_class.key, day))

    def _open_stays(self, year):
        """Return the stays that have not ended, of one year or, with None, of all."""
        classes = self.school.classes
        return [
            stay
            for stay in self.school.stays
            if stay.date_to is None and year in (None, classes[stay.school_class].year)
        ]

    def _make_lessons(self, classes, year):
        first_day = YEARS[year].date_start
        groups = {t.key: t.group for t in self._staff.teachers}
        former = defaultdict(dict)
        for lesson in self.school.lessons:
            if lesson.date_to is None:
                former[lesson.school_class][groups[lesson.teacher]] = lesson.teacher
        lessons = []
        # the upper grades choose first: their teachers stay with the class
        for school_class in sorted(classes.values(), key=lambda c: (-c.grade, c.letter)):
            led = former.get(school_class.previous, {})
            lessons += self._staff.lessons_of(school_class, led, first_day)
        if not year:
            lessons += self._hand_over(classes[7, "Б"], lessons, date(2026, 1, 12))
        self.school.lessons += self._split_english(classes[7, "А"], lessons)

    def _hand_over(self, school_class, lessons, day):
        """Mathematics of a class gets another teacher in the middle of the year."""
        subjects = STAFFING["math"].subjects
        taken = [
            lesson
            for lesson in lessons
            if lesson.school_class == school_class.key and lesson.subject in subjects
        ]
        new = next(t for t in self._staff.members("math")[::-1] if t != taken[0].teacher)
        handed = [Lesson(school_class.key, old.subject, new, old.hours, day) for old in taken]
        for old in taken:
            old.date_to = day - timedelta(days=1)
        return handed

    def _split_english(self, school_class, lessons):
        """English is led in two groups, each with its list of pupils."""
        whole = next(
            lesson
            for lesson in lessons
            if lesson.school_class == school_class.key and lesson.subject == "eng"
        )
        pupils = [s.pupil for s in self.school.stays if s.school_class == school_class.key]
        other = next(t for t in self._staff.members("eng") if t != whole.teacher)
        half = len(pupils) // 2
        second = Lesson(
            school_class.key, "eng", other, whole.hours, whole.date_from,
            group="2", pupils=tuple(pupils[half:]),
        )  # fmt: skip
        whole.group, whole.pupils = "1", tuple(pupils[:half])
        return [*lessons, second]

    def _make_marks(self, year):
        terms = {
            (term.kind, term.number): (term.date_start, term.date_end)
            for term in school_calendar.terms(
                "quarter", YEARS[year].date_start, YEARS[year].date_end
            )
            if term.kind == "quarter" and term.date_end < TODAY
        }
        places = defaultdict(list)
        for stay in self.school.stays:
            school_class = self.school.classes[stay.school_class]
            if school_class.year == year:
                places[stay.pupil].append((stay, school_class))
        for pupil, stays in places.items():
            self.school.marks += self._marks.marks_of(self.school.pupils[pupil], stays, terms)


def _first_group(association):
    return next(
        group for group, staffing in STAFFING.items() if staffing.association == association
    )

import difflib
from collections import defaultdict
from datetime import timedelta
from typing import NamedTuple

from ....tools.readers.names import fold_subject
from .loader import Loader, differing

# two names so alike are probably one subject with a misprint
ALIKE = 0.85
DATES = ("date_from", "date_to")
FAR = timedelta(days=36500)


class TeachingLoader(Loader):
    """The teaching load. Counts are numbers of lessons: a teacher, a subject and a class.

    A subject that resembles no known one is created: the load is where a school first names its
    subjects. Teachers and classes have to be known.
    """

    key = "teaching"

    def plan(self):
        self._new, self._changes, self._new_subjects = [], [], {}
        # {id of a known lesson: the row that changes it}, indexes of the new ones that stay out
        self._rows, self._refused = {}, set()
        if not self.find_year():
            return
        lessons = [lesson for row in self.extract.rows for lesson in self._lessons(row)]
        self._name_groups(lessons)
        self._read_existing()
        # lessons that the program has come first: what ends makes room for what begins
        fresh = [pair for pair in lessons if not self._plan_existing(*pair)]
        for row, lesson in fresh:
            self._plan_new(row, lesson)
        self._refuse_overlaps()

    def apply(self):
        """Write the lessons; return the periods of the year."""
        made = self.make("vsoko.subject", self._subject_values())
        subjects = dict(zip(self._new_subjects, made.ids, strict=True))
        self.alter(self._changes)
        self.make(
            "vsoko.teaching",
            [
                lesson
                | {
                    "subject_id": subjects.get(lesson["subject_id"], lesson["subject_id"]),
                    "hours_per_week": lesson["hours_per_week"] or 0.0,
                }
                for index, (_row, lesson) in enumerate(self._new)
                if index not in self._refused
            ],
        )
        return self.year.period_ids

    def _lessons(self, row):
        """``[(row, values)]`` of the classes of a row, which may be a range («5-7», «8-9А»).

        The subject is an id, or the key of a subject to be made; of a vacancy the teacher is False.
        """
        classes = self.find_classes(row)
        teacher = bool(row.teacher) and self.find(
            "teacher", self.resolver.teachers, row.teacher, row
        )
        subject = self._subject(row)
        if not (classes and (teacher or not row.teacher) and subject):
            return []
        return [
            (
                row,
                {
                    "class_id": school_class.id,
                    "subject_id": subject,
                    "teacher_id": teacher,
                    "hours_per_week": row.hours,
                    "date_from": row.date_from or self.year.date_start,
                    "date_to": row.date_to or False,
                    "group_name": row.group_name or False,
                },
            )
            for school_class in classes
        ]

    def find_classes(self, row):
        """The classes that a row names: one, or all of a range; none after an error."""
        name = row.class_name
        school_class = self.resolver.school_class(self.year, name)
        found = school_class or self.resolver.class_range(self.year, name)
        if not found:
            self.report_class(self.year, name, row)
        elif not school_class:
            self.inform(
                self.env._(
                    "«%(text)s» is read as the classes %(names)s.",
                    text=str(name),
                    names=", ".join(found.mapped("name")),
                ),
                row,
                text=str(name),
            )
        return found

    def _subject(self, row):
        remembered = self.resolver.remembered("subject", row.subject)
        if remembered:
            return remembered
        match = self.resolver.subjects.match(row.subject)
        if match.key:
            return match.key
        key = fold_subject(row.subject)
        if match.status == "ambiguous" or any(self._alike(key, similar) for similar in match.keys):
            self._report_unknown("subject", match, row.subject, row, 0)
            return 0
        if key not in self._new_subjects:
            self._new_subjects[key] = row.subject
            self.warn(
                self.env._("The subject «%(name)s» is new and will be created.", name=row.subject),
                row,
                text=row.subject,
            )
        return key

    def _alike(self, key, subject_id):
        name = fold_subject(self.env["vsoko.subject"].browse(subject_id).name)
        words, full = key.split(), name.split()
        abbreviated = len(words) <= len(full) and all(
            long.startswith(short) for short, long in zip(words, full, strict=False)
        )
        ratio = difflib.SequenceMatcher(None, key, name).ratio()
        return ratio >= ALIKE or (abbreviated and any(map(str.__ne__, words, full)))

    def _subject_values(self):
        company = self.record.company_id.id
        number = self.env["vsoko.subject"].search_count([("company_id", "=", company)])
        return [
            {"name": name, "code": f"S{number + position}", "company_id": company}
            for position, name in enumerate(self._new_subjects.values(), start=1)
        ]

    def _name_groups(self, lessons):
        """Teachers of one class and subject at one time lead groups: give these names."""
        places = defaultdict(list)
        for row, lesson in lessons:
            if not lesson["group_name"]:
                places[lesson["class_id"], lesson["subject_id"]].append((row, lesson))
        for together in places.values():
            parallel = [
                (row, lesson)
                for row, lesson in together
                if any(_overlap(lesson, other) for _row, other in together if other is not lesson)
            ]
            for row, lesson in parallel:
                lesson["group_name"] = row.teacher or self.env._("Vacancy")
                self.warn(
                    self.env._(
                        "Several teachers lead these lessons at one time: loaded as groups named"
                        " after the teachers."
                    ),
                    row,
                    text=row.teacher,
                )

    def _read_existing(self):
        teachings = self.env["vsoko.teaching"].search([("year_id", "=", self.year.id)])
        self._existing = teachings.grouped(
            lambda lesson: (lesson.class_id.id, lesson.subject_id.id, lesson.group_name or False)
        )

    def _place(self, lesson):
        place = lesson["class_id"], lesson["subject_id"], lesson["group_name"]
        return self._existing.get(place, self.env["vsoko.teaching"])

    def _plan_existing(self, row, lesson):
        """Plan the changes of a lesson that the program has; False when it is a new one."""
        existing = self._place(lesson)
        same = existing.filtered(lambda own: own.teacher_id.id == lesson["teacher_id"])
        if len(same) > 1:
            same = same.filtered(lambda own: own.date_from == lesson["date_from"])
        # a vacancy that somebody takes from its first day on
        same = same or existing.filtered(
            lambda own: not own.teacher_id and own.date_from == lesson["date_from"]
        )
        changes = differing(same, lesson) if same else {}
        if changes:
            self._plan_change(row, same, changes)
            self.changed += 1
        else:
            self.skipped += bool(same)
        return bool(same)

    def _plan_change(self, row, lesson, values):
        self._changes.append((lesson, values))
        self._rows[lesson.id] = row

    def _plan_new(self, row, lesson):
        day_before = lesson["date_from"] - timedelta(days=1)
        for vacancy in self._place(lesson).filtered(lambda own: not own.teacher_id):
            if vacancy.date_from <= day_before and _overlap(lesson, vacancy):
                self._plan_change(row, vacancy, {"date_to": day_before})
        self._new.append((row, lesson))
        self.new += 1

    def _refuse_overlaps(self):
        """Leave out what would give lessons two teachers at one time, as all lessons will be."""
        for states in self._planned_places().values():
            for state in states:
                other = next(
                    (rival for rival in states if rival is not state and _meet(rival, state)), None
                )
                if other and state.row:
                    self._refuse(state, other)

    def _planned_places(self):
        """``{place: [State]}`` of the lessons as they will be."""
        places = defaultdict(list)
        changed = {lesson.id: values for lesson, values in self._changes}
        for place, lessons in self._existing.items():
            for lesson in lessons:
                values = changed.get(lesson.id, {})
                dates = {name: values.get(name, lesson[name]) for name in DATES}
                row = self._rows.get(lesson.id)
                places[place].append(State(row, lesson.id, lesson.teacher_id.name, dates))
        for index, (row, lesson) in enumerate(self._new):
            place = lesson["class_id"], lesson["subject_id"], lesson["group_name"]
            dates = {name: lesson[name] for name in DATES}
            places[place].append(State(row, -1 - index, row.teacher, dates))
        return places

    def _refuse(self, state, other):
        if state.key < 0:
            self._refused.add(-1 - state.key)
            self.new -= 1
        else:
            self._changes = [pair for pair in self._changes if pair[0].id != state.key]
            self.changed -= 1
        self.error(
            self.env._(
                "%(teacher)s leads these lessons at that time. Give that load an end date.",
                teacher=other.teacher or self.env._("Vacancy"),
            ),
            state.row,
            text=state.row.teacher,
        )


class State(NamedTuple):
    """A lesson as it will be: the row that says so, None for one that the file does not name.

    ``key``: its id, or −1 − index of a new one. ``dates``: date_from, date_to.
    """

    row: object
    key: int
    teacher: str
    dates: dict


def _meet(state, other):
    return _overlap(state.dates, other.dates)


def _overlap(lesson, other):
    """Whether two loads, records or values, have a common day."""
    far = max(lesson["date_from"], other["date_from"]) + FAR
    return lesson["date_from"] <= (other["date_to"] or far) and other["date_from"] <= (
        lesson["date_to"] or far
    )

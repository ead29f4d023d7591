import difflib
from collections import defaultdict
from datetime import timedelta

from .....tools.readers.names import fold_subject
from .loader import Loader, differing

# two names so alike are probably one subject with a misprint
ALIKE = 0.85
FAR = timedelta(days=36500)


class TeachingLoader(Loader):
    """The teaching load. Counts are numbers of lessons: a teacher, a subject and a class.

    A subject that resembles no known one is created: the load is where a school first names its
    subjects. Teachers and classes have to be known.
    """

    def plan(self):
        self._new, self._changes, self._new_subjects = [], [], {}
        if not self.find_year():
            return
        lessons = [lesson for row in self.extract.rows if (lesson := self._lesson(row))]
        self._name_groups(lessons)
        self._read_known()
        # lessons that the program has come first: what ends makes room for what begins
        fresh = [one for one in lessons if not self._plan_known(one[1])]
        for row, lesson in fresh:
            self._plan_new(row, lesson)

    def apply(self):
        """Write the lessons; return the periods of the year."""
        made = self.make("vsoko.subject", self._subject_values())
        subjects = dict(zip(self._new_subjects, made.ids, strict=True))
        self.alter(self._changes)
        self.make(
            "vsoko.teaching",
            [
                lesson | {"subject_id": subjects.get(lesson["subject_id"], lesson["subject_id"])}
                for lesson in self._new
            ],
        )
        return self.year.period_ids

    def _lesson(self, row):
        """``(row, values)``; the subject is an id, or the key of a subject to be made."""
        school_class = self.find_class(row)
        teacher = self.find("teacher", self.resolver.teachers, row.teacher, row)
        subject = self._subject(row)
        if not (school_class and teacher and subject):
            return None
        return row, {
            "class_id": school_class.id,
            "subject_id": subject,
            "teacher_id": teacher,
            "hours_per_week": row.hours or 0.0,
            "date_from": row.date_from or self.year.date_start,
            "date_to": row.date_to or False,
            "group_name": row.group_name or False,
        }

    def _subject(self, row):
        remembered = self.resolver.remembered("subject", row.subject)
        if remembered:
            return remembered
        match = self.resolver.subjects.match(row.subject)
        if match.key:
            return match.key
        key = fold_subject(row.subject)
        if match.status == "ambiguous" or any(self._alike(key, one) for one in match.keys):
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
                (row, one)
                for row, one in together
                if any(_overlap(one, other) for _row, other in together if other is not one)
            ]
            for row, lesson in parallel:
                lesson["group_name"] = row.teacher
                self.warn(
                    self.env._(
                        "Several teachers lead these lessons at one time: loaded as groups named"
                        " after the teachers."
                    ),
                    row,
                    text=row.teacher,
                )

    def _read_known(self):
        teachings = self.env["vsoko.teaching"].search([("year_id", "=", self.year.id)])
        self._known = teachings.grouped(
            lambda one: (one.class_id.id, one.subject_id.id, one.group_name or False)
        )

    def _place(self, lesson):
        place = lesson["class_id"], lesson["subject_id"], lesson["group_name"]
        return self._known.get(place, self.env["vsoko.teaching"])

    def _plan_known(self, lesson):
        """Plan the changes of a lesson that the program has; False when it is a new one."""
        same = self._place(lesson).filtered(lambda one: one.teacher_id.id == lesson["teacher_id"])
        if len(same) > 1:
            same = same.filtered(lambda one: one.date_from == lesson["date_from"])
        changes = differing(same, lesson) if same else {}
        if changes:
            self._changes.append((same, changes))
            self.changed += 1
        else:
            self.skipped += bool(same)
        return bool(same)

    def _plan_new(self, row, lesson):
        ended = {one.id: values["date_to"] for one, values in self._changes if "date_to" in values}
        for other in self._place(lesson):
            end = ended.get(other.id, other.date_to)
            if _overlap(lesson, {"date_from": other.date_from, "date_to": end}):
                self.error(
                    self.env._(
                        "%(teacher)s leads these lessons at that time. Give that load an end date.",
                        teacher=other.teacher_id.name,
                    ),
                    row,
                    text=row.teacher,
                )
                return
        self._new.append(lesson)
        self.new += 1


def _overlap(one, other):
    """Whether two loads, records or values, have a common day."""
    far = max(one["date_from"], other["date_from"]) + FAR
    return one["date_from"] <= (other["date_to"] or far) and other["date_from"] <= (
        one["date_to"] or far
    )

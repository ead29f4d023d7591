"""Teachers of the school and who of them leads what."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from .curriculum import OTHER_STAFF, STAFFING, lesson_plans
from .names import FEMALE, MALE
from .records import Lesson, Teacher

_CATEGORIES = ("highest", "first", "conformity", "none")


class Staff:
    """Makes the teachers and remembers who leads what in which class."""

    def __init__(self, random, names, first_day):
        self._random = random
        self._names = names
        self._first_day = first_day
        self.teachers = []
        self._groups = defaultdict(list)
        self._hours = defaultdict(int)
        for group, staffing in STAFFING.items():
            for _place in range(staffing.count):
                self._groups[group].append(self._hire(staffing.position, group).key)
        for position, is_pedagogic in OTHER_STAFF:
            self._hire(position, None, is_pedagogic)

    def begin_year(self):
        """Forget the hours of the year before; who led a class is given by its lessons."""
        self._hours.clear()

    def replace_teacher(self, group, day_left, day_hired):
        """The last teacher of a group leaves, another one comes; return both keys."""
        old = self._groups[group].pop()
        self.teachers[old] = replace(self.teachers[old], date_left=day_left)
        new = self._hire(STAFFING[group].position, group, hired=day_hired)
        self._groups[group].append(new.key)
        return old, new.key

    def members(self, group):
        return list(self._groups[group])

    def lessons_of(self, school_class, former, first_day):
        """Return the lessons of a class; teachers of the year before stay with it.

        :param former: {group of teachers: key of who led the class a year before}
        """
        leaders, lessons = {}, []
        for plan in lesson_plans(school_class.grade):
            if plan.group not in leaders:
                leaders[plan.group] = self._choose(school_class, plan.group, former)
            self._hours[leaders[plan.group]] += plan.hours
            lessons.append(
                Lesson(school_class.key, plan.subject, leaders[plan.group], plan.hours, first_day)
            )
        return lessons

    def _choose(self, school_class, group, former):
        if group == "primary":
            return school_class.homeroom
        members = self._groups[group]
        if former.get(group) in members:
            return former[group]
        return min(members, key=lambda teacher: (self._hours[teacher], teacher))

    def _hire(self, position, group, is_pedagogic=True, hired=None):
        random = self._random
        gender = (
            MALE if random.random() < (0.5 if group in ("pe", "obzr", "inf") else 0.1) else FEMALE
        )
        age = random.randint(24, 62)
        experience = max(age - 23 - random.randint(0, 8), 0) if is_pedagogic else 0
        teacher = Teacher(
            key=len(self.teachers),
            name=self._names.new(gender),
            gender=gender,
            birthdate=date(
                self._first_day.year - age, random.randint(1, 12), random.randint(1, 28)
            ),
            position=position,
            group=group,
            is_pedagogic=is_pedagogic,
            education="higher" if random.random() < 0.88 else "secondary",
            category=self._category(experience) if is_pedagogic else "none",
            category_date=None,
            experience_years=experience,
            date_hired=hired
            or self._first_day.replace(
                year=self._first_day.year - random.randint(0, max(experience, 1))
            ),
            course_date=self._first_day - timedelta(days=random.randint(60, 1900))
            if is_pedagogic
            else None,
        )
        if teacher.category in ("highest", "first"):
            teacher.category_date = self._first_day - timedelta(days=random.randint(30, 1700))
        self.teachers.append(teacher)
        return teacher

    def _category(self, experience):
        if experience < 3:
            return "none"
        weights = (45, 35, 12, 8) if experience > 12 else (12, 45, 28, 15)
        return self._random.choices(_CATEGORIES, weights)[0]

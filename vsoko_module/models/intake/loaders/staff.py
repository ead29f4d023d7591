from ....tools.readers.names import fold_person
from .loader import Loader, differing


class StaffLoader(Loader):
    """The list of staff: makes and updates members of staff. Counts are numbers of people."""

    key = "staff"

    def plan(self):
        self._new, self._changes = [], []
        teachers = self.env["vsoko.teacher"].search(
            [("company_id", "=", self.record.company_id.id)]
        )
        self._existing = teachers.grouped(lambda teacher: fold_person(teacher.name))
        for row in self.extract.rows:
            teacher = self._find(row)
            if teacher is not None:
                self._plan_row(teacher, self._values(row))

    def apply(self):
        """Write the people; return the periods of the current year."""
        self.make("vsoko.teacher", self._new)
        self.alter(self._changes)
        return self.resolver.year(None).period_ids

    def targets(self):
        return {}

    def _plan_row(self, teacher, values):
        if not teacher:
            self._new.append(values | {"company_id": self.record.company_id.id})
            self.new += 1
            return
        del values["name"]
        changes = differing(teacher, values)
        if changes:
            self._changes.append((teacher, changes))
            self.changed += 1
        else:
            self.skipped += 1

    def _find(self, row):
        """The known person of a row; an empty record for a new one; None after an error."""
        namesakes = self._existing.get(fold_person(row.name), self.env["vsoko.teacher"])
        if len(namesakes) > 1:
            namesakes = namesakes.filtered(
                lambda teacher: teacher.birthdate and teacher.birthdate == row.birthdate
            )
            if len(namesakes) != 1:
                self.error(
                    self.env._("Several people are called «%(name)s».", name=row.name),
                    row,
                    text=row.name,
                )
                return None
        return namesakes

    def _values(self, row):
        stated = self.extract.titles.day if row.experience is not None else None
        values = {
            "name": row.name,
            "position": row.position,
            "birthdate": row.birthdate,
            "is_pedagogic": row.pedagogic,
            "stated_education": row.education,
            "stated_education_pedagogic": row.pedagogic_education,
            "stated_speciality": row.speciality,
            "stated_category": row.category,
            "stated_category_date": row.category_date,
            "stated_experience_years": None if row.experience is None else int(row.experience),
            "stated_experience_date": stated,
            "date_hired": row.hired,
            "stated_course_date": row.last_course,
            "stated_course_fgos": row.fgos_course,
            "taught_subjects": ", ".join(row.subjects),
        }
        return {name: value for name, value in values.items() if value is not None}

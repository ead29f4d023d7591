from collections import Counter

from odoo.fields import Command

from ....tools.readers.names import fold
from .loader import Loader, differing


class StaffRegisterLoader(Loader):
    """Lines of a register of staff, known by the person, what it was and its day.

    What a file says anew of such a line replaces it, unless the line is checked.
    """

    model = ""

    def plan(self):
        self._new, self._changes = [], []
        self._seen = Counter()
        register = self.env[self.model]
        lines = register.search([("company_id", "=", self.record.company_id.id)])
        self._existing = {self._get_key(line, line.teacher_id.id): line for line in lines}
        for row in self.extract.rows:
            teacher = self.find("teacher", self.resolver.teachers, row.name, row)
            if teacher:
                self._plan_row(teacher, row)

    def apply(self):
        """Write the lines; return the periods of the current year."""
        self.make(self.model, self._new)
        self.alter(self._changes)
        return self.resolver.year(None).period_ids

    def targets(self):
        return {}

    def _plan_row(self, teacher, row):
        values = self._values(row)
        if values is None:
            return
        key = self._get_key(values, teacher)
        line = self._existing.get(key)
        self._seen[key] += 1
        if self._seen[key] > 1:
            self.inform(self.env._("This row repeats an earlier one."), row, text=row.name)
            self.skipped += 1
        elif not line:
            known = {name: value for name, value in values.items() if value not in (None, "")}
            source = {"import_id": self.record.id, "source_row": row.row}
            owner = {"teacher_id": teacher, "company_id": self.record.company_id.id}
            self._new.append(known | source | owner)
            self.new += 1
        else:
            self._plan_change(line, differing(line, values), row)

    def _plan_change(self, line, changes, row):
        if changes and line.is_locked:
            self.warn_checked(line, row)
        if changes and not line.is_locked:
            self._changes.append((line, changes))
            self.changed += 1
        else:
            self.skipped += 1

    def _get_key(self, values, teacher):
        """What a line is known by: who, what and when.

        :param values: the line, or a dict of its values
        """
        given = (values[name] or "" for name in self._get_key_names())
        return teacher, *(fold(value) if isinstance(value, str) else value for value in given)

    def _get_key_names(self):
        raise NotImplementedError

    def _values(self, row):
        """Return the values of the line of a row; None after an error."""
        raise NotImplementedError


class StaffEducationLoader(StaffRegisterLoader):
    key = "staff_education"
    model = "vsoko.staff.education"

    def _get_key_names(self):
        return "level", "institution", "speciality"

    def _values(self, row):
        found = [self.find("subject", self.resolver.subjects, name, row) for name in row.subjects]
        if not all(found):
            return None
        subjects = self.env["vsoko.subject"].browse(found).sorted()
        names = ("level", "institution", "speciality", "qualification", "diploma", "date")
        return {name: getattr(row, name) for name in (*names, "is_pedagogic")} | {
            # an empty cell takes nothing away
            "matches_subject_ids": [Command.set(subjects.ids)] if found else None
        }


class StaffAttestationLoader(StaffRegisterLoader):
    key = "staff_attestation"
    model = "vsoko.staff.attestation"

    def _get_key_names(self):
        return "kind", "category", "date"

    def _values(self, row):
        is_fitness = row.result == "fitness"
        result = {
            "kind": "fitness" if is_fitness else "category",
            "category": None if is_fitness else row.result,
        }
        return result | {
            name: getattr(row, name) for name in ("position", "date", "order", "date_end")
        }


class StaffCoursesLoader(StaffRegisterLoader):
    key = "staff_courses"
    model = "vsoko.staff.course"

    def _get_key_names(self):
        return "topic", "date_end"

    def _values(self, row):
        names = ("kind", "topic", "hours", "organisation", "date_end", "document")
        return {name: getattr(row, name) for name in names}


class StaffEventsLoader(StaffRegisterLoader):
    key = "staff_events"
    model = "vsoko.staff.event"

    def _get_key_names(self):
        return "kind", "name", "date"

    def _values(self, row):
        names = ("kind", "level", "result", "date", "link")
        return {"name": row.title} | {name: getattr(row, name) for name in names}

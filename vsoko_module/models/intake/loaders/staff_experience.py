from collections import defaultdict

from odoo.fields import Command

from ....tools.staff import find_overlap
from .loader import Loader, differing


class StaffExperienceLoader(Loader):
    """First days of pedagogic work, and breaks of it. Counts are numbers of people.

    A person has one line; a break is known by its first day, so a file that was corrected changes
    what it brought. A checked line stays as it is.
    """

    key = "staff_experience"

    def plan(self):
        self._new, self._changes = [], []
        self._new_gaps, self._changed_gaps = [], []
        lines = self.env["vsoko.staff.experience"].search(
            [("company_id", "=", self.record.company_id.id)]
        )
        self._existing = {line.teacher_id.id: line for line in lines}
        rows = defaultdict(list)
        for row in self.extract.rows:
            teacher = self.find("teacher", self.resolver.teachers, row.name, row)
            if teacher:
                rows[teacher].append(row)
        for teacher, own in rows.items():
            self._plan_person(self._existing.get(teacher), teacher, own)

    def apply(self):
        """Write the lines; return the periods of the current year."""
        self.make("vsoko.staff.experience", self._new)
        self.alter(self._changes)
        self.make("vsoko.staff.experience.gap", self._new_gaps)
        self.alter(self._changed_gaps)
        return self.resolver.year(None).period_ids

    def targets(self):
        return {}

    def _plan_person(self, line, teacher, rows):
        starts = {row.date_from: row for row in rows if row.date_from}
        if not line and not starts:
            self.error(self.env._("No row says when the pedagogic work began."), rows[0])
        elif len(starts) > 1:
            self.error(
                self.env._("The rows of one person name different first days of the work."),
                [*starts.values()][1],
                text=rows[0].name,
            )
        elif self._has_sound_gaps(line, rows):
            self._plan_line(line, teacher, next(iter(starts), None), rows)

    def _has_sound_gaps(self, line, rows):
        """Whether the breaks, known ones and those of the rows, do not overlap."""
        gaps = {gap.date_from: (gap.date_from, gap.date_to or None) for gap in _gaps(line)}
        of_rows = {row.gap_from: (row.gap_from, row.gap_to) for row in rows if row.gap_from}
        wrong = find_overlap((gaps | of_rows).values())
        if wrong:
            self.error(
                self.env._(
                    "Breaks of the pedagogic work overlap: the one from %(first)s and the one from"
                    " %(second)s.",
                    first=f"{wrong[0]:%d.%m.%Y}",
                    second=f"{wrong[1]:%d.%m.%Y}",
                ),
                rows[-1],
                text=rows[-1].name,
            )
        return not wrong

    def _plan_line(self, line, teacher, start, rows):
        gaps = [
            {"date_from": row.gap_from, "date_to": row.gap_to, "reason": row.reason or None}
            for row in {row.gap_from: row for row in rows if row.gap_from}.values()
        ]
        if not line:
            self._new.append(
                {
                    "teacher_id": teacher,
                    "date_from": start,
                    "gap_ids": [Command.create(gap) for gap in gaps],
                    "company_id": self.record.company_id.id,
                    "import_id": self.record.id,
                    "source_row": rows[0].row,
                }
            )
            self.new += 1
            return
        changes = differing(line, {"date_from": start})
        known = {gap.date_from: gap for gap in _gaps(line)}
        new = [gap for gap in gaps if gap["date_from"] not in known]
        changed = [
            (known[gap["date_from"]], differences)
            for gap in gaps
            if gap["date_from"] in known
            and (differences := differing(known[gap["date_from"]], gap))
        ]
        if (changes or new or changed) and line.is_locked:
            self.warn_checked(line, rows[0])
        elif changes or new or changed:
            self._changes += [(line, changes)] if changes else []
            self._new_gaps += [gap | {"experience_id": line.id} for gap in new]
            self._changed_gaps += changed
            self.changed += 1
            return
        self.skipped += 1


def _gaps(line):
    return line.gap_ids if line else ()

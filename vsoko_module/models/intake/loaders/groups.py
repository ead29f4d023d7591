from .loader import differing
from .work_finder import WorkFinder


class GroupsLoader(WorkFinder):
    """Figures of the country, the region, the municipality and the school beside one VPR."""

    key = "groups"

    def plan(self):
        self._new, self._changes = [], []
        self._work = self.env["vsoko.assessment"]
        if not self.find_year():
            return
        self._subject_id = self.find_subject()
        if self.extract.details.subject and not self._subject_id:
            return
        if not self.record.assessment_id and not self.report_missing(day=False):
            return
        self._classes = self.record.assessment_id.class_ids or self.classes_of_grade()
        if not self._subject_id or not self._classes:
            self.error(self.env._("The school has no classes of this grade and subject."))
            return
        self._work = (
            self.record.assessment_id or self.find_works(self._subject_id, self._classes)[-1:]
        )
        if not self._work and not self.report_missing(subject=False, grade=False):
            return
        if self.refuse_locked(self._work):
            return
        self._existing = {(group.level, group.name): group for group in self._work.aggregate_ids}
        for row in self.extract.rows:
            self._plan_row(row)

    def apply(self):
        """Write the figures; return the periods they count in."""
        work = self._work or self.make(
            "vsoko.assessment", [self.prepare_work(self._subject_id, self._classes)]
        )
        self.make(
            "vsoko.assessment.aggregate", [vals | {"assessment_id": work.id} for vals in self._new]
        )
        self.alter(self._changes)
        return self.counted_periods(work)

    def _plan_row(self, row):
        vals = {
            "level": row.level,
            "name": row.name,
            "participants": row.participants,
            **({"organisations": row.organisations} if row.organisations else {}),
            **{name: share for name, share in row.figures.items() if share is not None},
        }
        existing = self._existing.get((row.level, row.name))
        if not existing:
            self._new.append(vals | {"import_id": self.record.id, "source_row": row.row})
            self.new += 1
            return
        changes = differing(existing, vals)
        if changes:
            self._changes.append((existing, changes))
            self.changed += 1
        else:
            self.skipped += 1

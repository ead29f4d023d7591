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
        self._existing = self._work.aggregate_ids
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
        self._write_texts(work)
        return self.counted_periods(work)

    def _plan_row(self, row):
        existing = self._find_group(row)
        vals = {
            "level": row.level,
            "name": existing.name or row.name,
            "participants": row.participants or None,
            "organisations": row.organisations or None,
            **row.figures,
            **{name: self._merged(existing[name], told) for name, told in row.shares.items()},
        }
        vals = {name: value for name, value in vals.items() if value is not None}
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

    def _find_group(self, row):
        """The group that has figures of the work already.

        There is one country, one region, one district and one school, which tables call by other
        names; classes of the school go by their names.
        """
        level = self._existing.filtered(lambda group: group.level == row.level)
        named = level.filtered(lambda group: group.name == row.name)
        return named or (level if len(level) == 1 and row.level != "class" else named)

    @staticmethod
    def _merged(kept, told):
        """Shares of the parts of the participants: those that a file tells in place of the kept."""
        return {**(kept or {}), **told}

    def _write_texts(self, work):
        texts = self.extract.details.texts
        if texts and texts != work.task_texts:
            self.alter([(work, {"task_texts": {**(work.task_texts or {}), **texts}})])

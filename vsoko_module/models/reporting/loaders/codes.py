from .work_finder import WorkFinder


class CodesLoader(WorkFinder):
    """The school's list of the codes of VPR. Counts are numbers of pupils."""

    def plan(self):
        self._new, self._changes = [], []
        if not self.find_year():
            return
        subject_id = self.find_subject()
        key = {
            "year_id": self.year.id,
            "subject_id": subject_id,
            "grade": self.extract.details.grade,
        }
        known = self.env["vsoko.participant.code"].search(
            [(name, "=", value) for name, value in key.items()]
        )
        self._known = known.grouped("student_id")
        for row in self.extract.rows if subject_id else ():
            student_id = self._find_student(row)
            if student_id:
                self._plan_row(self.env["vsoko.student"].browse(student_id), row, key)

    def apply(self):
        """Write the codes; no indicator depends on them."""
        self.make("vsoko.participant.code", self._new)
        self.alter(self._changes)
        return self.env["vsoko.period"]

    def _find_student(self, row):
        school_class = self.resolver.school_class(self.year, row.class_name)
        if not school_class:
            self.error(
                self.env._(
                    "The year %(year)s has no class %(name)s.",
                    year=self.year.name,
                    name=str(row.class_name),
                ),
                row,
                text=str(row.class_name),
            )
            return 0
        return self.find("student", self.resolver.pupils(school_class).matcher, row.name, row)

    def _plan_row(self, student, row, key):
        code = self._known.get(student)
        if not code:
            self._new.append(
                {
                    "code": row.code,
                    "student_id": student.id,
                    "import_id": self.record.id,
                    "source_row": row.row,
                }
                | key
            )
            self.new += 1
        elif code.code != row.code:
            self._changes.append((code, {"code": row.code}))
            self.changed += 1
        else:
            self.skipped += 1

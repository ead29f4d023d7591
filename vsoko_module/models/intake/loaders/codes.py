from .work_finder import WorkFinder


class CodesLoader(WorkFinder):
    """The school's list of the codes of VPR. Counts are numbers of pupils."""

    key = "codes"

    def plan(self):
        self._new, self._changes = [], []
        if not self.find_year():
            return
        self._subject_id = subject_id = self.find_subject()
        if self.extract.details.subject and not subject_id:
            return
        if not self.report_missing(day=False):
            return
        key = {
            "year_id": self.year.id,
            "subject_id": subject_id,
            "grade": self.extract.details.grade,
        }
        existing = self.env["vsoko.participant.code"].search(
            [(name, "=", value) for name, value in key.items()]
        )
        self._existing = existing.grouped("student_id")
        self._owners = {code.code: code.student_id for code in existing}
        self._listed = self._find_students() if subject_id else []
        for row, student in self._listed:
            if self._is_free(student, row):
                self._plan_row(student, row, key)

    def apply(self):
        """Write the codes; no indicator depends on them."""
        self.alter(self._changes)
        self.make("vsoko.participant.code", self._new)
        return self.env["vsoko.period"]

    def _find_students(self):
        found = [(row, self._find_student(row)) for row in self.extract.rows]
        Student = self.env["vsoko.student"]
        return [(row, Student.browse(id_)) for row, id_ in self.keep_single(found)]

    def _is_free(self, student, row):
        """Whether the code of a row has no other owner who keeps it."""
        listed = [other for _row, other in self._listed]
        owner = self._owners.get(row.code, student)
        if owner == student or owner in listed:
            return True
        self.error(
            self.env._(
                "The code %(code)s already belongs to %(name)s.", code=row.code, name=owner.name
            ),
            row,
            text=row.code,
        )
        return False

    def _find_student(self, row):
        school_class = self.find_class(row)
        return self.find_pupil(row, school_class) if school_class else 0

    def _plan_row(self, student, row, key):
        code = self._existing.get(student)
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

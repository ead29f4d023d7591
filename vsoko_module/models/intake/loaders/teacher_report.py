from collections import Counter

from odoo.tools import SQL

from .loader import Loader

COUNTS = ("n5", "n4", "n3", "n2", "na", "released")
LABELS = {"n5": "«5»", "n4": "«4»", "n3": "«3»", "n2": "«2»", "na": "н/а", "released": "осв."}


class TeacherReportLoader(Loader):
    """The teacher's report is compared with the marks that are loaded; nothing is written.

    ``skipped`` counts the rows that agree.
    """

    key = "teacher_report"

    def plan(self):
        self._period = self.env["vsoko.period"]
        self._teacher = 0
        year = self.find_year()
        if not year:
            return
        self._period = self.record.period_id or self.resolver.period(
            year, self.extract.titles.period
        )
        if not self._period:
            self.error(self.env._("The file does not name a period. Choose it above."))
            return
        name = self.extract.titles.teacher
        if name:
            self._teacher = self.find("teacher", self.resolver.teachers, name, None)
        stored = self._stored_counts()
        for row in self.extract.rows:
            self._compare(row, stored)

    def apply(self):
        """Nothing to write, no indicators to recalculate."""
        return self.env["vsoko.period"]

    def targets(self):
        return super().targets() | {"period_id": self._period.id}

    def _compare(self, row, stored):
        school_class = self.find_class(row)
        subject = self.find("subject", self.resolver.subjects, row.subject, row, 1)
        if not (school_class and subject):
            return
        counts = stored.get((school_class.id, subject))
        if not counts:
            self.warn(
                self.env._("No marks of this class and subject are loaded."), row, text=row.subject
            )
            return
        differences = [
            self.env._(
                "%(mark)s: %(file)s in the file, %(program)s in the program",
                mark=LABELS[field],
                file=getattr(row, field),
                program=counts[field],
            )
            for field in COUNTS
            if getattr(row, field) != counts[field]
        ]
        if differences:
            self.warn("; ".join(differences), row, text=f"{row.subject}, {row.class_name}")
        else:
            self.skipped += 1

    def _stored_counts(self):
        """``{(class id, subject id): Counter}`` of the pupils present on the period's last day.

        Of a class divided into groups only the teacher's own pupils count.
        """
        rows = self.env.execute_query(
            SQL(
                """
                SELECT mark.class_id, mark.subject_id, mark.value, mark.status, count(*)
                  FROM vsoko_mark mark
                  JOIN vsoko_enrolment enrolment
                    ON enrolment.student_id = mark.student_id
                   AND enrolment.class_id = mark.class_id
                   AND enrolment.date_from <= %(day)s
                   AND (enrolment.date_to IS NULL OR enrolment.date_to > %(day)s)
                 WHERE mark.period_id = %(period)s AND mark.status <> 'no_mark'
                   AND (%(teacher)s = 0 OR mark.teacher_id IS NULL OR mark.teacher_id = %(teacher)s)
                 GROUP BY mark.class_id, mark.subject_id, mark.value, mark.status
                """,
                day=self._period.date_end,
                period=self._period.id,
                teacher=self._teacher,
            )
        )
        stored = {}
        for class_id, subject_id, value, status, count in rows:
            field = {"graded": f"n{value}", "not_attested": "na"}.get(status, status)
            stored.setdefault((class_id, subject_id), Counter())[field] += count
        return stored

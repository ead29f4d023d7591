import re

from odoo.fields import Domain

from .pupil_finder import PupilFinder

LEVEL_OF_EXAM = re.compile(r"\s*\(?(?:профильн|базов)\w*\)?(?:\s+уров\w+)?$", re.IGNORECASE)


class WorkFinder(PupilFinder):
    """A file about one assessment: its subject, its kind, the assessment it belongs to."""

    def find_subject(self):
        """The subject of the work, an id, or 0 after an error."""
        text = self.extract.details.subject
        if not text:
            return self.record.assessment_id.subject_id.id
        matcher = self.resolver.subjects
        # «Математика профильная» of EGE is mathematics of the school
        plain = LEVEL_OF_EXAM.sub("", text)
        known = matcher.match(text).key or matcher.match(plain).key
        first = self.extract.rows[0]._replace(row=0) if self.extract.rows else None
        return known or self.find("subject", matcher, text, first)

    def find_type(self):
        """The type of the assessment: of its procedure, the school's own first."""
        return self.env["vsoko.assessment.type"].search(
            [
                ("procedure", "=", self.extract.details.procedure),
                ("company_id", "in", (self.record.company_id.id, False)),
            ],
            order="company_id, sequence",
            limit=1,
        )

    def find_works(self, subject_id, classes):
        """Assessments of the year that the file may be about, the closest last."""
        work = self.extract.details
        domain = (
            Domain("company_id", "=", self.record.company_id.id)
            & Domain("year_id", "=", self.year.id)
            & Domain("procedure", "=", work.procedure)
        )
        if subject_id:
            domain &= Domain("subject_id", "=", subject_id)
        if work.day:
            domain &= Domain("date", "=", work.day)
        if classes:
            domain &= Domain("class_ids", "in", classes.ids)
        return self.env["vsoko.assessment"].search(domain, order="id")

    def classes_of_grade(self):
        return self.env["vsoko.class"].search(
            [("year_id", "=", self.year.id), ("grade", "=", self.extract.details.grade)]
        )

    def refuse_locked(self, work):
        """Report an assessment that does not take results any more."""
        if work and work.state in work._LOCKED:
            self.error(
                self.env._(
                    "%(work)s is closed: its results do not change. Reopen it first.",
                    work=work.display_name,
                )
            )
        return bool(work) and work.state in work._LOCKED

    def prepare_work(self, subject_id, classes):
        """Values of a new assessment."""
        work = self.extract.details
        vals = {
            "type_id": self.find_type().id,
            "subject_id": subject_id,
            "class_ids": classes.ids,
            "date": work.day,
            "company_id": self.record.company_id.id,
        }
        return vals | ({"minimum_test_score": work.minimum} if work.minimum else {})

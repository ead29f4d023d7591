import re

from odoo.fields import Domain

from .own_school import keep_own
from .pupil_finder import PupilFinder

LEVEL_OF_EXAM = re.compile(r"\s*\(?(?:профильн|базов)\w*\)?(?:\s+уров\w+)?$", re.IGNORECASE)


class WorkFinder(PupilFinder):
    """A file about one assessment: its subject, its kind, the assessment it belongs to.

    What the user says of the work on the import comes before what the file says.
    """

    def __init__(self, record, extract, resolver):
        details = extract.details
        if hasattr(details, "grade"):
            details = details._replace(
                day=record.work_date or details.day, grade=record.grade or details.grade
            )
            extract = extract._replace(details=details)
        extract, self._others, self._unknown_school = keep_own(record.company_id, extract)
        super().__init__(record, extract, resolver)

    def find_year(self):
        """As of any file; a day that the user gave names the year when nothing else does."""
        record, day = self.record, self.record.work_date or self.record.assessment_id.date
        chosen = record.year_id or record.period_id or record.class_id
        found = self.resolver.year_of_day(day) if day and not chosen else None
        if found and not self.extract.titles.year:
            self.year = found
            return found
        return super().find_year()

    def report_others(self):
        """Say whose rows are left out of a file about many schools; False without own rows."""
        if self._unknown_school and not self.record.company_id.vsoko_login:
            self.error(
                self.env._(
                    "The file is about several schools. Write the login of yours in the settings"
                    " (for example sch123456)."
                )
            )
        elif self._unknown_school:
            self.error(
                self.env._(
                    "None of the rows is of the school with the login %(login)s.",
                    login=self.record.company_id.vsoko_login,
                )
            )
        elif self._others:
            self.inform(
                self.env._(
                    "%(count)s rows are of other schools: they are not loaded.",
                    count=self._others,
                )
            )
        return not self._unknown_school

    def find_subject(self):
        """The subject of the work, an id, or 0 after an error."""
        if self.record.subject_id:
            return self.record.subject_id.id
        text = self.extract.details.subject
        if not text:
            return self.record.assessment_id.subject_id.id
        matcher = self.resolver.subjects
        # «Математика профильная» of EGE is mathematics of the school
        plain = LEVEL_OF_EXAM.sub("", text)
        key = matcher.match(text).key or matcher.match(plain).key
        first = self.extract.rows[0]._replace(row=0) if self.extract.rows else None
        return key or self.find("subject", matcher, text, first)

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

    def report_missing(self, subject=True, grade=True, day=True):
        """Report what neither the file nor the user says of the work; False after an error."""
        details = self.extract.details
        missing = [
            name
            for wanted, value, name in (
                (subject, self._subject_id, self.env._("the subject")),
                (grade, details.grade, self.env._("the grade")),
                (day, details.day, self.env._("the day of the work")),
            )
            if wanted and not value
        ]
        if missing:
            self.error(
                self.env._(
                    "The file does not name: %(names)s. Fill it in above, once for the file, or"
                    " choose the assessment.",
                    names=", ".join(missing),
                )
            )
        return not missing

    def refuse_locked(self, work):
        """Report an assessment that does not take results any more."""
        if work.is_locked:
            self.error(
                self.env._(
                    "%(work)s is closed: its results do not change. Reopen it first.",
                    work=work.display_name,
                )
            )
        return work.is_locked

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

    def counted_periods(self, work):
        """The term and the year in which the figures of a work count."""
        return work.period_id | self.year.period_ids.filtered(lambda period: period.kind == "year")

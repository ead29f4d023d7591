from odoo import models
from odoo.exceptions import UserError
from odoo.tools import format_date, format_datetime

from ....tools.reports.file_names import file_name
from ....tools.reports.minutes import Minutes, Question, Resolved, extract, minutes


class VsokoMeeting(models.Model):
    """Minutes in the usual form, made from the fields."""

    _inherit = "vsoko.meeting"

    def action_open_minutes_pdf(self):
        """Open the minutes as a PDF."""
        return self._open_minutes("pdf", "new")

    def action_open_minutes_docx(self):
        """Download the minutes as a document of Word."""
        return self._open_minutes("docx", "download")

    def _open_minutes(self, extension, target):
        return self._open_address(f"/vsoko/meeting/{self.id}/{extension}", target)

    def _get_minutes(self, extension):
        """Return (name, bytes) of the minutes; of a draft as long as they are not signed."""
        self.ensure_one()
        paper = minutes(self._prepare_minutes(), self.env._)
        state = "" if self.state == "signed" else self.env._("draft")
        name = file_name([paper.title.capitalize(), *paper.lines[:1], state], extension)
        return name, self._print_minutes(paper, extension)

    def _print_minutes(self, paper, extension):
        # The letterhead of the school, on whose paper its readers get the minutes.
        school = self.sudo().company_id
        paper = paper.with_requisites(school._get_requisites())
        return self.env["vsoko.paper"]._make_minutes(paper, extension, school)

    def _prepare_minutes(self):
        """Return the meeting as `tools.reports.minutes` takes it."""
        # The school, the chair and the secretary stand in the minutes that the user reads.
        known = self.sudo()
        lines = self.attendance_ids
        present = lines.filtered(lambda line: line.presence == "present")
        absent = lines.filtered(lambda line: line.presence == "absent")
        forms = dict(self._fields["form"]._description_selection(self.env))
        return Minutes(
            school=known.company_id.name,
            body=known.body_id.name,
            number=str(self.number or ""),
            day=format_datetime(self.env, self.date_start, dt_format="d MMMM y"),
            place=self.place or "",
            form=forms[self.form],
            chair=known.chair_id.name or "",
            secretary=known.secretary_id.name or "",
            members=self.roll_members,
            present=tuple(present.mapped("name")),
            absent=tuple((line.name, line.reason or "") for line in absent),
            guests=tuple((self.guests or "").splitlines()),
            quorum=self.quorum_text,
            questions=tuple(item._prepare_question() for item in self.item_ids.sorted("place")),
            appendices=tuple((self.appendices or "").splitlines()),
            corrections=tuple(
                (format_date(self.env, one.create_date), one.name) for one in self.correction_ids
            ),
        )


class VsokoMeetingItem(models.Model):
    _inherit = "vsoko.meeting.item"

    def action_open_extract_pdf(self):
        """Open the extract from the minutes for this question."""
        return self._open_extract("pdf", "new")

    def action_open_extract_docx(self):
        """Download the same as a document of Word."""
        return self._open_extract("docx", "download")

    def _open_extract(self, extension, target):
        return self._open_address(f"/vsoko/meeting/item/{self.id}/{extension}", target)

    def _get_extract(self, extension):
        """Return (name, bytes) of the extract; there is none of minutes that are not signed."""
        self.ensure_one()
        meeting = self.meeting_id
        if meeting.state != "signed":
            raise UserError(self.env._("An extract is made from signed minutes: sign them first."))
        paper = extract(meeting._prepare_minutes(), self._prepare_question(), self.env._)
        parts = [paper.title.capitalize(), self.env._("question %s", self.place)]
        return file_name(parts, extension), meeting._print_minutes(paper, extension)

    def _prepare_question(self):
        return Question(
            place=self.place,
            name=self.name,
            speaker=self.speaker or "",
            heard=self.heard or "",
            speeches=self.speeches or "",
            vote=self.vote_text or "",
            resolutions=tuple(
                Resolved(
                    one.number,
                    one.name,
                    one.responsible or "",
                    format_date(self.env, one.deadline) if one.deadline else "",
                )
                for one in self.resolution_ids
            ),
            opinion=self.separate_opinion or "",
            is_postponed=self.is_postponed,
        )

from odoo import api, fields, models

from ..documents.vsoko_document import KEEPERS


class VsokoMeeting(models.Model):
    """Signed minutes stand in the register of documents, by the number that the body gives them."""

    _name = "vsoko.meeting"
    _inherit = ["vsoko.meeting", "vsoko.registered.mixin"]

    def action_sign(self):
        result = super().action_sign()
        for meeting in self:
            name = self.env._("Minutes: %(body)s", body=meeting.body_id.name)
            meeting._store({"document_id": meeting._enter_minutes(name, meeting._get_day()).id})
        return result

    def _enter_minutes(self, name, day, **values):
        """Enter a paper of the meeting into the register; its members read it there."""
        minutes = {
            "name": name,
            "kind": "minutes",
            "body_id": self.body_id.id,
            "outer_number": str(self.number),
            "date": day,
            "content": self._get_register_text(),
            **values,
        }
        # Whoever signs the minutes need not keep the register.
        return self._enter_in_register(minutes, self.env["vsoko.document"].sudo())

    def _get_register_text(self):
        """Return the questions and resolutions, by whose words the minutes are found."""
        lines = []
        for item in self.item_ids.sorted("place"):
            lines.append(f"{item.place}. {item.name}")
            lines += [f"{one.number}. {one.name}" for one in item.resolution_ids]
        return "\n".join(lines)


class VsokoMeetingCorrection(models.Model):
    """A correction is a paper of its own beside the minutes, in the register too."""

    _name = "vsoko.meeting.correction"
    _inherit = ["vsoko.meeting.correction", "vsoko.registered.mixin"]

    @api.model_create_multi
    def create(self, vals_list):
        corrections = super().create(vals_list)
        for one in corrections:
            meeting = one.meeting_id
            document = meeting._enter_minutes(
                self.env._("Correction of the minutes: %(body)s", body=one.body_id.name),
                fields.Date.context_today(self),
                content=one.name,
                basis_ids=meeting.document_id.ids,
            )
            # Where it stands in the register only the program says.
            one.sudo().document_id = document
        return corrections


class VsokoDocument(models.Model):
    _inherit = "vsoko.document"

    meeting_ids = fields.One2many("vsoko.meeting", "document_id", string="Meetings", groups=KEEPERS)

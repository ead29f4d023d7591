from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import SQL

from .vsoko_action_pupil import HELPING


class VsokoRisk(models.Model):
    """An action that is going on and names the pupil is help."""

    _inherit = "vsoko.risk"

    @api.model
    def _get_help_sql(self):
        return SQL(
            """%s UNION ALL
               SELECT pupil.student_id, pupil.date
                 FROM vsoko_action_pupil pupil
                 JOIN vsoko_action action ON action.id = pupil.action_id
                WHERE action.state = ANY(%s)""",
            super()._get_help_sql(),
            list(HELPING),
        )

    def _get_help_texts(self):
        texts = super()._get_help_texts()
        # What is done is told to readers of the list, in one line without what is in the action.
        lines = (
            self.env["vsoko.action.pupil"]
            .sudo()
            .search([("student_id", "in", self.student_id.ids)], order="id")
        )
        states = dict(lines.action_id._fields["state"]._description_selection(self.env))
        for line in lines:
            action = line.action_id
            texts.setdefault(line.student_id.with_env(self.env), []).append(
                f"{line.date:%d.%m.%Y}, {action.owner_id.name or '—'}: {action.name}"
                f" ({states[action.state]})"
            )
        return texts

    def action_take_measures(self):
        """Propose an action for these pupils; it helps from the day it is accepted."""
        self.check_access("read")
        if not self:
            raise UserError(self.env._("Say which pupils are meant."))
        self._take_turn()
        classes = self.class_id
        names = ", ".join(classes.sorted("key").mapped("name"))
        subjects = self.reason_ids.filtered(lambda reason: not reason.date_to).subject_id
        action = self.env["vsoko.action"].create(
            {
                "name": self.env._("Help for pupils: %(classes)s", classes=names),
                "company_id": self.company_id[:1].id,
                "class_id": classes.id if len(classes) == 1 else False,
                "subject_id": subjects.id if len(subjects) == 1 else False,
                "pupil_ids": [
                    Command.create({"student_id": student.id}) for student in self.student_id
                ],
            }
        )
        return action._open_records()

from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import SQL

from .vsoko_action import WAITED
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
        """Propose an action for these pupils; it helps from the day it is accepted.

        What is proposed or going on for the same reasons is opened instead, whoever proposed it:
        a new one is made for those pupils alone of whom nobody thinks yet.
        """
        self.check_access("read")
        if not self:
            raise UserError(self.env._("Say which pupils are meant."))
        self.env["vsoko.action"].check_access("create")
        # whichever list shows a pupil, two presses about him follow one another
        self.student_id._take_turn()
        known = self._get_open_actions()
        waiting = self.filtered(lambda risk: not known[risk])
        if waiting:
            return waiting._propose_action()._open_records()
        actions = self.env["vsoko.action"].union(*known.values())._filtered_access("read")
        if not actions:
            raise UserError(self.env._("Somebody works on this problem already."))
        return actions._open_records()

    def _get_open_actions(self):
        """Return {risk: actions that name the pupil, are not done yet and came after the newest
        of the reasons}."""
        # Whoever works on it: the same pupil is not taken up twice for the same reasons.
        lines = (
            self.env["vsoko.action.pupil"]
            .sudo()
            .search([("student_id", "in", self.student_id.ids), ("action_id.state", "in", WAITED)])
        )
        found = lines.grouped("student_id")
        actions = {}
        for risk in self:
            own = found.get(risk.student_id, lines.browse())
            day = risk._get_newest_day()
            own = own.filtered(lambda line, day=day: not day or line.date >= day)
            actions[risk] = own.action_id.sudo(False)
        return actions

    def _propose_action(self):
        classes = self.class_id
        subjects = self._get_standing().subject_id
        return self.env["vsoko.action"].create(
            {
                "name": self.env._(
                    "Help for pupils: %(classes)s",
                    classes=", ".join(classes.sorted("key").mapped("name")),
                ),
                "company_id": self.company_id[:1].id,
                "class_id": classes.id if len(classes) == 1 else False,
                "subject_id": subjects.id if len(subjects) == 1 else False,
                "pupil_ids": [
                    Command.create({"student_id": student.id}) for student in self.student_id
                ],
            }
        )

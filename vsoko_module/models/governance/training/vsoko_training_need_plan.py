from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .vsoko_training_need import ADMINISTRATION


class VsokoAction(models.Model):
    """The directions of training that an action carries out."""

    _inherit = "vsoko.action"

    origin = fields.Selection(
        selection_add=[("training", "Directions of training")],
        ondelete={"training": "set default"},
    )
    training_need_ids = fields.One2many(
        "vsoko.training.need",
        "action_id",
        string="Directions of training",
        readonly=True,
        groups=ADMINISTRATION,
    )


class VsokoTrainingNeed(models.Model):
    """The plan of training is an action: measures by people and days, and its effect by figures."""

    _inherit = "vsoko.training.need"

    def action_plan(self):
        """Make one action of these needs, with a measure for each teacher, and open it."""
        self._check_planning()
        self._take_turn()
        subjects = self.subject_id
        action = self.env["vsoko.action"].create(
            {
                "name": self.env._("Training: %(themes)s", themes=self._join_themes()),
                "company_id": self.company_id.id,
                "subject_id": subjects.id if len(subjects) == 1 else False,
                "deadline": max(filter(None, self.mapped("due_date")), default=False),
                "measure_ids": [
                    Command.create(needs._prepare_measure(teacher))
                    for teacher, needs in self.grouped("teacher_id").items()
                ],
            }
        )
        action._store({"origin": "training"})
        # The right was asked; the link is the program's field.
        self.sudo().action_id = action
        return action._open_records()

    def _check_planning(self):
        self.check_access("write")
        if not self.env.user.has_group(ADMINISTRATION):
            raise AccessError(self.env._("Training is planned by the administration."))
        if not self or any(need.date_to for need in self) or len(self.company_id) > 1:
            raise UserError(self.env._("Choose directions of one school that still stand."))
        planned = self.filtered(lambda need: need.action_id and not need.action_id.is_locked)
        if planned:
            raise UserError(
                self.env._(
                    "These are planned already: %(names)s.",
                    names="; ".join(planned.mapped("display_name")),
                )
            )

    def _join_themes(self):
        themes = list(dict.fromkeys(self.mapped("display_name")))
        return "; ".join(themes[:3]) + ("…" if len(themes) > 3 else "")

    def _prepare_measure(self, teacher):
        """Return the measure of one teacher: how and what to learn, by when."""
        ways = dict(self._fields["way"]._description_selection(self.env))
        need = self[:1]
        how = [need.proposal or ways.get(need.way) or self.env._("Training")]
        return {
            "name": ": ".join([*how, self._join_themes()]),
            "owner_id": teacher.user_id.id,
            "deadline": need.due_date,
        }

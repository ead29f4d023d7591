from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .vsoko_action import WORKED_ON


class VsokoAction(models.Model):
    """Actions from what shows a problem: one press, with what is known filled in."""

    _inherit = "vsoko.action"

    def _open_or_make(self, source, known, vals):
        """Open the action on this problem that is worked on already, or make one and open it.

        :param source: the record that shows the problem; two presses follow one another by it
        :param known: domain of the actions on the same problem
        :param vals: of a new action; also what only the program writes
        """
        self.check_access("create")
        source._take_turn()
        # Whoever works on it: the same problem is not taken up twice. Who may not read the action
        # of somebody else hears that there is one.
        action = self.sudo().search(known & Domain("state", "in", WORKED_ON), limit=1)
        action = action.sudo(False)
        if not action:
            given = {name: vals.pop(name) for name in self._get_given_fields() & vals.keys()}
            action = self.create(vals)
            action._store(given)
        elif not action.has_access("read"):
            raise UserError(self.env._("Somebody works on this problem already."))
        return action._open_records()


class VsokoIndicatorValue(models.Model):
    _inherit = "vsoko.indicator.value"

    def action_take_measures(self):
        """Act on what the figure shows."""
        self.ensure_one()
        self.check_access("read")
        if self.student_id:
            raise UserError(
                self.env._(
                    "An action is about classes, subjects and the school. What is done for one"
                    " pupil is the pupil's own plan and is not written here."
                )
            )
        Action = self.env["vsoko.action"]
        return Action._open_or_make(
            self.period_id, self._get_same_problem(), self._prepare_action()
        )

    def _get_same_problem(self):
        """Return the domain of the actions on the same indicator in the same place."""
        return (
            Domain("company_id", "=", self.company_id.id)
            & Domain("indicator_id.code", "=", self.indicator_id.code)
            & Domain("cell", "=", self.cell)
        )

    def _prepare_action(self):
        vals = {
            "name": f"{self.indicator_id.name}: {self._get_cell_name('display_name')}",
            "company_id": self.company_id.id,
            "origin": "figure",
            "indicator_id": self.indicator_id.id,
            "period_id": self.period_id.id,
            "class_id": self.class_id.id,
            "subject_id": self.subject_id.id,
            "target_period_id": self.period_id._get_next().id,
            **self._prepare_evidence(),
        }
        target = self.indicator_id._get_target()
        return vals if target is None else vals | {"target": target}


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def _get_next(self):
        """Return the period of the same kind that begins first after this one, maybe empty."""
        same_kind = Domain("company_id", "=", self.company_id.id) & Domain("kind", "=", self.kind)
        later = Domain("date_start", ">", self.date_end)
        return self.search(same_kind & later, order="date_start", limit=1)


class VsokoValidationFinding(models.Model):
    _inherit = "vsoko.validation.finding"

    def action_take_measures(self):
        """Act on what a check has found."""
        self.ensure_one()
        self.check_access("read")
        where = [self.display_name, self.member] if self.member else [self.display_name]
        vals = {
            "name": ": ".join(where),
            "problem": "\n".join(filter(None, (self._describe_found(), self.instruction))),
            "company_id": self.company_id.id,
            "period_id": self.period_id.id,
            "origin": "finding",
            "finding_id": self.id,
        }
        known = Domain("finding_id", "=", self.id)
        return self.env["vsoko.action"]._open_or_make(self, known, vals)

    def _describe_found(self):
        if not self.left_value:
            return None
        return self.env._(
            "Found %(found)s, compared with %(compared)s.",
            found=self.left_value,
            compared=self.right_value or "—",
        )


class VsokoObservation(models.Model):
    _inherit = "vsoko.observation"

    def action_take_measures(self):
        """Act on what an expert has seen; a pupil is not named."""
        self.ensure_one()
        self.check_access("read")
        about = (self.class_id.display_name, self.subject_id.name, self.programme_name)
        vals = {
            "name": ": ".join([self.rubric_id.name, ", ".join(filter(None, about))]).rstrip(": "),
            "problem": False if self.student_id else self.recommendations,
            "company_id": self.company_id.id,
            "class_id": self.class_id.id,
            "subject_id": self.subject_id.id,
            "origin": "observation",
            "observation_id": self.id,
        }
        known = Domain("observation_id", "=", self.id)
        return self.env["vsoko.action"]._open_or_make(self, known, vals)

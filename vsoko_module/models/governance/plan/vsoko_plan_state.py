from odoo import api, fields, models
from odoo.exceptions import UserError

from .vsoko_plan_line import ANSWERED

# so many lines are named when a plan cannot be approved
MOST_NAMED = 8


class VsokoPlan(models.Model):
    """The way of a plan: draft, discussed, approved by the director, replaced by a version."""

    _inherit = "vsoko.plan"

    def action_discuss(self):
        self._leave("draft", "discussed")
        return self._toast(self.env._("Sent to discussion"))

    def action_back_to_draft(self):
        self._leave("discussed", "draft")
        return self._toast(self.env._("Opened for changes"))

    def _leave(self, before, after):
        self.check_access("write")
        self._check_unlocked()
        if any(plan.state != before for plan in self):
            raise UserError(self.env._("The plan has left this state already: reload the page."))
        self._store({"state": after})

    def action_approve(self):
        """Put the plan in force instead of its earlier version; only the director may."""
        self._check_director()
        self.check_access("write")
        self._begin_signing()
        for plan in self:
            plan._check_complete()
            before = plan._get_in_force()
            before._store({"state": "archived"})
            # Only one plan of a year may be in force: the old one has to leave the state first.
            self.env.flush_all()
            plan._store(
                {
                    "state": "approved",
                    "approved_by_id": self.env.uid,
                    "approved_date": fields.Date.context_today(self),
                }
            )
            plan.line_ids._begin_following()
        return self._toast(self.env._("Noted as approved"))

    @api.model
    def _get_waiting_domain(self):
        return [("state", "in", ("draft", "discussed"))]

    def _tell_lacking(self):
        told = dict.fromkeys(self.ids, "")
        for plan in self:
            if not plan.line_ids:
                told[plan.id] = self.env._("no lines yet")
            elif count := len(plan._find_unanswered()):
                told[plan.id] = self.env._("lines that lack something: %(count)s", count=count)
        return told

    def _get_in_force(self):
        """Return the approved plan of the same year, maybe empty."""
        return self.search([("year_id", "=", self.year_id.id), ("state", "=", "approved")])

    def _check_complete(self):
        """Raise UserError that names the lines nobody could carry out or follow."""
        if not self.line_ids:
            raise UserError(self.env._("“%(name)s” has no lines yet.", name=self.display_name))
        labels = self.env["vsoko.plan.line"].fields_get(list(ANSWERED), ["string"])
        problems = [
            f"{line.name}: {', '.join(labels[name]['string'].lower() for name in missing)}"
            for line, missing in self._find_unanswered().items()
        ]
        if problems:
            named = problems[:MOST_NAMED]
            if len(problems) > MOST_NAMED:
                rest = len(problems) - MOST_NAMED
                named.append(self.env._("… and %(count)s more", count=rest))
            raise UserError("\n".join([self.env._("Lines that lack something:"), *named]))

    def _find_unanswered(self):
        """Return {line: names of the fields that it lacks}."""
        lacking = {line: [name for name in ANSWERED if not line[name]] for line in self.line_ids}
        return {line: missing for line, missing in lacking.items() if missing}

    def action_new_version(self):
        """Open the draft that corrects the plan in force; copy the plan when there is none."""
        self.ensure_one()
        self.check_access("write")
        self._take_turn()
        if self.state != "approved":
            raise UserError(self.env._("A new version is made from the plan that is in force."))
        draft = self.search(
            [("parent_id", "=", self.id), ("state", "in", ("draft", "discussed"))], limit=1
        )
        return (draft or self._copy_version())._open_records()

    def _copy_version(self):
        draft = self.copy({"name": self.name})
        # Which version a new one comes from only the program says; the user has just made it.
        draft.sudo().write({"parent_id": self.id, "version": self.version + 1})
        self.line_ids._copy_to(draft, lambda line: {"previous_id": line.id})
        return draft

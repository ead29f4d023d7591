from odoo import api, models
from odoo.fields import Domain

from ...school.vsoko_digest import DigestPart

ADMINISTRATION = "vsoko_module.group_administration"


class VsokoDigest(models.AbstractModel):
    """The letter of the day says how many pupils came to the list, and names nobody."""

    _inherit = "vsoko.digest"

    @api.model
    def _collect(self, days):
        return super()._collect(days) + self.env["vsoko.risk"]._get_digest(days)


class VsokoRisk(models.Model):
    _inherit = "vsoko.risk"

    @api.model
    def _get_digest(self, days):
        """Return the parts of the letters of these people: class teachers are told of their class
        by the rules that say so, the administration of all the school.

        :param days: {user: today of the user}
        """
        waiting = self.search(
            self._get_present_domain()
            & Domain("state", "=", "open")
            & Domain("is_within", "=", True)
        )
        if not waiting:
            return []
        told = waiting._get_told_to_class()
        by_teacher = told.grouped(lambda risk: risk.class_id.homeroom_teacher_id.user_id)
        parts = []
        for user in days:
            if user.has_group(ADMINISTRATION):
                mine = waiting.filtered(lambda risk, user=user: risk.company_id in user.company_ids)
            else:
                mine = by_teacher.get(user, self.browse())
            if mine:
                parts.append(mine._get_digest_part(user))
        return parts

    def _get_told_to_class(self):
        """Return those of whom the class teacher is told: by one rule at the least."""
        told = self.env["vsoko.risk.reason"].search(
            Domain("risk_id", "in", self.ids)
            & Domain("date_to", "=", False)
            & Domain("rule_id.told", "=", "class")
        )
        return told.risk_id

    def _get_digest_part(self, user):
        since = user.vsoko_digest_date
        new = self.filtered(lambda risk: not since or risk.date_from >= since)
        env = self.with_context(lang=user.lang).env
        line = env._("waiting for help: %(count)s, new: %(new)s", count=len(self), new=len(new))
        return DigestPart(user, env._("Pupils who may need help"), [line], bool(new), self)

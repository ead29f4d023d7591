from odoo import models
from odoo.tools import format_date


class VsokoAccount(models.Model):
    _inherit = "vsoko.account"

    def _get_reason_given(self, group, grants):
        """A role that a membership gave says which one, and until when."""
        grant = grants.filtered(lambda one: one.group_id == group)[:1]
        if not grant.body_name:
            return super()._get_reason_given(group, grants)
        member = grant.member_id
        if member.date_to:
            return self.env._(
                "%(role)s: member of “%(body)s” from %(start)s to %(end)s",
                role=group.name,
                body=grant.body_name,
                start=format_date(self.env, member.date_from),
                end=format_date(self.env, member.date_to),
            )
        return self.env._(
            "%(role)s: member of “%(body)s” from %(start)s",
            role=group.name,
            body=grant.body_name,
            start=format_date(self.env, member.date_from or grant.create_date),
        )

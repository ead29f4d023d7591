from odoo import models

from .vsoko_validation_finding import ACTIVE


class VsokoDataForm(models.Model):
    """A form is checked by the rules: while it is filled in, and before it is complete."""

    _inherit = "vsoko.data.form"

    def _get_blocking_problems(self):
        """A blocking rule that does not hold keeps the form open, whatever door completes it."""
        found = self.period_id._check_rules(form=self)
        return super()._get_blocking_problems() + [
            self._describe_found(rule, cell, one)
            for (rule, _element, cell), one in found.items()
            if one.importance == "blocking"
        ]

    def _describe_found(self, rule, cell, found):
        of_whom = self._get_member_name(cell)
        return self.env._(
            "%(rule)s%(member)s: %(left)s %(operator)s %(right)s does not hold. %(instruction)s",
            rule=rule.name,
            member=f" ({of_whom})" if of_whom else "",
            left=found.left,
            operator=rule._get_operator_text(),
            right=found.right,
            instruction=rule.instruction,
        )

    def _get_sheet_findings(self):
        """What the page shows beside the cells, as the user may read it."""
        if not self.is_locked:
            self.period_id._check_rules(form=self, while_filling=True)
        findings = self.env["vsoko.validation.finding"].search(
            [("form_id", "=", self.id), ("state", "in", ACTIVE)]
        )
        by_code = {one.code: one.id for one in self.set_id._get_elements()}
        told = [finding._describe_for_sheet(by_code) for finding in findings]
        return super()._get_sheet_findings() + told

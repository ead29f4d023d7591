from odoo import models
from odoo.exceptions import UserError

from ....tools.statistics.completeness import LONG_UNCHANGED, unchanged_periods
from .vsoko_data_value import COLUMNS


class VsokoDataForm(models.Model):
    """«Nothing has changed»: what stood last time, copied, and confirmed for a section at once."""

    _inherit = "vsoko.data.form"

    def _get_previous_values(self):
        """Return {(element, key of the member): value} of the last period before this one."""
        self.ensure_one()
        # Whoever fills in a form sees what stood there last time, whoever wrote it.
        previous = self.sudo()._get_previous()
        return {(one.element_id, one.cell): one for one in previous.value_ids}

    def copy_section(self, section_id: int):
        """Copy what stood last time into the blank cells of a section; return how many.

        Only states on a day that allow it are copied, never events. The copies count as nothing
        before they are confirmed.
        """
        section = self._begin_section(section_id)
        self._check_open()
        filled = {(one.element_id, one.cell) for one in self.value_ids}
        expected = set(self._get_cells()[self])
        copied = [
            self._prepare_copy(value)
            for (element, cell), value in self._get_previous_values().items()
            if element in section.element_ids
            and element.copy_policy == "offer"
            and element.stock_flow == "stock"
            and (element, cell) in expected - filled
            and value.state in ("entered", "confirmed")
        ]
        # Values are written by the program alone; the right was checked.
        self.env["vsoko.data.value"].sudo().create(copied)
        self._after_entry()
        return len(copied)

    def confirm_section(self, section_id: int):
        """Confirm the copies of a section; return in words what has not changed for long."""
        section = self._begin_section(section_id)
        self._check_open()
        # As above.
        copies = self.sudo().value_ids.filtered(
            lambda one: one.state == "copied" and one.element_id in section.element_ids
        )
        for value in copies:
            value.write({"state": "confirmed", "version": self.saves + 1})
            self._keep_change(value.element_id, value.cell, False, value.shown, {})
        self._after_entry()
        return [
            self.env._(
                "%(cell)s: has not changed for %(count)s periods",
                cell=value._get_cell_name(),
                count=value.unchanged,
            )
            for value in copies
            if value.unchanged >= LONG_UNCHANGED
        ]

    def _begin_section(self, section_id):
        self.ensure_one()
        self._check_filler()
        self._wait_for_turn()
        section = self.set_id.section_ids.filtered(lambda one: one.id == section_id)
        if not section:
            raise UserError(self.env._("The form has no such section."))
        return section

    def _prepare_copy(self, value):
        fields_of_cell = self.env["vsoko.data.value"]._prepare_cell(value.element_id, value.cell)
        columns = {
            name: value._fields[name].convert_to_write(value[name], value) for name in COLUMNS
        }
        return {
            "form_id": self.id,
            **fields_of_cell,
            **columns,
            "state": "copied",
            "version": self.saves + 1,
            "unchanged": unchanged_periods(value.unchanged, same=True),
        }

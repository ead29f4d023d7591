import base64

from odoo import models
from odoo.exceptions import UserError

# 10 MB as base64
MOST_LETTERS = 10 * 1024 * 1024 * 4 // 3


class VsokoDataForm(models.Model):
    """Files that confirm a value; of an element of this kind the file is the value."""

    _inherit = "vsoko.data.form"

    def attach_file(self, element_id: int, cell: str, name: str, content: str):
        """Attach a file to the value of a cell; return it as `get_entry_sheet` describes files.

        :param content: the file as base64 text
        :raise UserError: for a cell without a value, and for what is no file
        """
        self.ensure_one()
        self._check_filler()
        self._wait_for_turn()
        self._check_open()
        value = self._get_value_for_file(element_id, cell)
        if len(content) > MOST_LETTERS:
            raise UserError(self.env._("A file at a value is not larger than 10 MB."))
        try:
            raw = base64.b64decode(content)
        except ValueError as error:
            text = self.env._("The file has not arrived whole. Choose it again.")
            raise UserError(text) from error
        # The right to fill in the form was checked; a value is written by the program alone.
        attachment = (
            self.env["ir.attachment"]
            .sudo()
            .create({"name": name, "raw": raw, "res_model": value._name, "res_id": value.id})
        )
        value.sudo().attachment_ids += attachment
        self._keep_change(value.element_id, cell, False, self._say_file(name), {})
        self._after_entry()
        return {"id": attachment.id, "name": attachment.name}

    def detach_file(self, element_id: int, cell: str, attachment_id: int):
        """Take a file away from the value of a cell."""
        self.ensure_one()
        self._check_filler()
        self._wait_for_turn()
        self._check_open()
        value = self._find_value(element_id, cell)
        file = value.attachment_ids.filtered(lambda one: one.id == attachment_id)
        # As above.
        file, value = file.sudo(), value.sudo()
        self._keep_change(value.element_id, cell, self._say_file(file.name), False, {})
        file.unlink()
        if value.element_id.value_type == "file" and not value.attachment_ids:
            value.unlink()
        self._after_entry()

    def _find_value(self, element_id, cell):
        return self.value_ids.filtered(
            lambda one: one.element_id.id == element_id and one.cell == cell
        )

    def _get_value_for_file(self, element_id, cell):
        value = self._find_value(element_id, cell)
        if value and value.state != "excused":
            return value
        expected = {(element.id, key): element for element, key in self._get_cells()[self]}
        element = expected.get((element_id, cell))
        if not element or element.value_type != "file":
            raise UserError(self.env._("Enter the value first, then attach the file to it."))
        Value = self.env["vsoko.data.value"]
        # As above: a file is the value of this element.
        value.sudo().unlink()
        return Value.sudo().create({"form_id": self.id, **Value._prepare_cell(element, cell)})

    def _say_file(self, name):
        return self.env._("file “%(name)s”", name=name)

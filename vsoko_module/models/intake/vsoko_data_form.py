from odoo import fields, models
from odoo.exceptions import UserError

from ...tools import readers
from ...tools.readers.layouts import data_form as layout
from ...tools.writers.data_form import data_form
from .file_text import decode
from .loaders.data_form import DataFormLoader
from .loaders.resolver import Resolver


class VsokoDataForm(models.Model):
    """A form goes out as a table and comes back: on its page, or as a file that is loaded."""

    _inherit = "vsoko.data.form"

    def action_download_template(self):
        """Download the table of the form with what is filled in already."""
        return self._open_address(f"/vsoko/form/{self.id}/table", "download")

    def _build_template(self):
        """``(file name, bytes)`` of the table of the form."""
        self.ensure_one()
        self.check_access("read")
        content = data_form(
            self.id, self._get_title(), self.period_id.display_name, self._get_template_rows()
        )
        return f"{self._get_title()} {self.period_id.display_name}.xlsx", content

    def _get_template_rows(self):
        sheet = self._build_sheet()
        sections = {
            row: section["name"]
            for section in sheet["sections"]
            for block in section["blocks"]
            for row in block["rows"]
        }
        stored = {(one.element_id.id, one.cell): one for one in self.value_ids}
        elements = {one.id: one for one in self.set_id._get_elements()}
        return [
            self._prepare_template_row(
                elements[cell["element"]],
                cell,
                sections[row["id"]],
                stored.get((cell["element"], cell["cell"])),
            )
            for row in sheet["rows"]
            for cell in row["cells"]
            if not cell["is_shut"]
        ]

    def _prepare_template_row(self, element, cell, section, value):
        return {
            "key": f"{element.code} {cell['cell']}",
            "section": section,
            "name": element.name,
            "member": self._get_member_name(cell["cell"]),
            "previous": cell["previous"],
            "value": value._get_file_value() if value else None,
            "reason": layout.REASONS.get(value.reason) if value else None,
            "comment": cell["comment"],
            "kind": element.value_type,
            "digits": element.digits,
        }

    def read_entry_file(self, name: str, content: str):
        """Read a filled table of this form for its page; nothing is stored.

        :param content: the file as base64 text
        :return: ``{'values': [cell as `save_values` takes it], 'problems': [text]}``, those that
            differ from what is stored
        :raise UserError: a file that cannot be read
        """
        self.ensure_one()
        self._check_filler()
        try:
            extract = readers.read(
                decode(self.env, content),
                name,
                readers.read_sheets_apart,
                layout=layout.KEY,
                today=fields.Date.context_today(self),
            )
        except readers.Refused as refused:
            raise UserError(refused.message(self.env._)) from refused
        if extract.details.number != self.id:
            raise UserError(
                self.env._("The file is of another form: № %s.", extract.details.number)
            )
        # not stored: who fills in has no journal of imports, the page saves by its own rights
        record = self.env["vsoko.import"].new({"company_id": self.company_id.id})
        loader = DataFormLoader(record, extract, Resolver(self.env, self.company_id))
        loader.plan()
        return {
            "values": loader.get_changed_rows(),
            "problems": [issue.in_words(self.env) for issue in loader.issues],
        }


class VsokoDataValue(models.Model):
    _inherit = "vsoko.data.value"

    def _get_file_value(self):
        """The value as a spreadsheet has it, None for what is left out."""
        if self.state == "excused":
            return None
        kind = self.element_id.value_type
        if kind == "yes_no":
            return layout.YES_NO[bool(self.value_number)]
        if kind in ("integer", "number", "percent"):
            return int(self.value_number) if kind == "integer" else self.value_number
        if kind == "choice":
            return self.choice_id.name
        return self.value_date if kind == "date" else self.value_text or None

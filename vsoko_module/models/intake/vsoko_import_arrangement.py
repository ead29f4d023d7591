from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools.readers.arrangement import Arrangement
from ...tools.readers.meanings import BY_HEADING, IGNORED, VOCABULARIES
from .vsoko_import import LAYOUTS

# of a school with hundreds of forms the latest are asked
MOST_ASKED = 200


class VsokoImportArrangement(models.Model):
    """What people said about the columns of a table, remembered for the files like it."""

    _name = "vsoko.import.arrangement"
    _inherit = ["vsoko.company.mixin"]
    _description = "Remembered columns of a table"
    _order = "id desc"

    name = fields.Char(required=True)
    layout = fields.Selection(LAYOUTS, string="Kind of file", required=True, readonly=True)
    content = fields.Text(required=True, readonly=True)
    signature = fields.Char(compute="_compute_content", store=True)
    columns = fields.Text(compute="_compute_content", store=True, string="Columns of the table")
    import_ids = fields.One2many("vsoko.import", "arrangement_id", string="Files")

    _signature_uniq = models.Constraint(
        "UNIQUE(company_id, signature)", "The columns of such a table are remembered already."
    )

    @api.depends("content")
    def _compute_content(self):
        for record in self:
            arrangement = record._get_arrangement() if record.content else None
            record.signature = arrangement.signature if arrangement else False
            record.columns = arrangement and _in_words(arrangement)

    @api.constrains("content", "layout")
    def _check_content(self):
        for record in self:
            arrangement = record._get_arrangement()
            if arrangement.layout != record.layout:
                raise ValidationError(self.env._("The columns are those of another kind of file."))

    def _get_arrangement(self):
        """The ``Arrangement``; raise ``ValidationError`` for what the page does not make."""
        self.ensure_one()
        arrangement = Arrangement.from_json(self.content)
        if not arrangement:
            raise ValidationError(
                self.env._("Columns are told on the page of a file, not written by hand.")
            )
        return arrangement

    @api.model
    def _get_remembered(self, company):
        """``{Arrangement's signature: record}`` of a school, the latest first."""
        records = self.search([("company_id", "=", company.id)], limit=MOST_ASKED)
        return {record.signature: record for record in records}

    @api.model
    def _remember(self, company, arrangement, name):
        """Make the record of an arrangement, or change the one with the same headings.

        The caller has the right to write the file that the arrangement was told for.
        """
        content = arrangement.to_json()
        existing = self.search(
            [("company_id", "=", company.id), ("signature", "=", arrangement.signature)]
        )
        # what was told is closed to all but the page of columns
        if existing:
            existing.sudo().content = content
            return existing
        layouts = dict(self._fields["layout"]._description_selection(self.env))
        # what was told is closed to all but the page of columns
        record = self.sudo().create(
            {
                "name": f"{layouts[arrangement.layout]}: {name}",
                "layout": arrangement.layout,
                "content": content,
                "company_id": company.id,
            }
        )
        return record.with_env(self.env)


def _in_words(arrangement):
    """The columns as people told them: «Кто» — ФИО."""
    meanings = VOCABULARIES[arrangement.layout].meanings
    return "\n".join(
        f"«{key}» — {meanings[use.field].label} {use.parameter}".strip()
        for key, use in arrangement.columns.items()
        if use.field not in (IGNORED, BY_HEADING)
    )

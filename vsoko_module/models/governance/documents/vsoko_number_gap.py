from odoo import api, fields, models


class VsokoNumberGap(models.Model):
    """A number of a register that nothing has, and how the school explains it.

    The program leaves no gaps; a number that was entered on paper only, or lost with a database,
    is one all the same, and an inspection asks for it. Gaps are found anew whenever the page is
    opened; an explanation stays with its number.
    """

    _name = "vsoko.number.gap"
    _inherit = ["vsoko.company.mixin"]
    _description = "Gap in the numbers of a register"
    _order = "register, series, year desc, number"

    register = fields.Selection([("vsoko.document", "Documents")], required=True, readonly=True)
    # the id of the index or of the body: only compared, so that a new name is no new gap
    holder = fields.Integer(required=True, readonly=True, aggregator=None)
    series = fields.Char(string="Index, council or commission", required=True, readonly=True)
    year = fields.Char(required=True, readonly=True)
    number = fields.Integer(string="Missing number", required=True, readonly=True, aggregator=None)
    explanation = fields.Text(help="Where the number has gone: given on paper, spoilt, lost")

    _number_uniq = models.Constraint(
        "UNIQUE(register, holder, year, number)", "This number is missing once."
    )

    @api.model
    def action_open(self):
        """Find the gaps of today and show them."""
        self.check_access("write")
        self.env.companies._take_turn()
        self._find()
        return self._open_action("vsoko_module.vsoko_number_gap_action")

    @api.model
    def _find(self):
        """Keep a line for each number that is missing in the schools of the user, and no other."""
        registers = dict(self._fields["register"].selection)
        found = {
            (register, vals["holder"], vals["year"], vals["number"]): vals
            for register in registers
            for vals in self.env[register]._prepare_number_gaps(self.env.companies)
        }
        # Only the program makes and removes lines; the right to the page was checked.
        known = self.sudo().search([("company_id", "in", self.env.companies.ids)])
        kept = {(one.register, one.holder, one.year, one.number): one for one in known}
        gone = [gap.id for key, gap in kept.items() if key not in found]
        known.browse(gone).unlink()
        known.create([vals for key, vals in found.items() if key not in kept])


class VsokoNumberingMixin(models.AbstractModel):
    _inherit = "vsoko.numbering.mixin"

    @api.model
    def _prepare_number_gaps(self, schools):
        """Return the lines of the missing numbers of the register in these schools."""
        gaps = self._get_number_gaps([("company_id", "in", schools.ids)])
        return [
            {"register": self._name, "number": number, **self._describe_series(series)}
            for series, numbers in gaps.items()
            for number in numbers
        ]

    @api.model
    def _describe_series(self, series):
        """Return the values of a gap that name its series, of values of `_number_series`: the
        holder comes first."""
        holder, year = series
        return {
            "company_id": holder.company_id.id,
            "holder": holder.id,
            "series": holder.display_name,
            "year": self._get_year_name(holder, year),
        }

    @api.model
    def _get_year_name(self, holder, year):
        return year.display_name


class VsokoDocument(models.Model):
    _inherit = "vsoko.document"

    @api.model
    def _get_year_name(self, holder, year):
        """A series of a school year begins in its first calendar year."""
        return f"{year}/{year + 1}" if holder.year_kind == "school" else str(year)

from odoo import api, fields, models

SEPTEMBER = 9
# what a school begins with; its own list of cases says otherwise
INDEXES = {"local_act": "01-05", "order": "01-03", "note": "01-17", "minutes": "01-07"}


class VsokoDocumentIndex(models.Model):
    """A series of numbers by the school's list of cases: «01-03», orders on the main activity."""

    _name = "vsoko.document.index"
    _inherit = ["vsoko.company.mixin"]
    _description = "Index of documents"
    _order = "code, id"
    _rec_names_search = ["code", "name"]

    name = fields.Char(required=True, help="For example: Orders on the main activity")
    code = fields.Char(
        string="Index", required=True, help="The number of the case in the list of cases: 01-03"
    )
    kind = fields.Selection(selection="_selection_kind", required=True, default="order")
    year_kind = fields.Selection(
        [("calendar", "Calendar year"), ("school", "School year")],
        string="Numbers begin anew with",
        required=True,
        default="calendar",
    )
    paper_year = fields.Integer(
        string="Year of the numbers on paper",
        aggregator=None,
        help="The year in which the school began to number here; of a school year its first one",
    )
    paper_number = fields.Integer(
        string="Last number on paper",
        aggregator=None,
        help="The last number that was given on paper that year; the next one is given here",
    )

    _paper_number_positive = models.Constraint(
        "CHECK(paper_number >= 0)", "A number on paper is not less than zero."
    )

    @api.model
    def _selection_kind(self):
        kinds = self.env["vsoko.document"]._fields["kind"]._description_selection(self.env)
        return [(code, name) for code, name in kinds if code in INDEXES]

    @api.depends("code", "name")
    def _compute_display_name(self):
        for index in self:
            index.display_name = f"{index.code} {index.name}"

    def _get_year(self, day):
        """Return the year whose numbers a day belongs to; of a school year its first one."""
        began = self.year_kind == "calendar" or day.month >= SEPTEMBER
        return day.year if began else day.year - 1

    def _get_first_number(self, year):
        return self.paper_number + 1 if self.paper_year == year else 1

    @api.model
    def _get_of_kind(self, kind, school):
        """Return the first index of a school for a kind; it is made where the school has none."""
        own = [("kind", "=", kind), ("company_id", "=", school.id)]
        found = self.search(own, limit=1)
        if found:
            return found
        school._take_turn()
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        values = {"kind": kind, "company_id": school.id, "name": kinds[kind], "code": INDEXES[kind]}
        # Every school numbers its documents; who signs them need not keep the list of cases.
        return self.sudo().create(values).sudo(False)

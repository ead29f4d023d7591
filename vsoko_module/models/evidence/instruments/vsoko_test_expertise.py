from odoo import fields, models
from odoo.fields import Command
from odoo.tools import SQL


class VsokoTestExpertise(models.Model):
    """A sheet of expertise of a test by the methodical association."""

    _name = "vsoko.test.expertise"
    _inherit = ["vsoko.led.mixin"]
    _description = "Expertise of a test"
    _order = "date desc, id desc"
    _rec_name = "test_id"

    test_id = fields.Many2one(
        "vsoko.test", string="Test", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="test_id.company_id", store=True, index=True)
    expert_id = fields.Many2one(
        "res.users", string="Expert", required=True, default=lambda self: self.env.uid
    )
    date = fields.Date(required=True, default=fields.Date.context_today)
    conclusion = fields.Selection(
        [("approve", "May be approved"), ("rework", "Needs rework")], required=True
    )
    comment = fields.Text(string="Remarks")
    line_ids = fields.One2many(
        "vsoko.test.expertise.line",
        "expertise_id",
        string="Criteria",
        default=lambda self: self._default_line_ids(),
    )

    def _default_line_ids(self):
        # the sheet asks about each of the few criteria
        criteria = self.env["vsoko.test.expertise.criterion"].search([])  # pylint: disable=no-search-all
        return [Command.create({"criterion_id": criterion.id}) for criterion in criteria]

    def _get_led_condition(self, alias):
        return SQL(
            """%s IN (
                SELECT led_test.id FROM vsoko_test led_test WHERE led_test.subject_id IN (%s))""",
            SQL.identifier(alias, "test_id"),
            self._get_led_subjects_sql(),
        )

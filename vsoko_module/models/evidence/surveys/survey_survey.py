from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

OURS = "vsoko"
AUDIENCES = [
    ("parents", "Parents"),
    ("pupils", "Pupils"),
    ("teachers", "Teachers"),
    ("staff", "Staff"),
    ("partners", "Partners of the school"),
]


class SurveySurvey(models.Model):
    """A questionnaire of the school: Odoo's questions and pages under a kind of their own.

    Odoo shows answers of its own kinds alone to users and managers of surveys, so ours are closed
    to all of them. What a campaign asks is a frozen copy, which nobody changes.
    """

    _inherit = "survey.survey"
    _checks_calls = True

    survey_type = fields.Selection(
        selection_add=[(OURS, "Questionnaire of the school")], ondelete={OURS: "cascade"}
    )
    vsoko_company_id = fields.Many2one(
        "res.company",
        string="School",
        index="btree_not_null",
        default=lambda self: self.env.company,
        help="Empty: shipped with the program, for all schools",
    )
    vsoko_audience = fields.Selection(AUDIENCES, string="Who is asked")
    vsoko_origin = fields.Char(string="Where it comes from")
    vsoko_is_frozen = fields.Boolean(string="Copy of a campaign", copy=False)

    vsoko_item_count = fields.Integer(
        string="Number of questions", compute="_compute_vsoko_item_count"
    )

    @api.depends("question_and_page_ids.matrix_row_ids", "question_and_page_ids.question_type")
    def _compute_vsoko_item_count(self):
        for survey in self:
            survey.vsoko_item_count = sum(
                len(question.matrix_row_ids) if question.question_type == "matrix" else 1
                for question in survey.question_ids
            )

    @api.model_create_multi
    def create(self, vals_list):
        surveys = super().create(vals_list)
        surveys._check_vsoko_school()
        return surveys

    def write(self, vals):
        self._check_vsoko_open()
        kinds = {survey: survey.survey_type for survey in self}
        result = super().write(vals)
        for survey, kind in kinds.items():
            if kind != survey.survey_type and OURS in (kind, survey.survey_type):
                raise UserError(self.env._("The kind of a questionnaire does not change."))
        self._check_vsoko_school()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        self._check_vsoko_open()

    def action_vsoko_copy(self):
        """Open a copy that the school may change."""
        self.ensure_one()
        self.check_access("read")
        copy = self.copy({"vsoko_company_id": self.env.company.id, "title": self.title})
        return copy._open_records()

    def _check_vsoko_open(self):
        """Raise UserError when one of these is the copy that a campaign asks."""
        for survey in self:
            if survey.vsoko_is_frozen:
                raise UserError(
                    self.env._(
                        "“%(name)s” is what a campaign asks and does not change: change the"
                        " questionnaire it was made from, the next campaign takes it.",
                        name=survey.title,
                    )
                )

    def _check_vsoko_school(self):
        """Raise AccessError when a questionnaire is given to a school that is not the user's."""
        own = self.filtered(lambda survey: survey.survey_type == OURS)
        if not self.env.su and any(s.vsoko_company_id not in self.env.companies for s in own):
            raise AccessError(
                self.env._(
                    "A questionnaire of all schools comes with the program: copy it to change it."
                )
            )

    def _make_frozen_copy(self):
        """Return the copy that a campaign asks, as superuser: nobody changes it."""
        # The caller reads the questionnaire and may open the campaign.
        copy = self.sudo().copy({"title": self.title, "access_mode": "token"})
        copy.write({"vsoko_is_frozen": True})
        return copy

    def _remove_frozen_copy(self):
        """Delete the copy of a campaign that goes back to its draft without any answer."""
        self.env.cr.execute(
            SQL("UPDATE survey_survey SET vsoko_is_frozen = FALSE WHERE id = ANY(%s)", self.ids)
        )
        self.invalidate_recordset(["vsoko_is_frozen"])
        # The caller has checked the right on the campaign.
        self.sudo().unlink()

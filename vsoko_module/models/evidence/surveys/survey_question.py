from odoo import api, fields, models


class SurveyQuestion(models.Model):
    _name = "survey.question"
    _inherit = ["survey.question", "vsoko.survey.item.mixin"]

    @api.model_create_multi
    def create(self, vals_list):
        questions = super().create(vals_list)
        questions.survey_id._check_vsoko_open()
        return questions

    def write(self, vals):
        self.survey_id._check_vsoko_open()
        result = super().write(vals)
        if "survey_id" in vals:
            self.survey_id._check_vsoko_open()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        self.survey_id._check_vsoko_open()


class SurveyQuestionAnswer(models.Model):
    """A row of a matrix is an item of its own; an answer has points or is «не знаю»."""

    _name = "survey.question.answer"
    _inherit = ["survey.question.answer", "vsoko.survey.item.mixin"]

    vsoko_is_unsure = fields.Boolean(
        string="Hard to say",
        help="Counted apart: it neither raises nor lowers the mean and the shares",
    )

    @api.model_create_multi
    def create(self, vals_list):
        answers = super().create(vals_list)
        answers._check_vsoko_open()
        return answers

    def write(self, vals):
        self._check_vsoko_open()
        result = super().write(vals)
        if {"question_id", "matrix_question_id"} & vals.keys():
            self._check_vsoko_open()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        self._check_vsoko_open()

    def _check_vsoko_open(self):
        (self.question_id | self.matrix_question_id).survey_id._check_vsoko_open()

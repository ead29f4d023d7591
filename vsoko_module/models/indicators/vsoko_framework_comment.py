from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

# the fields of an answer, which its author does not write
ANSWER = frozenset({"answer", "answered_by_id", "answered_date"})


class VsokoFrameworkComment(models.Model):
    """What a member of a council says about a line of a system under discussion, and the answer.

    A comment goes with its version, so an approved version locks what was said about it. The
    line may go while the draft is worked on; what was said of it stays, under its name.
    """

    _name = "vsoko.framework.comment"
    _description = "Comment on a system of indicators"
    _order = "id desc"
    _rec_name = "text"

    framework_id = fields.Many2one(
        "vsoko.framework",
        string="System of indicators",
        required=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="framework_id.company_id", store=True, index=True)
    indicator_id = fields.Many2one(
        "vsoko.indicator",
        string="Indicator",
        index="btree_not_null",
        ondelete="set null",
        domain="[('framework_id', '=', framework_id)]",
    )
    criterion_id = fields.Many2one(
        "vsoko.criterion",
        string="Criterion",
        index="btree_not_null",
        ondelete="set null",
        domain="[('framework_id', '=', framework_id)]",
    )
    line = fields.Char(string="About", compute="_compute_line", store=True)
    text = fields.Text(string="Comment", required=True)
    answer = fields.Text(help="What becomes of it: taken over, or why not")
    answered_by_id = fields.Many2one("res.users", string="Answered by", readonly=True, copy=False)
    answered_date = fields.Date(string="Answered on", readonly=True, copy=False)

    @api.depends("indicator_id", "criterion_id")
    def _compute_line(self):
        for comment in self:
            named = comment.indicator_id.name or comment.criterion_id.name
            comment.line = named or comment.line or self.env._("The whole system")

    @api.constrains("framework_id", "indicator_id", "criterion_id")
    def _check_line(self):
        for comment in self:
            line = comment.indicator_id or comment.criterion_id
            if line and line.framework_id != comment.framework_id:
                raise ValidationError(
                    self.env._("“%(line)s” stands in another system of indicators.", line=line.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        comments = super().create(vals_list)
        answered = comments.filtered("answer")
        if answered:
            answered._check_answering()
            answered._sign_answer()
        return comments

    def write(self, vals):
        if "answer" in vals:
            self._check_answering()
        if vals.keys() - ANSWER:
            self._check_author()
        result = super().write(vals)
        if "answer" in vals:
            self._sign_answer()
        return result

    def _sign_answer(self):
        """Keep who has answered and when."""
        today = fields.Date.context_today(self)
        for comment in self:
            # Who answers is who writes it; nobody says so by hand.
            comment.sudo().write(
                {
                    "answered_by_id": comment.answer and self.env.uid,
                    "answered_date": comment.answer and today,
                }
            )

    def _check_answering(self):
        """Raise AccessError unless the user works on the version."""
        if not self.framework_id.has_access("write"):
            raise AccessError(
                self.env._("Comments are answered by who works on the system of indicators.")
            )

    def _check_author(self):
        """Raise unless the user has written the comments and nobody has answered them."""
        if not self.env.su and self.create_uid - self.env.user:
            raise AccessError(self.env._("A comment is changed by who has written it."))
        if any(self.mapped("answer")):
            raise UserError(self.env._("The comment is answered: write another one."))


class VsokoFramework(models.Model):
    _inherit = "vsoko.framework"

    comment_ids = fields.One2many("vsoko.framework.comment", "framework_id", string="Comments")
    comment_count = fields.Integer(string="Number of comments", compute="_compute_comment_count")
    waiting_count = fields.Integer(
        string="Comments without an answer", compute="_compute_comment_count"
    )

    @api.depends("comment_ids.answer")
    def _compute_comment_count(self):
        for framework in self:
            framework.comment_count = len(framework.comment_ids)
            answered = framework.comment_ids.filtered("answer")
            framework.waiting_count = len(framework.comment_ids - answered)

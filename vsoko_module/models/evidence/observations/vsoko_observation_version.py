from markupsafe import Markup, escape

from odoo import api, fields, models
from odoo.exceptions import UserError

from ....tools.measures import rubric as rubrics


class VsokoObservationVersion(models.Model):
    """What another phone has of a sheet, kept beside it until a person chooses.

    Nothing is merged and nobody's touch is lost: whichever is chosen, the other one stays here.
    """

    _name = "vsoko.observation.version"
    _description = "Another version of a sheet"
    _order = "id desc"
    _rec_name = "observation_id"
    # a phone may get through when its sheet is complete already
    _follows_lock = False

    observation_id = fields.Many2one(
        "vsoko.observation", string="Sheet", required=True, readonly=True, index=True,
        ondelete="cascade",
    )  # fmt: skip
    company_id = fields.Many2one(related="observation_id.company_id", store=True, index=True)
    expert_id = fields.Many2one(related="observation_id.expert_id", store=True, index=True)
    page = fields.Char(required=True, readonly=True, help="The open page that has sent it")
    answers = fields.Json(readonly=True)
    notes = fields.Text(readonly=True)
    comparison = fields.Html(compute="_compute_comparison", sanitize=False)
    state = fields.Selection(
        [("open", "To be chosen"), ("taken", "Taken"), ("left", "Left aside")],
        default="open",
        required=True,
        readonly=True,
    )

    _open_uniq = models.UniqueIndex("(observation_id, page) WHERE state = 'open'")

    @api.depends("answers", "notes", "observation_id.answers", "observation_id.notes")
    def _compute_comparison(self):
        for version in self:
            version.comparison = version._get_comparison()

    def _get_comparison(self):
        """Return the table of both versions; a line that differs is marked."""
        heads = (self.env._("Criterion"), self.env._("In the sheet"), self.env._("In this version"))
        row = Markup("<tr%s><td>%s</td><td>%s</td><td>%s</td></tr>")
        mark = Markup(' class="table-warning"')
        lines = [
            row % (mark if one != other else "", name, _with_breaks(one), _with_breaks(other))
            for name, one, other in self._get_lines()
        ]
        head = Markup("").join(Markup("<th>%s</th>") % title for title in heads)
        table = '<table class="table table-sm"><thead><tr>%s</tr></thead><tbody>%s</tbody></table>'
        return Markup(table) % (head, Markup("").join(lines))

    def _get_lines(self):
        """Return [(criterion, what the sheet says, what this version says)], the notes last."""
        sheet = self.observation_id
        lines = [
            (
                criterion.name,
                self._get_answer_words(sheet.answers, criterion),
                self._get_answer_words(self.answers, criterion),
            )
            for criterion in sheet.rubric_id._get_criteria()
        ]
        return [*lines, (self.env._("Notes"), sheet.notes or "", self.notes or "")]

    def _get_answer_words(self, answers, criterion):
        answer = (answers or {}).get(criterion.key) or {}
        points = answer.get("points")
        words = self.env._("not applicable") if points == rubrics.NOT_APPLICABLE else points
        parts = ["—" if words is None else str(words), answer.get("note", "")]
        return ". ".join(filter(None, parts))

    def action_open_comparison(self):
        """Open both versions beside one another, where one is chosen."""
        self.ensure_one()
        self.check_access("read")
        return self._open_records()

    def action_take(self):
        """The sheet takes this version; what it had stays here."""
        self.ensure_one()
        sheet = self._begin_choice()
        before = {"answers": sheet.answers, "notes": sheet.notes}
        sheet.write({"answers": self.answers, "notes": self.notes})
        # Only the program writes versions; who may write the sheet chooses.
        self.sudo().write({**before, "state": "taken"})
        return self._toast(self.env._("Taken into the sheet"))

    def action_leave(self):
        """The sheet stays as it is; this version is kept, and asks no more."""
        self.ensure_one()
        self._begin_choice()
        # As above.
        self.sudo().state = "left"
        return self._toast(self.env._("The sheet stays as it is"))

    def _begin_choice(self):
        sheet = self.observation_id
        sheet.check_access("write")
        self._take_turn()
        if self.state != "open":
            raise UserError(self.env._("Somebody has chosen already."))
        return sheet


def _with_breaks(text):
    return Markup("<br>").join(escape(line) for line in text.splitlines())

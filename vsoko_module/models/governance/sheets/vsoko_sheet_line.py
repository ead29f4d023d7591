import math

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ....tools.reports.points import points_text
from ....tools.sheets.points import Awarded
from ...evidence.optional_numbers import OptionalFloat
from .vsoko_sheet_criterion import COUNTED

# state → the points that are given in it, the later ones before the earlier ones
STAGES = {
    "self": "claimed",
    "checked": "checked",
    "commission": "final",
    "appealed": "final",
}
GIVEN = ("final", "checked", "claimed", "program_points")


class VsokoSheetLine(models.Model):
    """The points of one criterion: what the program counts, what the teacher claims, what the
    check and the commission say.

    Whoever says nothing leaves the points of the step before; who lowers them says why. What
    neither the program nor the teacher knows stays open: it is no zero.
    """

    _name = "vsoko.sheet.line"
    _description = "Criterion of a teacher's sheet"
    _order = "sheet_id, criterion_id"
    _rec_name = "criterion_id"

    sheet_id = fields.Many2one(
        "vsoko.sheet", string="Sheet", required=True, index=True, readonly=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="sheet_id.company_id", store=True, index=True)
    state = fields.Selection(related="sheet_id.state", string="State of the sheet")
    criterion_id = fields.Many2one(
        "vsoko.sheet.criterion",
        string="Criterion",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    group_id = fields.Many2one(related="criterion_id.group_id")
    source = fields.Selection(related="criterion_id.source")
    description = fields.Text(related="criterion_id.description")
    maximum = fields.Float(related="criterion_id.maximum", aggregator=None)
    value = OptionalFloat(string="Figure", readonly=True, aggregator=None, digits=(12, 3))
    records = fields.Integer(string="Number of records", readonly=True, aggregator=None)
    program_points = OptionalFloat(
        string="By the program", readonly=True, aggregator=None, digits=(6, 2)
    )
    claimed = OptionalFloat(string="Own assessment", aggregator=None, digits=(6, 2))
    checked = OptionalFloat(string="After the check", aggregator=None, digits=(6, 2))
    final = OptionalFloat(string="By the commission", aggregator=None, digits=(6, 2))
    reason = fields.Char(string="Why", help="Why points were lowered or taken away")
    points = OptionalFloat(compute="_compute_points", aggregator=None, digits=(6, 2))
    gap_text = fields.Char(string="For more points", compute="_compute_gap_text")
    evidence_ids = fields.One2many("vsoko.sheet.evidence", "line_id", string="Records")
    change_ids = fields.One2many("vsoko.sheet.change", "line_id", string="Who changed what")

    _criterion_uniq = models.Constraint(
        "UNIQUE(sheet_id, criterion_id)", "A sheet has one line for a criterion."
    )

    @api.depends("program_points", "claimed", "checked", "final")
    def _compute_points(self):
        for line in self:
            given = [line[name] for name in GIVEN if line[name] is not False]
            line.points = given[0] if given else False

    @api.depends("value", "evidence_ids.points", "criterion_id")
    def _compute_gap_text(self):
        for line in self:
            value = None if line.value is False else line.value
            gap = line.criterion_id._get_gap(value, line.evidence_ids.mapped("points"))
            line.gap_text = gap and line._get_gap_text(gap)

    def _get_gap_text(self, gap):
        # rounded up: with so much more the points are really there
        missing = points_text(math.ceil(round(gap.missing * 10, 6)) / 10)
        points = points_text(gap.points)
        if self.source in COUNTED:
            return self.env._("one record more: %(points)s points", points=points)
        if self.criterion_id.less_is_better:
            return self.env._("%(missing)s less: %(points)s points", missing=missing, points=points)
        return self.env._("%(missing)s more: %(points)s points", missing=missing, points=points)

    @api.constrains("claimed", "checked", "final")
    def _check_bounds(self):
        for line in self:
            least, greatest = line.criterion_id._get_bounds()
            given = [line[name] for name in GIVEN[:3] if line[name] is not False]
            if any(one < least or (greatest is not None and one > greatest) for one in given):
                raise ValidationError(
                    self.env._(
                        "“%(name)s” gives from %(least)s to %(greatest)s points.",
                        name=line.criterion_id.display_name,
                        least=points_text(least),
                        greatest="…" if greatest is None else points_text(greatest),
                    )
                )

    @api.constrains("reason")
    def _check_nameless(self):
        for line in self.filtered("reason"):
            line.sheet_id._check_nameless(line.reason)

    def write(self, vals):
        stages = vals.keys() & set(STAGES.values())
        if not stages and "reason" not in vals:
            return super().write(vals)
        for line in self:
            line._check_stage(stages)
        before = {line: line.points for line in self}
        result = super().write(vals)
        for line in self if stages else self.browse():
            line._keep_change(stages, before[line], vals.get("reason"))
        return result

    def _check_stage(self, stages):
        """Raise UserError or AccessError unless these points are given now, and by the user."""
        sheet = self.sheet_id
        stage = STAGES.get(sheet.state)
        if stages - {stage}:
            labels = self.fields_get(stages, ["string"])
            raise UserError(
                self.env._(
                    "“%(sheet)s”: “%(points)s” is not filled in now.",
                    sheet=sheet.display_name,
                    points="”, “".join(sorted(labels[name]["string"] for name in stages)),
                )
            )
        if stage == "claimed" and self.source == "minus":
            raise UserError(self.env._("Points are taken away at the check, not by oneself."))
        if not self.env.su:
            self._check_giver(stage)

    def _check_giver(self, stage):
        """Raise AccessError unless the user gives the points of this stage of the sheet."""
        sheet = self.sheet_id
        if stage == "claimed":
            return sheet._check_filler()
        if stage == "final":
            sheet._check_foreign()
            return sheet._check_keeper()
        return sheet._check_checker()

    def _keep_change(self, stages, before, reason):
        """Keep who changed the points of the line, and demand the reason of a lower number."""
        after = self.points
        (stage,) = stages
        lowered = after is not False and after < (0 if before is False else before)
        if lowered and stage != "claimed" and not (reason or "").strip():
            raise UserError(
                self.env._(
                    "“%(name)s”: %(before)s became %(after)s. Say why, in “Why”, together with the"
                    " points.",
                    name=self.criterion_id.display_name,
                    before=points_text(before or 0),
                    after=points_text(after),
                )
            )
        if after != before:
            # The history is written by the program alone; the right to the points was checked.
            self.env["vsoko.sheet.change"].sudo().create(
                {
                    "line_id": self.id,
                    "stage": stage,
                    "before": before,
                    "after": after,
                    "reason": reason,
                    "changed_by_id": self.env.uid,
                }
            )

    def _check_claims(self):
        """Raise UserError when something is claimed by hand without what shows it, or is claimed
        for what gives no points."""
        for line in self.filtered(lambda line: line._has_paid() and line.claimed):
            if line.claimed > line.program_points:
                raise UserError(
                    self.env._(
                        "“%(name)s”: what was paid by another order gives no points: claim at most"
                        " %(points)s.",
                        name=line.criterion_id.display_name,
                        points=points_text(line.program_points),
                    )
                )
        for line in self.filtered(lambda line: line.source == "manual" and line.points):
            if not line.evidence_ids:
                raise UserError(
                    self.env._(
                        "“%(name)s”: add a record of what you claim.",
                        name=line.criterion_id.display_name,
                    )
                )
            bare = line.evidence_ids.filtered(lambda one: not one.document_ids)
            if line.criterion_id.needs_file and bare:
                raise UserError(
                    self.env._(
                        "“%(name)s”: add a photo or a file to “%(record)s”.",
                        name=line.criterion_id.display_name,
                        record=bare[0].name,
                    )
                )

    def _has_paid(self):
        return any(self.evidence_ids.mapped("paid_elsewhere"))

    def _get_part(self):
        """Return what the line gives to the sheet, for `tools.sheets.points.total`."""
        group = self.group_id
        known = None if self.points is False else self.points
        return Awarded(known, group.id, group.cap, self.criterion_id._get_most())

    def _count(self):
        """Count the points of the program from the figures and records of these lines."""
        records = self.evidence_ids._with_sharers()
        records._give_points()
        counted = []
        # what colleagues get of a common event follows, whoever counts
        lines = self.sudo() | records.line_id
        for line in lines:
            value = None if line.value is False else line.value
            given = line.evidence_ids.mapped("points")
            counted.append((line.id, len(given), line.criterion_id._get_points(value, given)))
        lines._store_counted(counted)

    def _lower(self, before, reason):
        """Let the points of the check follow a record that gives fewer now; keep who has done it.

        :param before: {line: its points before}
        """
        for line in self:
            known = line.program_points or 0
            if before[line] and before[line] > known:
                super(VsokoSheetLine, line).write({"checked": known, "reason": reason})
                line._keep_change({"checked"}, before[line], reason)

from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ...models.evidence.points import Points
from ...models.mixins.shown_figures import shown_text
from ...tools import measures
from ...tools.reports.points import points_text

MARKS = (2, 3, 4, 5)


class VsokoTestScale(models.TransientModel):
    """Shows what marks the scale of a test gives, and what another one would; applies it."""

    _name = "vsoko.test.scale"
    _description = "Scale of a test"

    test_id = fields.Many2one("vsoko.test", required=True, readonly=True, ondelete="cascade")
    test_state = fields.Selection(related="test_id.state")
    subject_id = fields.Many2one(related="test_id.subject_id")
    max_score = Points(related="test_id.max_score", string="Greatest points of the test")
    scale_id = fields.Many2one(
        "vsoko.scale",
        string="Scale of the year",
        compute="_compute_scale_id",
        store=True,
        readonly=False,
        domain="[('subject_id', '=', subject_id), ('line_ids', '!=', False)]",
    )
    origin = fields.Text(related="scale_id.origin")
    problem = fields.Text(string="Why it does not fit", compute="_compute_problem")
    preview = fields.Html(compute="_compute_preview", sanitize=False)

    @api.depends("test_id")
    def _compute_scale_id(self):
        """Propose the latest scale for the subject, grade and points of a draft."""
        for wizard in self:
            test = wizard.test_id
            wizard.scale_id = test.state == "draft" and self.env["vsoko.scale"].search(
                [
                    ("subject_id", "=", test.subject_id.id),
                    ("grade", "=", test.grade),
                    ("max_score", "=", test.max_score),
                    ("line_ids", "!=", False),
                ],
                order="year desc, region nulls first, id desc",
                limit=1,
            )

    @api.depends("scale_id", "test_id")
    def _compute_problem(self):
        for wizard in self:
            scale = wizard.scale_id
            wizard.problem = scale._get_misfit(wizard.test_id) if scale else False

    @api.depends("scale_id", "test_id")
    def _compute_preview(self):
        for wizard in self:
            results = wizard._get_results()
            scales = [(self.env._("Scale of the test"), wizard.test_id.band_ids)]
            if wizard.scale_id and not wizard.problem:
                scales.append((wizard.scale_id.display_name, wizard.scale_id.line_ids))
            wizard.preview = self.env["ir.qweb"]._render(
                "vsoko_module.vsoko_test_scale_preview",
                {
                    "count": len(results),
                    "scales": [
                        wizard._prepare_scale(name, lines, results)
                        for name, lines in scales
                        if lines
                    ],
                },
            )

    def _prepare_scale(self, name, lines, results):
        """Return the name of a scale and, for each mark, its points and how many get it."""
        bands = lines._get_bands()
        counts = Counter(measures.mark_of(total, bands, parts) for total, parts in results)
        by_mark = {line.mark: line for line in lines}
        return {
            "name": name,
            "marks": [
                {
                    "mark": mark,
                    "points": self._describe_points(by_mark[mark]) if mark in by_mark else "—",
                    "count": counts[mark],
                    "share": self._format_share(counts[mark], len(results)),
                }
                for mark in MARKS
            ],
        }

    def _format_share(self, part, whole):
        share = measures.share(part, whole)
        return "—" if share is None else shown_text(self.env, share, 1)

    def _describe_points(self, line):
        if line.part:
            return self.env._(
                "from %(score)s, of them %(least)s for «%(part)s»",
                score=points_text(line.min_score),
                least=points_text(line.part_score),
                part=line.part,
            )
        return self.env._("from %(score)s", score=points_text(line.min_score))

    def _get_results(self):
        """Return [(points, {part: points})] of those who wrote this test or its earlier versions
        with as many points; the maximum tells which versions compare."""
        tests = self.test_id
        while tests[-1].parent_id:
            tests += tests[-1].parent_id
        tests = tests.filtered(lambda test: test.max_score == self.max_score)
        # The methodical council may not see pupils but may see how many get which mark: counts
        # are all that leaves here.
        self.test_id.check_access("read")
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                """
                SELECT result.score, parts.points
                  FROM vsoko_result result
                  JOIN vsoko_assessment work ON work.id = result.assessment_id
                  LEFT JOIN LATERAL (
                    SELECT jsonb_object_agg(part, points) AS points
                      FROM (SELECT task.part, sum(COALESCE(score.score, 0)) AS points
                              FROM vsoko_task_score score
                              JOIN vsoko_test_task task ON task.id = score.task_id
                             WHERE score.result_id = result.id AND task.part IS NOT NULL
                             GROUP BY task.part) AS part
                  ) parts ON TRUE
                 WHERE work.test_id = ANY(%s) AND result.score IS NOT NULL
                """,
                list(tests.ids),
            )
        )
        return [(score, parts or {}) for score, parts in rows]

    def action_apply(self):
        """Replace the scale of the draft by the chosen one."""
        self.ensure_one()
        if not self.scale_id:
            raise UserError(self.env._("Choose a scale."))
        self.test_id.check_access("write")
        self.scale_id._apply_to(self.test_id)
        return self.test_id._toast(self.env._("The scale is replaced"))

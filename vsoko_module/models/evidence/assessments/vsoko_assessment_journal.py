from odoo import api, fields, models

# mathematics is taught, and marked, under other names in the upper grades
JOURNAL_SUBJECTS = {("math", "alg"): range(7, 10), ("math", "calc"): range(10, 12)}


class VsokoAssessment(models.Model):
    """With which marks the results of a work are compared."""

    _inherit = "vsoko.assessment"

    journal_subject_id = fields.Many2one(
        "vsoko.subject",
        string="Subject in the journal",
        compute="_compute_journal_subject_id",
        store=True,
        readonly=False,
        help="With whose marks the results are compared; empty: the same subject",
    )
    journal_period_id = fields.Many2one(
        "vsoko.period",
        string="Marks of the period",
        compute="_compute_journal_period_id",
        store=True,
        readonly=False,
        check_company=True,
        help="With whose marks the results are compared",
    )
    minimum_test_score = fields.Integer(
        string="Least points to pass",
        compute="_compute_minimum_test_score",
        store=True,
        readonly=False,
        aggregator=None,
        help="Of the 100-point scale; 0: by the mark",
    )

    @api.depends("subject_id", "class_ids.grade")
    def _compute_journal_subject_id(self):
        codes = [journal for _subject, journal in JOURNAL_SUBJECTS]
        subjects = self.env["vsoko.subject"].search([("code", "in", codes)]).grouped("code")
        for work in self:
            found = [
                subjects[journal][:1]
                for (subject, journal), grades in JOURNAL_SUBJECTS.items()
                if subject == work.subject_id.code
                and journal in subjects
                and set(work.class_ids.mapped("grade")) <= set(grades)
            ]
            work.journal_subject_id = found[0] if found and work.class_ids else False

    @api.depends("date", "year_id", "class_ids.term_kind", "type_id.journal_period")
    def _compute_journal_period_id(self):
        for work in self:
            kind = work.type_id.journal_period
            periods = work.year_id.period_ids
            if kind == "year":
                work.journal_period_id = periods.filtered(lambda p: p.kind == "year")[:1]
            elif kind == "previous":
                before = work._get_terms().filtered(lambda term, day=work.date: term.date_end < day)
                work.journal_period_id = before.sorted("date_end")[-1:]
            else:
                work.journal_period_id = work.period_id

    @api.depends("type_id.procedure", "subject_id", "date")
    def _compute_minimum_test_score(self):
        scales = self.env["vsoko.scale"].search(
            [("procedure", "=", "ege"), ("subject_id", "in", self.subject_id.ids)]
        )
        for work in self:
            fitting = scales.filtered(
                lambda scale, work=work: (
                    scale.subject_id == work.subject_id
                    and work.type_id.procedure == "ege"
                    and work.date
                    and scale.year <= work.date.year
                )
            )
            work.minimum_test_score = fitting.sorted("year")[-1:].minimum

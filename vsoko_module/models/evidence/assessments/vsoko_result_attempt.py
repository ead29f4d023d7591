from odoo import api, fields, models
from odoo.tools import SQL

from .vsoko_assessment_type import EXAMS


class VsokoResult(models.Model):
    """Attempts at one exam: of a pupil, a subject and a year the last one with a result counts."""

    _inherit = "vsoko.result"

    attempt = fields.Integer(
        readonly=True,
        copy=False,
        default=1,
        aggregator=None,
        help="Which attempt of the year at the exam of the subject it is",
    )
    is_valid = fields.Boolean(
        string="Counts",
        readonly=True,
        copy=False,
        default=True,
        help="Of several attempts at an exam only the last one with a result counts for the pupil",
    )
    note = fields.Char(string="Note of the protocol", help="Why a participant has no result")

    def unlink(self):
        others = self._get_attempts() - self
        done = super().unlink()
        others._number_attempts()
        return done

    def _recompute_totals(self):
        super()._recompute_totals()
        self._number_attempts()

    def _get_attempts(self):
        """Return the results of the exams that these are attempts of."""
        exams = self.filtered(lambda result: result.assessment_id.procedure in EXAMS)
        if not exams:
            return self.browse()
        # every attempt of the pupil counts, also one in a work that the user may not see
        return self.sudo().search(
            [
                ("student_id", "in", exams.student_id.ids),
                ("subject_id", "in", exams.subject_id.ids),
                ("assessment_id.procedure", "in", EXAMS),
                ("company_id", "in", exams.company_id.ids),
            ]
        )

    def _number_attempts(self):
        """Number the attempts that these results belong to and find those that count; one
        statement."""
        if not self:
            return
        self.env.flush_all()
        self.env.cr.execute(SQL(_ATTEMPTS, ids=list(self.ids), exams=list(EXAMS)))
        self.env["vsoko.result"].invalidate_model(["attempt", "is_valid"])


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    def write(self, vals):
        result = super().write(vals)
        if {"date", "type_id", "subject_id", "year_id"} & vals.keys():
            # the order of attempts follows the days, whoever may not see the results
            self.sudo().result_ids._number_attempts()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_results(self):
        # deleted one by one and not by the database, so that other attempts are numbered anew
        self.filtered(lambda work: work.procedure in EXAMS).result_ids.unlink()


_ATTEMPTS = """
    WITH touched AS (
        SELECT DISTINCT result.student_id, work.subject_id, work.year_id, work.procedure
          FROM vsoko_result result
          JOIN vsoko_assessment work ON work.id = result.assessment_id
         WHERE result.id = ANY(%(ids)s) AND work.procedure = ANY(%(exams)s)
    ), attempts AS (
        SELECT result.id,
               row_number() OVER (PARTITION BY touched ORDER BY work.date, result.id) AS attempt,
               row_number() OVER (
                   PARTITION BY touched
                   ORDER BY result.attendance = 'present'
                            AND COALESCE(result.mark, result.test_score, result.score) IS NOT NULL
                            DESC NULLS LAST,
                            work.date DESC, result.id DESC) = 1 AS is_valid
          FROM touched
          JOIN vsoko_result result ON result.student_id = touched.student_id
          JOIN vsoko_assessment work
            ON work.id = result.assessment_id AND work.subject_id = touched.subject_id
           AND work.year_id = touched.year_id AND work.procedure = touched.procedure
    )
    UPDATE vsoko_result result
       SET attempt = attempts.attempt, is_valid = attempts.is_valid
      FROM attempts
     WHERE attempts.id = result.id
       AND (result.attempt, result.is_valid) IS DISTINCT FROM
           (attempts.attempt::integer, attempts.is_valid)
"""

from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ...mixins.locking import NOTES

STATES = [
    ("planned", "Work is planned"),
    ("collecting", "Collecting results"),
    ("closed", "Work is closed"),
    ("analysed", "Analysed"),
]


class VsokoAssessment(models.Model):
    """States of a work.

    Closing locks the results on every path; reopening is asked of the administration with a
    reason, and what changed is kept (`vsoko.assessment.reopening`).
    """

    _inherit = "vsoko.assessment"

    _locked_states = ("closed", "analysed")
    _moves = {
        "collecting": ("planned",),
        "planned": ("collecting",),
        "closed": ("collecting",),
        "analysed": ("closed",),
    }
    # notes about a closed work, which change none of its figures
    _free_fields = NOTES | {"state", "active", "note", "responsible_id"}

    state = fields.Selection(
        STATES, default="planned", required=True, copy=False, index=True, tracking=True
    )
    reopening_ids = fields.One2many(
        "vsoko.assessment.reopening", "assessment_id", string="Reopenings"
    )

    def write(self, vals):
        if "type_id" in vals:
            self._check_diagnostics(self.env["vsoko.assessment.type"].browse(vals["type_id"]))
        if "state" not in vals:
            return super().write(vals)
        moving = self.filtered(lambda work: work.state != vals["state"])
        moving._get_guarded()._check_move(vals["state"])
        if vals["state"] == "closed":
            moving._prepare_closing()
        return super().write(vals)

    def _get_locked_text(self):
        return self.env._(
            "%(work)s is closed: its results do not change. The administration may reopen it and"
            " say why.",
            work=self.display_name,
        )

    def _check_diagnostics(self, kind):
        """Raise UserError when results that the law bars from ratings would get out of the bar."""
        barred = self.filtered(
            lambda work: work.type_id.rating_locked and (work.present_count or work.absent_count)
        )
        if barred and not kind.rating_locked:
            raise UserError(
                self.env._(
                    "%(work)s: its results are for diagnostics only by law, they take no part in"
                    " ratings and in pay. They do not become results of “%(kind)s”.",
                    work=barred[0].display_name,
                    kind=kind.name,
                )
            )

    def _prepare_closing(self):
        """Check that everybody is accounted for and freeze the marks of the journal."""
        # a study that returned figures of groups alone never fills the rows of its pupils
        figures = self.filtered(lambda work: work.aggregate_ids and not work._has_results())
        figures.result_ids.unlink()
        waiting = self.filtered("pending_count")
        if waiting:
            raise UserError(
                self.env._(
                    "%(work)s: %(count)s pupils have neither points nor a reason of absence.",
                    work=waiting[0].display_name,
                    count=waiting[0].pending_count,
                )
            )
        self.result_ids._freeze_journal_marks()
        self.reopening_ids.filtered(lambda log: not log.date_closed)._record_changes()

    def _has_results(self):
        """Return whether anybody's points or absence are entered."""
        return self.pending_count < self.pupil_count

    def action_start(self):
        """Open the works for results: a row for each pupil who is in the classes on that day."""
        self.check_access("write")
        self._take_turn()
        self.filtered(lambda work: work.state == "planned").write({"state": "collecting"})
        self.env["vsoko.result"].create(self._prepare_missing_results())
        return self._toast(self.env._("Open for results"))

    def action_close(self):
        self.write({"state": "closed"})
        return self._toast(self.env._("Closed for changes"))

    def action_analyse(self):
        self.write({"state": "analysed"})
        return self._toast(self.env._("Noted as analysed"))

    def _reopen(self, reason):
        """Let the administration correct a closed work; keep who, when, why and what was there.

        :raise AccessError: for everybody else
        """
        if not self.env.user.has_group("vsoko_module.group_administration"):
            raise AccessError(self.env._("Only the administration reopens an assessment."))
        self.check_access("write")
        reason = self._get_reason(reason)
        for work in self:
            if not work.is_locked:
                raise UserError(self.env._("%(work)s is not closed.", work=work.display_name))
            self.env["vsoko.assessment.reopening"]._keep(work, reason)
        # The right and the reason have just been checked.
        return self._store({"state": "collecting"})

    def _prepare_missing_results(self):
        """Return the values of results that the pupils of the classes do not have yet."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT work.id AS assessment_id, enrolment.student_id, enrolment.class_id
                  FROM vsoko_assessment work
                  JOIN vsoko_assessment_vsoko_class_rel rel ON rel.vsoko_assessment_id = work.id
                  JOIN vsoko_enrolment enrolment
                    ON enrolment.class_id = rel.vsoko_class_id
                   AND enrolment.date_from <= work.date
                   AND (enrolment.date_to IS NULL OR enrolment.date_to > work.date)
                  JOIN vsoko_student student ON student.id = enrolment.student_id
                 WHERE work.id = ANY(%s) AND NOT EXISTS (
                       SELECT 1 FROM vsoko_result result
                        WHERE result.assessment_id = work.id
                          AND result.student_id = enrolment.student_id)
                 ORDER BY work.id, enrolment.class_id, student.name, student.id
                """,
                list(self.ids),
            )
        )
        return [
            {
                "assessment_id": work_id,
                "student_id": student_id,
                "class_id": class_id,
                "attendance": False,
            }
            for work_id, student_id, class_id in rows
        ]

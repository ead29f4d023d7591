from odoo import fields, models
from odoo.exceptions import UserError


class VsokoAssessmentReopening(models.Model):
    """Who reopened a closed work, when and why, and which results changed until it closed again."""

    _name = "vsoko.assessment.reopening"
    _description = "Reopening of an assessment"
    _order = "id desc"
    _rec_name = "assessment_id"

    assessment_id = fields.Many2one(
        "vsoko.assessment", string="Assessment", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="assessment_id.company_id", store=True, index=True)
    user_id = fields.Many2one("res.users", string="Reopened by", required=True)
    date = fields.Datetime(string="Reopened on", required=True)
    reason = fields.Text(required=True)
    before = fields.Json(string="Results before")
    date_closed = fields.Datetime(string="Closed again on")
    changes = fields.Text(string="What changed")

    def _keep(self, assessment, reason):
        """Remember the results of a work that is about to be reopened."""
        if not (reason or "").strip():
            raise UserError(self.env._("Say why the assessment is reopened."))
        # Nobody may write the log by hand; the right to reopen was checked by the caller.
        return self.sudo().create(
            {
                "assessment_id": assessment.id,
                "user_id": self.env.uid,
                "date": fields.Datetime.now(),
                "reason": reason.strip(),
                "before": self._get_state(assessment),
            }
        )

    def _record_changes(self):
        """Write what differs from the results that were there before the reopening."""
        for log in self:
            # As above: the log is written by the closing only.
            log.sudo().write(
                {
                    "date_closed": fields.Datetime.now(),
                    "changes": log._describe_changes() or self.env._("Nothing changed."),
                }
            )

    def _get_state(self, assessment):
        return {
            str(result.student_id.id): [
                result.student_id.name,
                result.attendance,
                result.score,
                result.mark,
                {score.task_id.number: score.score for score in result.task_score_ids},
            ]
            for result in assessment.result_ids
        }

    def _describe_changes(self):
        now = self._get_state(self.assessment_id)
        before = self.before or {}
        lines = []
        for key in sorted(before.keys() | now.keys(), key=int):
            old, new = before.get(key), now.get(key)
            if old != new:
                name = (new or old)[0]
                lines.append(f"{name}: {self._text(old)} → {self._text(new)}")
        return "\n".join(lines)

    def _text(self, state):
        if not state:
            return self.env._("no result")
        _name, attendance, score, mark, tasks = state
        if attendance != "present":
            statuses = self.env["vsoko.result"]._fields["attendance"]
            names = dict(statuses._description_selection(self.env))
            return names.get(attendance, self.env._("not entered"))
        points = " ".join(
            f"{number}={'—' if points is False or points is None else points}"
            for number, points in tasks.items()
        )
        return self.env._(
            "points %(score)s, mark %(mark)s (%(tasks)s)",
            score="—" if score is False else score,
            mark=mark or "—",
            tasks=points,
        )

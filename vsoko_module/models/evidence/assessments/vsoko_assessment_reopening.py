from collections import Counter

from odoo import fields, models

from ....tools.reports import formatting
from ....tools.reports.points import points_text


class VsokoAssessmentReopening(models.Model):
    """Who reopened a closed work, when and why, and which results changed until it closed again."""

    _name = "vsoko.assessment.reopening"
    _description = "Reopening of an assessment"
    _order = "id desc"
    _rec_name = "assessment_id"
    _follows_lock = False

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
        # Nobody may write the log by hand; the right to reopen was checked by the caller.
        return self.sudo().create(
            {
                "assessment_id": assessment.id,
                "user_id": self.env.uid,
                "date": fields.Datetime.now(),
                "reason": reason,
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
        """Return {id of a pupil as text: what the result says}, as JSON holds it."""
        return {
            str(result.student_id.id): {
                "name": result.student_id.name,
                "attendance": result.attendance,
                "variant": result.variant,
                "score": result.score,
                "mark": result.mark,
                "tasks": {score.task_id.number: score.score for score in result.task_score_ids},
            }
            for result in assessment.result_ids
        }

    def _describe_changes(self):
        """Return what differs in the figures of the work, then a line for each changed pupil."""
        now, before = self._get_state(self.assessment_id), self.before or {}
        lines = [
            self.env._("%(figure)s: %(before)s → %(after)s", figure=figure, before=old, after=new)
            for (figure, old), (_figure, new) in zip(
                self._get_figures(before), self._get_figures(now), strict=True
            )
            if old != new
        ]
        for key in sorted(before.keys() | now.keys(), key=int):
            old, new = before.get(key), now.get(key)
            if old != new:
                name = (new or old)["name"]
                lines.append(f"{name} — {'; '.join(self._compare(old, new))}")
        return "\n".join(lines)

    def _get_figures(self, state):
        """Return [(name, text)] of the figures of a state, always the same names."""
        wrote = [row for row in state.values() if row["attendance"] == "present"]
        scores = [row["score"] for row in wrote if row["score"] is not False]
        marks = Counter(row["mark"] for row in wrote)
        mean = formatting.number(sum(scores) / len(scores), 2) if scores else "—"
        return [
            (self.env._("Wrote"), str(len(wrote))),
            (self.env._("Mean points"), mean),
            (
                self.env._("Marks «2», «3», «4», «5»"),
                ", ".join(str(marks[mark]) for mark in (2, 3, 4, 5)),
            ),
        ]

    def _compare(self, old, new):
        """Return in words how the result of one pupil changed."""
        if not old or not new:
            return [self.env._("the result is new") if new else self.env._("the result is gone")]
        names = dict(
            self.env["vsoko.result"]._fields["attendance"]._description_selection(self.env)
        )
        attendance = [names.get(row["attendance"], "—") for row in (old, new)]
        figures = [
            (self.env._("attendance"), *attendance),
            (self.env._("variant"), old["variant"] or "—", new["variant"] or "—"),
            *(
                (self.env._("task %(number)s", number=number), *points)
                for number, *points in self._pair_tasks(old["tasks"], new["tasks"])
            ),
            (self.env._("points"), _text(old["score"]), _text(new["score"])),
            (self.env._("mark of the pupil"), _text(old["mark"]), _text(new["mark"])),
        ]
        return [f"{name}: {before} → {after}" for name, before, after in figures if before != after]

    def _pair_tasks(self, old, new):
        for number in old | new:
            yield number, _text(old.get(number)), _text(new.get(number))


def _text(number):
    # a missing number is False or None, and 0 is a number
    return "—" if number is False or number is None else points_text(number)

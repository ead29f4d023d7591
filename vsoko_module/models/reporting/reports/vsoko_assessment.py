from odoo import fields, models
from odoo.exceptions import UserError

ORDER = "assessment_order"


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    report_ids = fields.One2many("vsoko.report", "assessment_id", string="Notes and orders")
    report_count = fields.Integer(compute="_compute_report_count", string="Number of notes")
    has_approved_note = fields.Boolean(
        string="The note is approved", compute="_compute_has_approved_note"
    )

    def _compute_report_count(self):
        counts = dict(
            self.env["vsoko.report"]._read_group(
                [("assessment_id", "in", self.ids)], ["assessment_id"], ["__count"]
            )
        )
        for work in self:
            work.report_count = counts.get(work._origin, 0)

    def action_make_note(self):
        """Open the user's draft of the note of this closed work, else the note of the whole work
        that is approved, else make a draft."""
        self.ensure_one()
        self._check_analysable()
        Report = self.env["vsoko.report"]
        note = self._get_note("draft", [("author_id", "=", self.env.uid)])
        note = note or self._get_note("approved", [("is_whole", "=", True)])
        if note:
            return note._open_records()
        period = self._get_report_period()
        return Report._open_new("assessment_note", period, assessment_id=self.id)

    def _get_note(self, state, domain):
        """Return the last note of this work in the state that the user may read."""
        return self.env["vsoko.report"].search(
            [
                ("assessment_id", "=", self.id),
                ("type", "=", "assessment_note"),
                ("state", "=", state),
                *domain,
            ],
            order="version desc, id desc",
            limit=1,
        )

    def action_open_reports(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_report_action",
            domain=[("assessment_id", "=", self.id)],
            context={"default_assessment_id": self.id, "default_type": "assessment_note"},
        )

    def _check_analysable(self):
        """Raise UserError unless the results of these works are locked."""
        for work in self:
            if not work.is_locked:
                raise UserError(
                    self.env._(
                        "%(work)s is not closed yet: its results may still change. Close the work"
                        " first, then make its note.",
                        work=work.display_name,
                    )
                )

    def _get_report_period(self):
        """Return the period that the reports about this work belong to."""
        year = self.year_id.period_ids.filtered(lambda period: period.kind == "year")
        period = self.period_id or year[:1] or self.year_id.period_ids[:1]
        if not period:
            raise UserError(
                self.env._(
                    "The school year %(year)s has no periods yet. Make them in the settings.",
                    year=self.year_id.name,
                )
            )
        return period

    def _compute_has_approved_note(self):
        found = self.env["vsoko.report"]._read_group(
            [*self._get_approved_domain(), ("assessment_id", "in", self.ids)], ["assessment_id"]
        )
        approved = self.browse().union(*(work for (work,) in found))
        for work in self:
            work.has_approved_note = work._origin in approved

    def action_make_order(self):
        """Open the draft of the order on the results of this work; make it when there is none."""
        self.ensure_one()
        self._get_approved_note()
        order = self.env["vsoko.report"].search(
            [("assessment_id", "=", self.id), ("type", "=", ORDER)],
            order="version desc, id desc",
            limit=1,
        )
        if order:
            return order._open_records()
        period = self._get_report_period()
        return self.env["vsoko.report"]._open_new(ORDER, period, assessment_id=self.id)

    def _get_approved_domain(self):
        return [
            ("type", "=", "assessment_note"),
            ("state", "=", "approved"),
            ("is_whole", "=", True),
        ]

    def _get_approved_note(self):
        """Return the last approved note of the whole work.

        :raise UserError: when there is none
        """
        note = self.env["vsoko.report"].search(
            [*self._get_approved_domain(), ("assessment_id", "=", self.id)],
            order="version desc, id desc",
            limit=1,
        )
        if not note:
            raise UserError(
                self.env._(
                    "The order rests on the approved note of the whole work, and %(work)s has none"
                    " yet. Make the note and let the director approve it.",
                    work=self.display_name,
                )
            )
        return note

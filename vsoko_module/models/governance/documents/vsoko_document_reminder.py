from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import format_date

ACTIVITY = "vsoko_module.activity_document"
# days before and on the day of a review or of the end
OFFSETS = (-60, -30, 0)


class VsokoDocument(models.Model):
    """Reminding of the review and of the end of documents, by activities of Odoo."""

    _inherit = "vsoko.document"

    review_date = fields.Date(
        string="To be reviewed by",
        help="The responsible person is reminded 60 and 30 days before, and on the day",
    )
    reminded_on = fields.Date(readonly=True, copy=False)

    @api.model
    def _cron_remind(self):
        """Remind of what is near; days that the server missed are made up once."""
        self._take_time()
        today = fields.Date.context_today(self)
        horizon = today - timedelta(days=min(OFFSETS))
        near = self.search(
            [
                ("status", "in", ["in_force", "waiting"]),
                "|",
                ("review_date", "<=", horizon),
                ("date_to", "<=", horizon),
            ]
        )
        for document in near:
            days = document._get_deadlines()
            last = max(filter(None, (_last_step(day, today) for day in days)), default=None)
            if last and (not document.reminded_on or document.reminded_on < last):
                told = document.with_context(lang=document._get_reminded().lang)
                told._remind_of(told._get_deadline_text(), min(days))
                document._store({"reminded_on": today})

    def _get_deadlines(self):
        """Return the days of the review and of the end, without those that are not set."""
        return list(filter(None, (self.review_date, self.date_to)))

    def _get_deadline_text(self):
        texts = (
            (self.review_date, self.env._("review by %(day)s", day=self._day(self.review_date))),
            (self.date_to, self.env._("in force to %(day)s", day=self._day(self.date_to))),
        )
        return ", ".join(text for day, text in texts if day)

    def _day(self, day):
        return format_date(self.env, day) if day else ""

    def _remind_of(self, summary, deadline=None):
        """Put one activity to the responsible person in the place of the one before.

        The caller speaks the language of who is reminded.
        """
        self.ensure_one()
        self._close_reminders()
        # Activities are put by the program, to whom the document names.
        self.sudo().activity_schedule(
            ACTIVITY,
            deadline or fields.Date.context_today(self),
            summary=summary,
            user_id=self._get_reminded().id,
        )

    def _get_reminded(self):
        # Who keeps a document is named in it; whose user that is not everybody reads.
        document = self.sudo()
        person = document.responsible_id.filtered("active") or document.approved_by_id
        return person or self.env.user

    def _close_reminders(self):
        # As above: the program takes away what it has put.
        self.sudo().activity_unlink([ACTIVITY])


def _last_step(day, today):
    """The last day of reminding that has come, None before the first one."""
    steps = [day + timedelta(days=offset) for offset in OFFSETS]
    return max((step for step in steps if step <= today), default=None)

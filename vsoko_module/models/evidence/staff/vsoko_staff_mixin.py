from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL, format_date

_TODO = "mail.mail_activity_data_todo"
# so long before its day a reminder appears
REMINDER_DAYS = 90


class VsokoStaffMixin(models.AbstractModel):
    """A line of a register about a member of staff, who reads the own lines alone."""

    _name = "vsoko.staff.mixin"
    _inherit = ["vsoko.register.mixin", "vsoko.own.mixin"]
    _description = "Line of a register of staff"

    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Member of staff",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        default=lambda self: self._get_own_card(),
    )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())

    def _get_owners(self):
        return self.teacher_id.user_id

    @api.model
    def _get_own_card(self):
        """Return the card of a teacher who enters lines; empty for the administration, which
        enters those of others."""
        if self.env.user.has_group("vsoko_module.group_administration"):
            return self.env["vsoko.teacher"]
        own = Domain("user_id", "=", self.env.uid) & Domain("company_id", "=", self.env.company.id)
        return self.env["vsoko.teacher"].search(own, limit=1)


class VsokoStaffReminderMixin(models.AbstractModel):
    """A line whose day comes: the administration is reminded once, as long as it is the last one.

    A model gives the day of each line (`_get_reminder_day`) and the words of the task.
    """

    _name = "vsoko.staff.reminder.mixin"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _description = "Line of a register that reminds of its day"

    reminded_day = fields.Date(readonly=True, copy=False)

    def _get_reminder_day(self):
        """Return the day that a line reminds of; False: none."""
        raise NotImplementedError

    def _get_reminder_summary(self):
        raise NotImplementedError

    @api.model
    def _find_reminding(self):
        """Return the lines, one for each person and matter, that may remind of their day."""
        raise NotImplementedError

    @api.model
    def _get_working_domain(self):
        """Return the domain of the lines of people who are at work."""
        return Domain("teacher_id.active", "=", True) & Domain("teacher_id.date_left", "=", False)

    @api.model
    def _remind(self):
        """Plan the tasks that are due and settle those that are needed no more."""
        today = fields.Date.context_today(self)
        last_day = fields.Date.add(today, days=REMINDER_DAYS)
        due = self._find_reminding().filtered(
            lambda line: (day := line._get_reminder_day()) and day <= last_day
        )
        tasks = self.env["mail.activity"].search(
            [("res_model", "=", self._name), ("automated", "=", True)]
        )
        tasks.filtered(lambda task: task.res_id not in due.ids).unlink()
        for line in due:
            day = line._get_reminder_day()
            if line.reminded_day != day:
                line._plan_reminder(day)
                line._store({"reminded_day": day})

    def _plan_reminder(self, day):
        keeper = self.teacher_id._get_archivist()
        told = self.with_context(lang=keeper.lang)
        told.activity_schedule(
            _TODO,
            date_deadline=day,
            user_id=keeper.id,
            summary=told._get_reminder_summary(),
            note=told.env._(
                "%(name)s: %(date)s.",
                name=told.teacher_id.name,
                date=format_date(told.env, day),
            ),
        )

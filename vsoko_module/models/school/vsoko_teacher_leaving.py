from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_date

_TODO = "mail.mail_activity_data_todo"


class VsokoTeacher(models.Model):
    """Who leaves the school sees nothing of it from that day; the login is archived by a person,
    because only a person knows what else it is used for."""

    _inherit = "vsoko.teacher"

    has_open_login = fields.Boolean(compute="_compute_has_open_login", compute_sudo=True)

    @api.depends("date_left", "user_id.active")
    def _compute_has_open_login(self):
        for teacher in self:
            teacher.has_open_login = bool(teacher.date_left and teacher.user_id.active)

    @api.model_create_multi
    def create(self, vals_list):
        teachers = super().create(vals_list)
        teachers._ask_to_archive_logins()
        return teachers

    def write(self, vals):
        result = super().write(vals)
        if {"date_left", "user_id"} & vals.keys():
            self._ask_to_archive_logins()
        return result

    def _ask_to_archive_logins(self):
        """Keep one task of the administration for each teacher who leaves and has a login."""
        for teacher in self:
            tasks = teacher.activity_ids.filtered("automated")
            if not teacher.has_open_login:
                tasks.unlink()
            elif tasks:
                tasks.date_deadline = teacher.date_left
            else:
                keeper = teacher._get_archivist()
                told = teacher.with_context(lang=keeper.lang)
                told.activity_schedule(
                    _TODO,
                    date_deadline=teacher.date_left,
                    user_id=keeper.id,
                    summary=told.env._("Archive the login of who has left"),
                    note=told.env._(
                        "%(name)s leaves on %(date)s and sees nothing of the school from that day."
                        " Hand over the classes and lessons, then archive the login.",
                        name=teacher.name,
                        date=format_date(told.env, teacher.date_left),
                    ),
                )

    def _get_archivist(self):
        """Return whose task it is: of who enters the leaving, when that is the administration."""
        group = "vsoko_module.group_administration"
        user = self.env.user
        if user.active and user.has_group(group) and user != self.user_id:
            return user
        # Who may enter a leaving may hand the task on without reading the list of users.
        members = self.env.ref(group).sudo().all_user_ids
        found = members.filtered(
            lambda user: user.active and self.company_id in user.company_ids and not user.share
        )
        return (found - self.user_id)[:1] or self.env.user

    def action_archive_login(self):
        """Archive the logins of these teachers and settle the tasks."""
        if not self.env.user.has_group("vsoko_module.group_administration"):
            raise AccessError(self.env._("Only the administration archives a login."))
        self.check_access("write")
        leaving = self.filtered("has_open_login")
        for teacher in leaving:
            if teacher.date_left > fields.Date.context_today(self):
                raise UserError(
                    self.env._(
                        "%(name)s works until %(date)s.",
                        name=teacher.name,
                        date=format_date(self.env, teacher.date_left),
                    )
                )
            # The right on the teacher was checked; the logins of administrators of Odoo stay.
            user = teacher.sudo().user_id
            if user.has_group("base.group_erp_manager") or user.company_ids != teacher.company_id:
                raise UserError(
                    self.env._(
                        "The login of %(name)s has rights outside this school. Ask the"
                        " administrator of Odoo to archive it.",
                        name=teacher.name,
                    )
                )
            user.active = False
            teacher.activity_ids.filtered("automated").action_feedback()
        return self._toast(self.env._("Logins closed"), len(leaving))

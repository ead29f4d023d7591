from odoo import models


class VsokoPeriod(models.Model):
    """Asking the director, when nobody sits before the screen."""

    _name = "vsoko.period"
    _inherit = ["vsoko.period", "mail.activity.mixin"]

    def _ask_directors(self, question):
        """Give each director of the school one task with the question about the period."""
        for director in self._get_members("director"):
            summary = self.with_context(lang=director.lang).env._("The calculation was stopped")
            self._give_task(director, summary, question)

    def _notify_administration(self, run):
        """Give each deputy one task that names what a calculation could not compute."""
        for deputy in self._get_members("administration"):
            env = self.with_context(lang=deputy.lang).env
            # As below; the deputy reads calculations and indicators of the school.
            text = run.sudo().with_context(lang=deputy.lang)._get_failed_text()
            self._give_task(deputy, env._("Some indicators are not computed"), text)

    def _give_task(self, user, summary, note):
        self.ensure_one()
        # The night and who loads a file give a task to somebody else, whatever they may see.
        period = self.sudo()
        if user not in period._get_asked(summary):
            period.activity_schedule(
                "mail.mail_activity_data_todo", summary=summary, note=note, user_id=user.id
            )

    def _get_members(self, role):
        # Who has these roles is no secret; groups are readable by administrators alone.
        group = self.env.ref(f"vsoko_module.group_{role}").sudo()
        return group.all_user_ids.filtered(
            lambda user: user.active and self.company_id in user.company_ids
        )

    def _get_asked(self, summary):
        return self.activity_ids.filtered(lambda task: task.summary == summary).user_id

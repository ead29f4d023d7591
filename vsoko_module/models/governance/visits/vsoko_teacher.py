from odoo import models


class VsokoTeacher(models.Model):
    _inherit = "vsoko.teacher"

    def action_open_visit_profile(self):
        """Open what visits say of the teacher by criterion."""
        self.ensure_one()
        self.env["vsoko.visit.profile"].check_access("read")
        return self._open_action(
            "vsoko_module.vsoko_visit_profile_action",
            domain=[("teacher_id", "=", self.id)],
            context={},
        )

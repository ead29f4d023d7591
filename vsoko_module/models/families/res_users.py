from markupsafe import Markup

from odoo import models
from odoo.fields import Command


class ResUsers(models.Model):
    _inherit = "res.users"

    def _prepare_family_letter(self):
        """Return the values of the letter: no name of a child, no subject, no mark."""
        env = self.with_context(lang=self.lang).env
        address = f"{self.get_base_url()}/my/child"
        lines = (
            env._("There is something new on the page of your child."),
            Markup('<a href="%s">%s</a>') % (address, env._("Open the page")),
            env._("You can stop these letters at the end of that page."),
        )
        return {
            "subject": env._("%(school)s: something new for you", school=self.company_id.name),
            "body_html": Markup("").join(Markup("<p>%s</p>") % line for line in lines),
            "recipient_ids": [Command.set(self.partner_id.ids)],
            "auto_delete": True,
        }

from odoo import api, fields, models

# how Odoo calls the first company of a database, in the languages of its data
_NAMES_OF_ODOO = ("My Company", "Your Company", "YourCompany", "Моя компания")
# stands on papers until the school has a name: nobody takes it for one
NO_NAME = "Школа (название не указано)"


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_is_named = fields.Boolean(compute="_compute_vsoko_is_named")

    @api.depends("name")
    def _compute_vsoko_is_named(self):
        for company in self:
            name = company.name or ""
            company.vsoko_is_named = name != NO_NAME and not name.startswith(_NAMES_OF_ODOO)

    @api.model
    def _unname_schools(self):
        """Take Odoo's own name off the first school, so that no paper is headed by it."""
        schools = self.search([])  # pylint: disable=no-search-all
        companies = schools.filtered(lambda company: not company.vsoko_is_named)
        companies[:1].filtered(lambda company: company.name != NO_NAME).name = NO_NAME

    def _get_requisites(self):
        """Return the address, the telephone and the e-mail of the school in a line for papers."""
        self.ensure_one()
        phone = self.env._("tel. %(phone)s", phone=self.phone) if self.phone else ""
        parts = (self.zip, self.city, self.street, phone, self.email)
        return ", ".join(filter(None, parts))

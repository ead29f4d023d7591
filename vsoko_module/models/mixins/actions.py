from odoo import api, models


class Base(models.AbstractModel):
    """What the buttons of this addon open: the actions of `views/` and records by themselves."""

    _inherit = "base"

    @api.model
    def _open_action(self, xml_id, title=None, **values):
        """Return a window action of `views/` with what is known only now.

        :param str title: what stands at the head of the page instead of the name of the action
        :param values: parts of the action to replace: domain, context, res_id…
        """
        action = self.env["ir.actions.actions"]._for_xml_id(xml_id)
        if title:
            # The page is headed by the display name where there is one, not by the name.
            values |= {"name": title, "display_name": title}
        return action | values

    def _open_records(self, **values):
        """Return the action that opens one record in its form, several in a list.

        Nothing of the page it is opened from goes along: the defaults of that page are not those
        of these records.
        """
        return self._get_records_action(**{"context": {}, **values})

    def _open_address(self, address, target):
        """Return the action that opens a file of the record; the page at the address asks again."""
        self.ensure_one()
        self.check_access("read")
        return {"type": "ir.actions.act_url", "url": address, "target": target}

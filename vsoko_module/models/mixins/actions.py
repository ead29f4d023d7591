from odoo import api, models

CLOSE = {"type": "ir.actions.act_window_close"}
SOFT_RELOAD = {"type": "ir.actions.client", "tag": "soft_reload"}


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

    def _toast(self, done, count=None, reload=False, **params):
        """Return the action by which a button that stays on its page says what it has done.

        As after a button that says nothing, a dialog closes and the page is read anew.

        :param str done: what was done, impersonal, as it is said of one record and of several
        :param int count: to how many; left out, it is these records where they are several
        :param reload: open the page anew, for buttons that change what it is made of
        :param params: of the notification: title, type, sticky, next
        """
        if count is None and len(self) > 1:
            count = len(self)
        told = {"message": done if count is None else f"{done}: {count}", "type": "success"}
        # what was done may have taken the record, or the right to read it, away
        left = self.exists() if len(self) == 1 and not self._transient else self.browse()
        if left and left.has_access("read"):
            told["title"] = self.display_name
        told["next"] = SOFT_RELOAD if reload else CLOSE
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {**told, **params},
        }

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

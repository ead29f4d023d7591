from datetime import timedelta

from psycopg2.errors import ReadOnlySqlTransaction

from odoo import api, fields, models

LOOKS = [("screen", "On the screen"), ("file", "In a file")]
# calls of one page come together
SAME_PAGE = timedelta(minutes=1)


class VsokoBonusLook(models.Model):
    """Who looked at sums of others, and when. Only the program writes it, the director reads it."""

    _name = "vsoko.bonus.look"
    _description = "Look at sums of others"
    _order = "looked_at desc, id desc"
    _follows_lock = False

    bonus_id = fields.Many2one(
        "vsoko.bonus", string="Bonus", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="bonus_id.company_id", store=True, index=True)
    user_id = fields.Many2one(
        "res.users", string="Who", required=True, readonly=True, index=True, ondelete="restrict"
    )
    looked_at = fields.Datetime(string="When", required=True, readonly=True, index=True)
    what = fields.Selection(LOOKS, string="How", required=True, readonly=True)

    @api.model
    def _note(self, bonus_ids, what="screen"):
        """Keep that the user has sums of others before him; of one page it is said once."""
        if self.env.cr.readonly:
            # where pages are read from a replica, Odoo repeats the request with the real database
            raise ReadOnlySqlTransaction("A look at sums is noted")
        now = self.env.cr.now()
        # The log is the program's: whoever looks neither writes it nor sees it.
        log = self.sudo()
        known = log.search(
            [
                ("bonus_id", "in", list(bonus_ids)),
                ("user_id", "=", self.env.uid),
                ("what", "=", what),
                ("looked_at", ">", now - SAME_PAGE),
            ]
        ).bonus_id.ids
        log.create(
            [
                {"bonus_id": one, "user_id": self.env.uid, "looked_at": now, "what": what}
                for one in sorted(set(bonus_ids) - set(known))
            ]
        )

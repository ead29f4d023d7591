from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL

# requests nearer to each other than this are one visit
VISIT = timedelta(minutes=30)


class VsokoPortalReader(models.Model):
    """When a reader of the portal was here, so that pages can say what is new since then.

    Nobody has a right to the rows: only the pages of the person ask and write them.
    """

    _name = "vsoko.portal.reader"
    _description = "Reader of the portal"
    _rec_name = "user_id"
    _log_access = False

    user_id = fields.Many2one("res.users", required=True, readonly=True, ondelete="cascade")
    last_seen = fields.Datetime(required=True, readonly=True)
    seen_before = fields.Datetime(string="End of the visit before", readonly=True)

    _user_uniq = models.UniqueIndex("(user_id)")

    @api.model
    def _note_visit(self):
        """Keep that the present user is here; return when the visit before ended, None at the
        first one."""
        now = fields.Datetime.now()
        ((before,),) = self.env.execute_query(
            SQL(
                """
                INSERT INTO vsoko_portal_reader AS known (user_id, last_seen)
                VALUES (%(user)s, %(now)s)
                ON CONFLICT (user_id) DO UPDATE
                   SET seen_before = CASE WHEN known.last_seen < %(gap)s THEN known.last_seen
                                          ELSE known.seen_before END,
                       last_seen = %(now)s
                RETURNING seen_before
                """,
                user=self.env.uid,
                now=now,
                gap=now - VISIT,
            )
        )
        self.invalidate_model()
        return before

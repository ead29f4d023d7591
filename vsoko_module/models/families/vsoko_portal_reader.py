from odoo import api, fields, models
from odoo.tools import SQL

# a second start of the job on one day sends nothing
PAUSE = "20 hours"
_FAMILIES = """
    SELECT account.id AS user_id
      FROM res_users account
      JOIN res_groups_users_rel given ON given.uid = account.id AND given.gid = %(family)s
     WHERE account.active AND account.share
       AND EXISTS (SELECT 1 FROM res_users_log log WHERE log.create_uid = account.id)
"""
# what is told of is what the family already reads: nothing of a period before its approval
_NEWS = """
    SELECT reader.user_id
      FROM vsoko_portal_reader reader
      JOIN (%(families)s) family ON family.user_id = reader.user_id
      JOIN res_users account ON account.id = reader.user_id
      JOIN res_partner person ON person.id = account.partner_id
     CROSS JOIN LATERAL (SELECT GREATEST(reader.last_seen, reader.letter_at) AS moment) since
     WHERE reader.is_silent IS NOT TRUE AND COALESCE(person.email, '') <> ''
       AND (reader.letter_at IS NULL OR reader.letter_at < %(now)s - %(pause)s::interval)
       AND EXISTS (
           SELECT 1
             FROM vsoko_student student
            WHERE student.active AND student.portal_consent
              AND student.company_id IN (SELECT cid FROM res_company_users_rel
                                          WHERE user_id = account.id)
              AND (student.partner_id = person.id
                   OR EXISTS (SELECT 1 FROM res_partner_vsoko_student_rel guardian
                               WHERE guardian.vsoko_student_id = student.id
                                 AND guardian.res_partner_id = person.id))
              AND (EXISTS (
                       SELECT 1
                         FROM vsoko_period period
                         JOIN vsoko_mark mark ON mark.period_id = period.id
                        WHERE period.state = 'approved' AND period.approved_date > since.moment
                          AND mark.student_id = student.id AND mark.status <> 'no_mark')
                OR EXISTS (
                       SELECT 1
                         FROM vsoko_publication publication
                        WHERE publication.company_id = student.company_id
                          AND publication.audience = 'families' AND publication.state = 'approved'
                          AND publication.approved_date > since.moment)
                OR EXISTS (
                       SELECT 1
                         FROM vsoko_route_member member
                         JOIN vsoko_route route ON route.id = member.route_id
                        WHERE member.student_id = student.id
                          AND route.offered_date >= since.moment::date
                          AND route.write_date > since.moment)
                OR EXISTS (
                       SELECT 1
                         FROM vsoko_survey_campaign campaign
                         JOIN vsoko_survey_group asked ON asked.campaign_id = campaign.id
                         JOIN vsoko_enrolment stay ON stay.class_id = asked.class_id
                        WHERE campaign.audience = 'parents' AND campaign.state = 'open'
                          AND campaign.date_start >= since.moment::date
                          AND campaign.write_date > since.moment
                          AND %(now)s::date BETWEEN campaign.date_start AND campaign.date_end
                          AND stay.student_id = student.id AND stay.date_from <= %(now)s::date
                          AND (stay.date_to IS NULL OR stay.date_to > %(now)s::date))))
"""


class VsokoPortalReader(models.Model):
    """A letter to a family when its page tells something new: that there is something, not what.

    Whoever has never signed in gets none, and each can stop them on the page.
    """

    _inherit = "vsoko.portal.reader"

    is_silent = fields.Boolean(string="Wants no letters", readonly=True)
    letter_at = fields.Datetime(string="Last letter", readonly=True)

    @api.model
    def _get_own(self):
        # A reader knows and changes the own row alone, through the page.
        return self.sudo().search([("user_id", "=", self.env.uid)])

    @api.model
    def _set_silent(self, is_silent):
        """Keep whether the present user wants no letters."""
        self._note_visit()
        self._get_own().is_silent = is_silent

    @api.model
    def _cron_letters(self):
        """Tell each family once a day at most that there is something new."""
        self._take_time()
        self.env.flush_all()
        now = fields.Datetime.now()
        families = SQL(_FAMILIES, family=self.env.ref("vsoko_module.group_family").id)
        # who has read the page before visits were kept hears of what comes from now on
        self.env.cr.execute(
            SQL(
                """INSERT INTO vsoko_portal_reader (user_id, last_seen)
                   SELECT user_id, %s FROM (%s) family ON CONFLICT DO NOTHING""",
                now,
                families,
            )
        )
        self.invalidate_model()
        found = self.env.execute_query(SQL(_NEWS, families=families, now=now, pause=PAUSE))
        self._send_letters(self.env["res.users"].browse(row[0] for row in found), now)

    def _send_letters(self, users, now):
        # The queue of letters and the rows of readers belong to the program.
        letters = [user._prepare_family_letter() for user in users.sudo()]
        self.env["mail.mail"].sudo().create(letters)
        self.sudo().search([("user_id", "in", users.ids)]).letter_at = now

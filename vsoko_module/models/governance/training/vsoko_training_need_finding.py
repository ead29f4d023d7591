import json

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

from .vsoko_training_need import ADMINISTRATION, ENTERED


class VsokoTrainingNeed(models.Model):
    """Bringing the needs of a school up to date: what came, what changed, what is gone."""

    _inherit = "vsoko.training.need"

    @api.model
    def action_find(self):
        """Find the needs of the own school anew."""
        if not self.env.user.has_group(ADMINISTRATION):
            raise AccessError(self.env._("Only the administration finds directions anew."))
        self._take_time()
        self._refresh(self._get_present_years(self.env.company))
        return self.browse()._toast(self.env._("The directions are found anew"), reload=True)

    @api.model
    def _cron_find(self):
        """Find the needs of all schools anew."""
        self._take_time()
        schools = self.env["res.company"].search([])  # pylint: disable=no-search-all
        years = self._get_present_years(schools)
        self.env["ir.cron"]._commit_progress(remaining=len(years))
        for year in years:
            self._refresh(year)
            if not self.env["ir.cron"]._commit_progress(1):
                break

    @api.model
    def _get_present_years(self, companies):
        # The year of the school is secret to nobody.
        years = self.env["vsoko.year"].sudo()
        return years.search([("state", "=", "current"), ("company_id", "in", companies.ids)])

    @api.model
    def _refresh(self, years):
        """Store what there is now; the number of statements does not depend on people."""
        today = fields.Date.context_today(self)
        for year in years:
            # The program looks at the whole school; what it finds is read by the rules.
            found = self.sudo()._find_needs(year, today)
            values = {
                "found": SQL(_FOUND, json.dumps(found, default=str)),
                "company": year.company_id.id,
                "today": today,
                "entered": list(ENTERED),
                "same": SQL(_SAME),
            }
            for statement in (_KEPT, _GONE, _NEW):
                self.env.cr.execute(SQL(statement, **values))
        self.invalidate_model()


_FOUND = """
    SELECT * FROM jsonb_to_recordset(%s::jsonb) AS row(
        kind varchar, teacher_id integer, subject_id integer, grade integer, content_id integer,
        skill_id integer, criterion_id integer, theme varchar, value float8, compared float8,
        people integer, others integer, occasions integer, day date, stands boolean)
"""
_SAME = """
       need.date_to IS NULL AND need.teacher_id = found.teacher_id AND need.kind = found.kind
   AND need.subject_id IS NOT DISTINCT FROM found.subject_id
   AND COALESCE(need.grade, 0) = COALESCE(found.grade, 0)
   AND need.content_id IS NOT DISTINCT FROM found.content_id
   AND need.skill_id IS NOT DISTINCT FROM found.skill_id
   AND need.criterion_id IS NOT DISTINCT FROM found.criterion_id
"""
_GONE = """
    UPDATE vsoko_training_need need SET date_to = %(today)s
     WHERE need.company_id = %(company)s AND need.date_to IS NULL
       AND NOT need.kind = ANY(%(entered)s)
       AND NOT EXISTS (
           SELECT 1 FROM (%(found)s) found WHERE %(same)s AND found.stands IS NOT FALSE)
"""
# also of what stands no more: the last figure says what has become of it
_KEPT = """
    UPDATE vsoko_training_need need
       SET value = found.value, compared = found.compared, people = found.people,
           others = found.others, occasions = found.occasions, day = found.day,
           theme = found.theme
      FROM (%(found)s) found
     WHERE %(same)s
       AND (need.value, need.compared, need.people, need.others, need.occasions, need.day,
            need.theme)
           IS DISTINCT FROM (found.value, found.compared, found.people, found.others,
                             found.occasions, found.day, found.theme)
"""
_NEW = """
    INSERT INTO vsoko_training_need (
        company_id, teacher_id, kind, subject_id, grade, content_id, skill_id, criterion_id, theme,
        value, compared, people, others, occasions, day, first_value, first_people, date_from,
        create_date, write_date)
    SELECT %(company)s, found.teacher_id, found.kind, found.subject_id, found.grade,
           found.content_id, found.skill_id, found.criterion_id, found.theme, found.value,
           found.compared, found.people, found.others, found.occasions, found.day, found.value,
           found.people, %(today)s, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
      FROM (%(found)s) found
     WHERE found.stands IS NOT FALSE
       AND NOT EXISTS (SELECT 1 FROM vsoko_training_need need WHERE %(same)s)
"""

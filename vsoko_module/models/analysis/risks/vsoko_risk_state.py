from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class VsokoRisk(models.Model):
    """How it stands with each pupil of the list, found for all at once."""

    _inherit = "vsoko.risk"

    def _follow(self):
        """Find the state, the list and the place of these pupils anew, and where the list of
        their school is cut."""
        if not self:
            return
        self.env.flush_all()
        today = fields.Date.context_today(self)
        self.env.cr.execute(SQL(_FOLLOW, ids=self.ids, help=self._get_help_sql(), today=today))
        self._cut(self.company_id)

    def _cut(self, companies):
        """Mark those who can be helped: in each list of a school so many as its year says, by the
        order of the rules and then by how long they wait; 0 is no limit."""
        self.env.flush_all()
        # The list is cut as a whole, whichever part of it the user reads.
        present = self.sudo().search(
            self._get_present_domain() & Domain("company_id", "in", companies.ids)
        )
        self.env.cr.execute(SQL(_CUT, ids=present.ids))
        self.env.invalidate_all()

    def _follow_students(self, students):
        """The same for what stands in the present list of these pupils: somebody helps now, or
        does so no more."""
        own = Domain("student_id", "in", students.ids)
        # What helps a pupil is not always done by who reads the list.
        self.sudo().search(self._get_present_domain() & own)._follow()


# what stands is answered when it was looked into, or when it stood before the help began
_FOLLOW = """
    UPDATE vsoko_risk risk
       SET state = found.state,
           list = COALESCE(found.list, risk.list),
           priority = COALESCE(found.priority, risk.priority),
           date_from = CASE WHEN risk.state = 'left' AND found.state <> 'left'
                            THEN %(today)s ELSE risk.date_from END,
           date_left = CASE WHEN found.state <> 'left' THEN NULL
                            ELSE COALESCE(risk.date_left, %(today)s) END
      FROM (
        SELECT one.id,
               CASE WHEN count(reason.id) = 0 THEN 'left'
                    WHEN bool_or(NOT COALESCE(reason.is_settled, FALSE)
                                 AND (help.since IS NULL OR reason.date_from > help.since))
                    THEN 'open'
                    WHEN max(help.since) IS NOT NULL THEN 'helped'
                    ELSE 'settled' END AS state,
               min(rule.list) AS list,
               (array_agg(rule.sequence ORDER BY rule.list, rule.sequence))[1] AS priority
          FROM vsoko_risk one
          LEFT JOIN vsoko_risk_reason reason
            ON reason.risk_id = one.id AND reason.date_to IS NULL
          LEFT JOIN vsoko_risk_rule rule ON rule.id = reason.rule_id
          LEFT JOIN (
            SELECT student_id, max(since) AS since FROM (%(help)s) any_help GROUP BY student_id
          ) help ON help.student_id = one.student_id
         WHERE one.id = ANY(%(ids)s)
         GROUP BY one.id
      ) found
     WHERE found.id = risk.id
"""
_CUT = """
    UPDATE vsoko_risk risk
       SET is_within = found.is_within
      FROM (
        SELECT one.id,
               one.state = 'open' AND (
                   COALESCE(year.risk_capacity, 0) = 0
                   OR row_number() OVER (
                        PARTITION BY one.company_id, one.list, one.state
                            ORDER BY one.priority, one.date_from, one.id
                      ) <= year.risk_capacity) AS is_within
          FROM vsoko_risk one
          JOIN vsoko_period period ON period.id = one.period_id
          JOIN vsoko_year year ON year.id = period.year_id
         WHERE one.id = ANY(%(ids)s)
      ) found
     WHERE found.id = risk.id AND risk.is_within IS DISTINCT FROM found.is_within
"""

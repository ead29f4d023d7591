from odoo import fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL

from .vsoko_risk_rule import OF_PUPIL

ADMINISTRATION = "vsoko_module.group_administration"


class VsokoRiskRule(models.Model):
    """A rule says how often it was right: whom it named at the end of a term of the past, and what
    they came to by the end of the time that it foretells."""

    _inherit = "vsoko.risk.rule"

    check_ids = fields.One2many(
        "vsoko.risk.check",
        "rule_id",
        string="Checks on the past",
        readonly=True,
        groups=ADMINISTRATION,
    )
    present_text = fields.Char(
        string="At present",
        compute="_compute_texts",
        groups=ADMINISTRATION,
    )
    past_text = fields.Text(
        string="How often it was right",
        compute="_compute_texts",
        groups=ADMINISTRATION,
    )

    def _compute_texts(self):
        """Say what the rule names now and what its last check has shown, of the school at work."""
        checks = self.env["vsoko.risk.check"].search(
            Domain("rule_id", "in", self.ids)
            & Domain("class_id", "=", False)
            & Domain("company_id", "=", self.env.company.id)
        )
        # in the order of time: the last one stays
        checks = checks.sorted(lambda check: check.period_id.date_end)
        past = {check.rule_id: check.text for check in checks if check.horizon_id}
        present = {check.rule_id: check.text for check in checks if not check.horizon_id}
        for rule in self:
            rule.present_text = present.get(rule._origin, self.env._("Not looked at yet"))
            rule.past_text = past.get(
                rule._origin, self.env._("There is no past term yet to check it on")
            )

    def action_check_past(self):
        """Check these rules on all terms whose time has come."""
        if not self.env.user.has_group(ADMINISTRATION):
            raise AccessError(self.env._("The administration checks rules on the past."))
        self._take_turn()
        self.env["vsoko.period"].search(
            [("company_id", "=", self.env.company.id)]
        )._check_risk_rules(self)
        return self._toast(self.env._("Rules checked on the past"), len(self))

    def _check_on(self, period, horizon):
        """Store how the rule did at the end of a term, judged by a later period, in one statement
        for the school and its classes."""
        span = period._get_risk_span(self.window, period.date_end)
        Check = self.env["vsoko.risk.check"]
        Check.search(
            Domain("rule_id", "=", self.id)
            & Domain("period_id", "=", period.id)
            & Domain("horizon_id", "!=", False)
        ).unlink()
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                _CHECK,
                company=period.company_id.id,
                rule=self.id,
                period=period.id,
                horizon=horizon.id,
                pupils=period._get_risk_pupils_sql(period.date_end),
                marked=self._get_marked_sql(span),
                judged=self._get_judged_sql(span),
                based=self._get_pupils_sql(Domain("in_base", "=", True), horizon),
                came=self._get_pupils_sql(
                    Domain("in_base", "=", True) & self._parse(self.outcome, OF_PUPIL, "outcome"),
                    horizon,
                ),
            )
        )


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def _check_risk_rules(self, rules=None):
        """Check the rules on the terms of the school years of these periods and of the years
        before them.

        :param rules: rules to check; None: all of the school
        """
        today = fields.Date.context_today(self)
        for company in self.company_id:
            year = (self & self.search([("company_id", "=", company.id)])).year_id
            first = min(year.mapped("date_start"))
            chosen = rules or self.env["vsoko.risk.rule"]._get_of_school(company)
            terms = self._get_checked_terms(company, first, today)
            self.env.flush_all()
            for term in terms:
                for rule in chosen:
                    horizon = term._get_risk_horizon(rule.horizon)
                    if horizon and horizon.date_end < today:
                        # The rows are the program's; who asks for the check was asked before.
                        rule.sudo()._check_on(term, horizon)
        self.env["vsoko.risk.check"].invalidate_model()

    def _get_checked_terms(self, company, first, today):
        before = self.env["vsoko.year"].search(
            [("company_id", "=", company.id), ("date_end", "<", first)],
            order="date_end desc",
            limit=1,
        )
        # Which terms a school has had is no secret; the check of a rule is the administration's.
        return self.sudo().search(
            Domain("company_id", "=", company.id)
            & Domain("kind", "not in", ("year", "calendar_year"))
            & Domain("date_start", ">=", before.date_start or first)
            & Domain("date_end", "<", today)
        )

    def _get_risk_horizon(self, horizon):
        """Return the period that shows what pupils of the term came to, maybe empty."""
        # As above.
        same_year = Domain("year_id", "=", self.year_id.id)
        if horizon == "year":
            return self.sudo().search(same_year & Domain("kind", "=", "year"), limit=1)
        later = Domain("kind", "=", self.kind) & Domain("date_start", ">", self.date_end)
        return self.sudo().search(same_year & later, order="date_start", limit=1)


_CHECK = """
    INSERT INTO vsoko_risk_check (
        company_id, rule_id, period_id, horizon_id, class_id, judged, marked,
        hits, alarms, missed, others, create_date, write_date)
    SELECT %(company)s, %(rule)s, %(period)s, %(horizon)s, class_id, count(*),
           count(*) FILTER (WHERE is_marked),
           count(*) FILTER (WHERE is_marked AND has_come),
           count(*) FILTER (WHERE is_marked AND NOT has_come),
           count(*) FILTER (WHERE NOT is_marked AND has_come),
           count(*) FILTER (WHERE NOT is_marked AND NOT has_come),
           now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
      FROM (
        SELECT pupil.class_id,
               pupil.student_id IN (SELECT student_id FROM (%(marked)s) marked) AS is_marked,
               pupil.student_id IN (SELECT student_id FROM (%(came)s) came) AS has_come
          FROM (%(pupils)s) pupil
         WHERE pupil.student_id IN (SELECT student_id FROM (%(judged)s) judged)
           AND pupil.student_id IN (SELECT student_id FROM (%(based)s) based)
      ) one
     GROUP BY GROUPING SETS ((class_id), ())
"""

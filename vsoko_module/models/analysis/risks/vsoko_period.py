import logging

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools.risks.span import Span

_logger = logging.getLogger(__name__)


class VsokoPeriod(models.Model):
    """The list of pupils to help follows the facts of the term."""

    _inherit = "vsoko.period"

    def _after_load(self):
        """A list that cannot be made takes no facts away."""
        super()._after_load()
        try:
            with self.env.cr.savepoint():
                (self & self._get_latest_terms())._refresh_risks()
        except UserError as error:
            _logger.info("The list of pupils to help is not made anew: %s", error)

    @api.model
    def _cron_risks(self):
        """Bring the lists of all schools up to date and check the rules on the past."""
        self._take_time()
        terms = self._get_latest_terms()
        self.env["ir.cron"]._commit_progress(remaining=len(terms))
        for term in terms:
            term._refresh_risks()
            term._check_risk_rules()
            if not self.env["ir.cron"]._commit_progress(1):
                break

    def _get_risk_span(self, window, last):
        """Return the `Span` of a term until a day.

        :param window: see `WINDOWS` of the rules
        """
        self.ensure_one()
        first = self.year_id.date_start if window == "year" else self.date_start
        same = Domain("year_id", "=", self.year_id.id) & Domain("kind", "=", self.kind)
        # who finds the list is the program; the days of terms are secret to nobody
        terms = self.sudo().search(
            same & Domain("date_start", ">=", first) & Domain("date_start", "<=", last)
        )
        return Span(self, terms | self, first, last)

    def _refresh_risks(self):
        """Find anew whom the rules name today; what people wrote stays."""
        today = fields.Date.context_today(self)
        for term in self:
            # The program makes the list, whoever has changed the facts.
            term.sudo()._refresh_list(min(today, term.year_id.date_end), today)

    def _refresh_list(self, last, today):
        self.env.flush_all()
        rules = self.env["vsoko.risk.rule"]._get_of_school(self.company_id)
        values = {"period": self.id, "company": self.company_id.id, "today": today}
        self.env.cr.execute("DROP TABLE IF EXISTS vsoko_risk_found")
        self.env.cr.execute(self._get_found_sql(rules, last))
        for statement in (_NEW_PUPILS, _GONE_REASONS, _NEW_REASONS, _SAME_REASONS):
            self.env.cr.execute(SQL(statement, **values))
        self.env["vsoko.risk.check"]._store_present(self, rules, last)
        self.env.invalidate_all()
        self.env["vsoko.risk"].search([("period_id", "=", self.id)])._follow()

    def _get_found_sql(self, rules, last):
        """Return the statement that keeps whom each rule names, of the pupils who are there."""
        marked = [
            SQL(
                "SELECT %s AS rule_id, marked.* FROM (%s) marked",
                rule.id,
                rule._get_marked_sql(self._get_risk_span(rule.window, last)),
            )
            for rule in rules
        ] or [_NOBODY]
        return SQL(
            """
            CREATE TEMP TABLE vsoko_risk_found ON COMMIT DROP AS
            -- each is read once: of what has just been loaded the planner knows nothing, and would
            -- read all marks anew for each pupil
            WITH named AS MATERIALIZED (%(marked)s), pupil AS MATERIALIZED (%(pupils)s)
            SELECT named.rule_id, named.student_id, named.subject_id, named.content_id,
                   min(named.value) AS value, max(named.compared) AS compared,
                   min(pupil.class_id) AS class_id
              FROM named
              JOIN pupil ON pupil.student_id = named.student_id
             GROUP BY named.rule_id, named.student_id, named.subject_id, named.content_id
            """,
            marked=SQL(" UNION ALL ").join(marked),
            pupils=self._get_risk_pupils_sql(last),
        )

    def _get_risk_pupils_sql(self, day):
        """Return the SELECT of the pupils of a day in the classes that are taught by such
        terms: ``student_id``, ``class_id``."""
        return SQL(
            """
            SELECT stay.student_id, stay.class_id
              FROM vsoko_enrolment stay
              JOIN vsoko_class class ON class.id = stay.class_id
             WHERE stay.company_id = %(company)s AND stay.year_id = %(year)s
               AND class.term_kind = %(kind)s AND stay.date_from <= %(day)s
               AND (stay.date_to IS NULL OR stay.date_to > %(day)s)
            """,
            company=self.company_id.id,
            year=self.year_id.id,
            kind=self.kind,
            day=day,
        )


_NOBODY = SQL(
    "SELECT NULL::integer AS rule_id, NULL::integer AS student_id, NULL::integer AS subject_id,"
    " NULL::integer AS content_id, NULL::float8 AS value, NULL::float8 AS compared WHERE FALSE"
)
_NEW_PUPILS = """
    INSERT INTO vsoko_risk (
        company_id, period_id, student_id, class_id, watcher_id, state, list, date_from,
        create_date, write_date)
    SELECT %(company)s, %(period)s, found.student_id, max(found.class_id),
           max(class.homeroom_teacher_id), 'open', 'attention',
           -- who was in the list of the term before waits since then
           COALESCE(max(before.date_from), %(today)s), now() AT TIME ZONE 'UTC',
           now() AT TIME ZONE 'UTC'
      FROM vsoko_risk_found found
      JOIN vsoko_class class ON class.id = found.class_id
      LEFT JOIN vsoko_period term ON term.id = %(period)s
      LEFT JOIN (
        SELECT risk.student_id, risk.date_from, period.year_id, period.kind
          FROM vsoko_risk risk JOIN vsoko_period period ON period.id = risk.period_id
         WHERE risk.state = 'open' AND risk.period_id <> %(period)s
      ) before
        ON before.student_id = found.student_id AND before.year_id = term.year_id
       AND before.kind = term.kind
     GROUP BY found.student_id
        ON CONFLICT (student_id, period_id) DO UPDATE
       SET class_id = EXCLUDED.class_id WHERE vsoko_risk.class_id <> EXCLUDED.class_id
"""
_SAME = """
       risk.period_id = %(period)s AND risk.student_id = found.student_id
   AND reason.risk_id = risk.id AND reason.date_to IS NULL
   AND reason.rule_id = found.rule_id
   AND reason.subject_id IS NOT DISTINCT FROM found.subject_id
   AND reason.content_id IS NOT DISTINCT FROM found.content_id
"""
_GONE_REASONS = f"""
    UPDATE vsoko_risk_reason reason SET date_to = %(today)s
     WHERE reason.period_id = %(period)s AND reason.date_to IS NULL
       AND NOT EXISTS (
           SELECT 1 FROM vsoko_risk risk, vsoko_risk_found found WHERE {_SAME})
"""
_NEW_REASONS = f"""
    INSERT INTO vsoko_risk_reason (
        risk_id, company_id, student_id, class_id, period_id, rule_id, subject_id, content_id,
        value, compared, date_from, is_settled, create_date, write_date)
    SELECT risk.id, risk.company_id, risk.student_id, risk.class_id, risk.period_id,
           found.rule_id, found.subject_id, found.content_id, found.value, found.compared,
           %(today)s, FALSE, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
      FROM vsoko_risk_found found
      JOIN vsoko_risk risk
        ON risk.student_id = found.student_id AND risk.period_id = %(period)s
     WHERE NOT EXISTS (
           SELECT 1 FROM vsoko_risk_reason reason WHERE {_SAME})
"""
_SAME_REASONS = f"""
    UPDATE vsoko_risk_reason reason
       SET value = found.value, compared = found.compared, class_id = risk.class_id
      FROM vsoko_risk risk, vsoko_risk_found found
     WHERE {_SAME}
       AND (reason.value, reason.compared, reason.class_id)
           IS DISTINCT FROM (found.value, found.compared, risk.class_id)
"""

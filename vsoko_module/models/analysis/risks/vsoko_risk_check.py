from odoo import api, fields, models
from odoo.tools import SQL

from ....tools.reports.formatting import number
from ....tools.risks import Confusion

_COUNTS = ("hits", "alarms", "missed", "others")


class VsokoRiskCheck(models.Model):
    """What a rule has said of a term, and how often it was right when the time had come.

    One row for the school and one for each class. `judged` are the pupils of whom there was
    anything to look at: without them there is no data. Only the program writes.
    """

    _name = "vsoko.risk.check"
    _description = "Check of a rule on the past"
    _order = "period_id, class_id, id"
    _rec_name = "rule_id"

    rule_id = fields.Many2one(
        "vsoko.risk.rule",
        string="Rule",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(
        "res.company", string="School", required=True, readonly=True, index=True
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Term",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    horizon_id = fields.Many2one(
        "vsoko.period",
        string="Checked by",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
        help="The period that showed who was named rightly; empty: of the present",
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
        help="Empty: all of the school",
    )
    judged = fields.Integer(
        readonly=True, aggregator=None, help="Pupils of whom the rule had anything to look at"
    )
    marked = fields.Integer(string="Named", readonly=True, aggregator=None)
    hits = fields.Integer(string="Named rightly", readonly=True, aggregator=None)
    alarms = fields.Integer(string="Named in vain", readonly=True, aggregator=None)
    missed = fields.Integer(string="Not named", readonly=True, aggregator=None)
    others = fields.Integer(readonly=True, aggregator=None)
    precision = fields.Char(string="Named rightly, %", compute="_compute_shares")
    recall = fields.Char(string="Found, %", compute="_compute_shares")
    base = fields.Char(string="Of all, %", compute="_compute_shares")
    text = fields.Text(string="In words", compute="_compute_shares")

    _place_uniq = models.UniqueIndex(
        "(rule_id, period_id, COALESCE(horizon_id, 0), COALESCE(class_id, 0))",
        "The rule has been checked there already.",
    )

    @api.depends(*_COUNTS, "judged", "marked", "horizon_id", "rule_id.outcome_name")
    def _compute_shares(self):
        for check in self:
            found = check._get_confusion()
            is_past = bool(check.horizon_id)
            check.precision = is_past and _words(found.precision, found.precision_interval)
            check.recall = is_past and _words(found.recall, found.recall_interval)
            check.base = is_past and _words(found.base, None)
            check.text = check._describe_past(found) if is_past else check._describe_present()

    def _get_confusion(self):
        return Confusion(*(self[name] for name in _COUNTS))

    def _describe_present(self):
        if not self.judged:
            return self.env._("No data: the rule has nothing to look at")
        return self.env._(
            "Named are %(marked)s of %(judged)s pupils", marked=self.marked, judged=self.judged
        )

    def _describe_past(self, found):
        """Return the check in words, with what pointing at anybody would have hit."""
        if not found.judged:
            return self.env._("No data: the rule had nothing to look at")
        values = {
            "period": self.period_id.display_name,
            "marked": found.marked,
            "hits": found.hits,
            "came": found.came,
            "outcome": self.rule_id.outcome_name,
        }
        if not found.marked:
            return self.env._("%(period)s: nobody was named; %(came)s %(outcome)s", **values)
        return self.env._(
            "%(period)s: of %(marked)s named %(hits)s %(outcome)s (%(precision)s). Of all who came"
            " to it the rule had named %(recall)s; of all pupils %(base)s came to it.",
            precision=_words(found.precision, found.precision_interval),
            recall=_words(found.recall, found.recall_interval),
            base=_words(found.base, None),
            **values,
        )

    @api.model
    def _store_present(self, period, rules, last):
        """Keep of how many pupils each rule has something to look at today, and how many it
        names; the rows that `vsoko_risk_found` holds are those of the moment."""
        if not rules:
            return
        judged = SQL(" UNION ALL ").join(
            SQL(
                "SELECT %s AS rule_id, student_id FROM (%s) judged",
                rule.id,
                rule._get_judged_sql(period._get_risk_span(rule.window, last)),
            )
            for rule in rules
        )
        self.env.cr.execute(
            SQL(
                _STORE_PRESENT,
                rules=rules.ids,
                judged=judged,
                pupils=period._get_risk_pupils_sql(last),
                company=period.company_id.id,
                period=period.id,
            )
        )


def _words(share, interval):
    """A share with its interval: «40 % [22–61]»; a dash without a base."""
    if share is None:
        return "—"
    text = f"{number(share, 0)} %"
    if interval is None:
        return text
    low, high = interval
    return f"{text} [{number(low, 0)}–{number(high, 0)}]"


# each is read once, see `vsoko.period._get_found_sql`
_STORE_PRESENT = """
    WITH judged AS MATERIALIZED (%(judged)s), pupil AS MATERIALIZED (%(pupils)s)
    INSERT INTO vsoko_risk_check (
        company_id, rule_id, period_id, judged, marked, hits, alarms, missed, others,
        create_date, write_date)
    SELECT %(company)s, rule.id, %(period)s, count(DISTINCT seen.student_id),
           (SELECT count(DISTINCT found.student_id) FROM vsoko_risk_found found
             WHERE found.rule_id = rule.id),
           0, 0, 0, 0, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
      FROM vsoko_risk_rule rule
      LEFT JOIN (
        SELECT judged.rule_id, judged.student_id
          FROM judged
          JOIN pupil ON pupil.student_id = judged.student_id
      ) seen ON seen.rule_id = rule.id
     WHERE rule.id = ANY(%(rules)s)
     GROUP BY rule.id
        ON CONFLICT (rule_id, period_id, COALESCE(horizon_id, 0), COALESCE(class_id, 0))
        DO UPDATE SET judged = EXCLUDED.judged, marked = EXCLUDED.marked
"""

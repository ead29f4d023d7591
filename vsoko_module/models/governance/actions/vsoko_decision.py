from odoo import fields, models
from odoo.tools import SQL

from .vsoko_action import WAITED
from .vsoko_action_effect import VERDICTS

# in the order in which a director asks: what burns, what waits, what has come of the rest
STANDINGS = [
    ("late", "Late"),
    ("to_accept", "Waits to be accepted"),
    ("in_work", "In work"),
    ("awaited", "Done, the figures are awaited"),
    *VERDICTS,
    ("done", "Done, not judged by figures"),
    ("stopped", "Stopped or cancelled"),
]
OPEN = ("late", "to_accept", "in_work", "awaited")


class VsokoDecision(models.Model):
    """What the school has decided, and how it stands with each decision today.

    A decision is an action, or a resolution of a body that no action carries out: each is here
    once. What became of it is the verdict of the figures where there is one.
    """

    _name = "vsoko.decision"
    _auto = False
    _log_access = False
    _description = "Decision and what came of it"
    _order = "deadline, id"
    _depends = {
        "vsoko.action": [
            "company_id",
            "name",
            "owner_id",
            "deadline",
            "state",
            "verdict",
            "indicator_id",
            "done_date",
            "ended_date",
            "result",
            "ending",
            "resolution_id",
            "create_date",
        ],
        "vsoko.resolution": [
            "company_id",
            "name",
            "responsible",
            "deadline",
            "state",
            "done_date",
            "outcome",
            "body_id",
            "meeting_id",
        ],
        "vsoko.meeting": ["date_start"],
        "vsoko.body": ["name"],
        "vsoko.year": ["company_id", "state", "date_start"],
        "res.users": ["partner_id"],
        "res.partner": ["name"],
    }

    company_id = fields.Many2one("res.company", string="School", readonly=True)
    name = fields.Text(string="What was decided", readonly=True)
    kind = fields.Selection(
        [("action", "Action"), ("resolution", "Resolution")], string="Decided as", readonly=True
    )
    action_id = fields.Many2one("vsoko.action", string="Action", readonly=True)
    resolution_id = fields.Many2one("vsoko.resolution", string="Resolution", readonly=True)
    body_name = fields.Char(string="Council or commission", readonly=True)
    responsible = fields.Char(readonly=True)
    deadline = fields.Date(string="Due by", readonly=True)
    decided_on = fields.Date(readonly=True)
    ended_on = fields.Date(string="Ended on", readonly=True)
    outcome = fields.Text(string="What was done", readonly=True)
    standing = fields.Selection(STANDINGS, string="How it stands", readonly=True, group_expand=True)
    is_of_year = fields.Boolean(
        string="Open or of this school year",
        readonly=True,
        help="What has ended before the current school year is left out",
    )

    def _read_group_orderby(self, order, groupby_terms, query):
        """Groups stand as a director asks, not in the alphabet of their codes."""
        standing = groupby_terms.get("standing")
        if not standing:
            return super()._read_group_orderby(order, groupby_terms, query)
        codes = [code for code, _label in STANDINGS]
        terms = dict(groupby_terms)
        terms["standing"] = SQL("array_position(%s::text[], %s::text)", codes, standing)
        ordered = super()._read_group_orderby(order, terms, query)
        # it may have added to the other terms what they are ordered by
        groupby_terms.update(terms, standing=standing)
        return ordered

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT decision.*,
                   decision.standing IN %(open)s
                       OR NOT EXISTS (
                           SELECT FROM vsoko_year year
                            WHERE year.company_id = decision.company_id
                              AND year.state = 'current'
                              AND year.date_start > COALESCE(decision.ended_on, decision.decided_on)
                       ) AS is_of_year
              FROM (%(actions)s UNION ALL %(resolutions)s) decision
            """,
            open=OPEN,
            actions=self._get_actions_sql(),
            resolutions=self._get_resolutions_sql(),
        )

    def _get_actions_sql(self):
        return SQL(
            """
            SELECT 2 * action.id AS id,
                   action.company_id,
                   action.name::text AS name,
                   'action' AS kind,
                   action.id AS action_id,
                   action.resolution_id,
                   body.name AS body_name,
                   partner.name AS responsible,
                   action.deadline,
                   action.create_date::date AS decided_on,
                   COALESCE(action.ended_date, action.done_date) AS ended_on,
                   COALESCE(action.ending, action.result) AS outcome,
                   CASE WHEN action.state = 'stopped' THEN 'stopped'
                        WHEN action.verdict IS NOT NULL THEN action.verdict
                        WHEN action.state IN %(waited)s AND action.deadline <= %(today)s THEN 'late'
                        WHEN action.state = 'proposed' THEN 'to_accept'
                        WHEN action.state IN ('accepted', 'in_work') THEN 'in_work'
                        WHEN action.state = 'done' AND action.indicator_id IS NOT NULL
                        THEN 'awaited'
                        ELSE 'done' END AS standing
              FROM vsoko_action action
              LEFT JOIN res_users owner ON owner.id = action.owner_id
              LEFT JOIN res_partner partner ON partner.id = owner.partner_id
              LEFT JOIN vsoko_resolution resolution ON resolution.id = action.resolution_id
              LEFT JOIN vsoko_body body ON body.id = resolution.body_id
            """,
            waited=WAITED,
            today=fields.Date.context_today(self),
        )

    def _get_resolutions_sql(self):
        """A resolution is here until an action carries it out; a stopped action does not."""
        return SQL(
            """
            SELECT 2 * resolution.id + 1,
                   resolution.company_id,
                   resolution.name,
                   'resolution',
                   NULL::int,
                   resolution.id,
                   body.name,
                   resolution.responsible,
                   resolution.deadline,
                   meeting.date_start::date,
                   resolution.done_date,
                   resolution.outcome,
                   CASE WHEN resolution.state = 'cancelled' THEN 'stopped'
                        WHEN resolution.state = 'done' THEN 'done'
                        WHEN resolution.deadline <= %(today)s THEN 'late'
                        ELSE 'in_work' END
              FROM vsoko_resolution resolution
              JOIN vsoko_body body ON body.id = resolution.body_id
              JOIN vsoko_meeting meeting ON meeting.id = resolution.meeting_id
             WHERE resolution.state <> 'draft'
               AND NOT EXISTS (SELECT FROM vsoko_action action
                                WHERE action.resolution_id = resolution.id
                                  AND action.state <> 'stopped')
            """,
            today=fields.Date.context_today(self),
        )

    def action_open(self):
        """Open what the decision was made as."""
        self.ensure_one()
        self.check_access("read")
        return (self.action_id or self.resolution_id)._open_records()

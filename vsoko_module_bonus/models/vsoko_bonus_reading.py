from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL

# what tells how much somebody gets, or lost
SUMS = frozenset(
    {"amount", "cut", "payable", "paid_before", "month_pay", "weight", "points", "penalty_order"}
)


class VsokoBonusLine(models.Model):
    """Whoever has sums of others before him is noted, whatever way they come: a page, a group, an
    export, a filter or an order by them."""

    _inherit = "vsoko.bonus.line"

    def _fetch_query(self, query, fields):
        lines = super()._fetch_query(query, fields)
        if lines and not self.env.su and any(field.name in SUMS for field in fields):
            self._note_look(SQL("line.id = ANY(%s)", list(lines.ids)))
        return lines

    @api.model
    def _search(self, domain, offset=0, limit=None, order=None, **kwargs):
        query = super()._search(domain, offset, limit, order, **kwargs)
        if not self.env.su and (_asks_of(domain) or _names_in(order)):
            self._note_look(SQL("line.id IN %s", query.subselect()))
        return query

    @api.model
    def _read_group(self, domain, groupby=(), aggregates=(), having=(), *args, **kwargs):
        if _names_in(*groupby, *aggregates):
            self._note_group(domain)
        return super()._read_group(domain, groupby, aggregates, having, *args, **kwargs)

    @api.model
    def _read_grouping_sets(self, domain, grouping_sets, aggregates=(), *args, **kwargs):
        if _names_in(*aggregates, *(name for one in grouping_sets for name in one)):
            self._note_group(domain)
        return super()._read_grouping_sets(domain, grouping_sets, aggregates, *args, **kwargs)

    def _note_group(self, domain):
        if not self.env.su:
            self._note_look(SQL("line.id IN %s", self._search(domain).subselect()))

    def _note_look(self, condition):
        """Note a look at those of the lines that are not the user's own.

        :param condition: on the rows of `line`
        """
        self.flush_model(["teacher_id", "bonus_id"])
        rows = self.env.execute_query(
            SQL(
                """SELECT DISTINCT line.bonus_id FROM vsoko_bonus_line line
                    WHERE %s AND line.teacher_id NOT IN (%s)""",
                condition,
                self._get_own_teachers_sql(),
            )
        )
        if rows:
            self.env["vsoko.bonus.look"]._note([one for (one,) in rows])


def _asks_of(domain):
    return any(_names_in(condition.field_expr) for condition in Domain(domain).iter_conditions())


def _names_in(*texts):
    """Whether fields, aggregates or an order name a sum."""
    words = (word for text in texts for word in str(text or "").replace(",", " ").split())
    return any(word.partition(":")[0].partition(".")[0] in SUMS for word in words)

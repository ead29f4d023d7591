from odoo import models
from odoo.fields import Domain


class VsokoIndicatorValue(models.Model):
    """What the rows behind a figure are today, and for whom."""

    _inherit = "vsoko.indicator.value"

    def _explain_rows(self):
        """Say where the rows that open are not those that were counted.

        The rows of an approved figure may have changed since, and a reader may see only a part
        of them.
        """
        if self.indicator_id.kind != "measure" or not self.indicator_id.source:
            return []
        return [self._explain_changed_rows(), self._explain_unseen_rows()]

    def _explain_changed_rows(self):
        """Compare what was counted at the approval with today's facts."""
        period = self.period_id
        if period.state != "approved":
            return None
        now = self._count_today()
        then = {name: int(self[name] or 0) for name in now}
        if now != then:
            return self.env._(
                "At the approval %(then)s rows were counted, today %(now)s: at least %(number)s"
                " rows differ. The rows that open are those of today.",
                then=_rows(then),
                now=_rows(now),
                number=max(abs(now[name] - then[name]) for name in now),
            )
        if period.drift_count:
            return self.env._(
                "Facts of this period have changed after the approval: %(count)s of its figures"
                " would be others today. The rows that open are those of today.",
                count=period.drift_count,
            )
        return None

    def _count_today(self):
        """Return {"n", of a share also "numerator"} by the facts of today."""
        # Numbers of the cell whose figure the user reads.
        fact = self.indicator_id._get_fact_model().sudo()
        indicator = self.indicator_id
        base = (
            fact._get_period_domain(self.period_id)
            & self._get_cell_domain()
            & indicator._get_counted_domain()
        )
        if indicator.aggregate == "distinct_students":
            return {"n": len(fact._read_group(base, ["student_id"]))}
        counts = {"n": fact.search_count(base & self._get_known_domain())}
        if indicator.aggregate == "share":
            counts["numerator"] = fact.search_count(
                base & indicator._get_domain("numerator_domain")
            )
        return counts

    def _get_known_domain(self):
        """A mean rests on the rows that have the number, everything else on all rows."""
        indicator = self.indicator_id
        if indicator.aggregate not in ("average", "degree_of_learning"):
            return Domain.TRUE
        return Domain(indicator._get_value_field(), "!=", False)

    def _explain_unseen_rows(self):
        """Say to a reader with a part of the rows how many of them open."""
        fact = self.indicator_id._get_fact_model()
        if self.env.su or not self.n or not fact.has_access("read"):
            return None
        counted = self._get_cell_domain() & self.indicator_id._get_counted_domain()
        domain = fact._get_period_domain(self.period_id) & counted
        # Only their number is told, which the figure itself tells already.
        seen, there = fact.search_count(domain), fact.sudo().search_count(domain)
        if seen == there:
            return None
        return self.env._(
            "You see %(seen)s of the %(there)s rows: the others are of lessons and classes that"
            " are not yours.",
            seen=seen,
            there=there,
        )


def _rows(counts):
    """Write the number of rows, of a share with those in the numerator: ``4 444 / 6 513``."""
    if "numerator" not in counts:
        return str(counts["n"])
    return "{numerator} / {n}".format(**counts)

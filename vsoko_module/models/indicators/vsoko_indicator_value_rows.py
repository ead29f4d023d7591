from markupsafe import Markup

from odoo import models

from .engine import counted_sql


class VsokoIndicatorValue(models.Model):
    """What the rows behind a figure are today, and for whom."""

    _inherit = "vsoko.indicator.value"

    def action_open_rows(self):
        """Where a reader may read nothing of them, the empty list says so."""
        action = super().action_open_rows()
        unseen = self._is_measured() and self._explain_unseen_rows()
        if unseen:
            action["help"] = Markup('<p class="o_view_nocontent_smiling_face">%s</p>') % unseen
        return action

    def _explain_rows(self):
        """Say where the rows that open are not those that were counted.

        The rows of an approved figure may have changed since, and a reader may see only a part
        of them.
        """
        if self.indicator_id.kind == "formula":
            return [self._explain_changed_operands()]
        if not self._is_measured():
            return []
        return [self._explain_changed_rows(), self._explain_unseen_rows()]

    def _is_measured(self):
        return self.indicator_id.kind == "measure" and bool(self.indicator_id.source)

    def _explain_changed_operands(self):
        if self.period_id.state != "approved":
            return None
        changed = self._get_operand_figures().filtered(lambda figure: figure._has_other_rows())
        if not changed:
            return None
        return self.env._(
            "Other rows than at the approval stand today behind: %(names)s.",
            names=", ".join(changed.mapped("indicator_id.name")),
        )

    def _has_other_rows(self):
        """Whether today's rows are known not to be those that were counted at the approval."""
        if self.indicator_id.kind == "formula":
            return any(figure._has_other_rows() for figure in self._get_operand_figures())
        if not self._is_measured():
            return False
        now, digest = self._count_today()
        return now != self._get_counts(now) or self.digest not in (False, digest)

    def _explain_changed_rows(self):
        """Compare what was counted at the approval with today's facts."""
        if self.period_id.state != "approved":
            return None
        now, digest = self._count_today()
        then = self._get_counts(now)
        if now != then:
            return self.env._(
                "At the approval %(then)s rows were counted, today %(now)s: at least %(number)s"
                " rows differ. The rows that open are those of today.",
                then=_rows(then),
                now=_rows(now),
                number=max(abs(now[name] - then[name]) for name in now),
            )
        if not self.digest:
            return self._explain_without_digest()
        if self.digest == digest:
            return self.env._("The rows are those that were counted at the approval.")
        return self.env._(
            "As many rows as today were counted at the approval, but not the same: at least"
            " %(number)s rows differ. The rows that open are those of today.",
            number=2 if self._counts_rows() else 1,
        )

    def _counts_rows(self):
        """Whether a single other row would be seen in the counts; a mean may have other marks."""
        return self.indicator_id.aggregate in ("share", "count", "distinct_students")

    def _explain_without_digest(self):
        sentences = [
            self.env._(
                "As many rows as today were counted at the approval. Whether they are the same"
                " cannot be told: the figure was approved before the program kept that."
            )
        ]
        if self.period_id.drift_count:
            sentences.append(
                self.env._(
                    "Facts of this period have changed after the approval: %(count)s of its figures"
                    " would be others today. The rows that open are those of today.",
                    count=self.period_id.drift_count,
                )
            )
        return " ".join(sentences)

    def _get_counts(self, names):
        return {name: int(self[name] or 0) for name in names}

    def _count_today(self):
        """Return ({"n", of a share also "numerator"}, digest) by the facts of today."""
        fact = self.indicator_id._get_fact_model()
        domain = fact._get_period_domain(self.period_id) & self._get_cell_domain()
        ((numerator, n, digest),) = self.env.execute_query(
            counted_sql(fact, self.indicator_id, domain)
        )
        counts = {"n": n}
        if self.indicator_id.aggregate == "share":
            counts["numerator"] = numerator
        return counts, digest

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

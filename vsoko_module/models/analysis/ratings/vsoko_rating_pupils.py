from collections import Counter

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ....tools import scopes
from .vsoko_rating_rosters import LISTED


class VsokoRatingLine(models.Model):
    """The pupils behind a line, for whoever may read of them what was counted."""

    _inherit = "vsoko.rating.line"

    def _get_pupils(self):
        """Return ``{component: ({pupil: (total, size)}, number of those left out)}``.

        Of classes and teachers, by the facts of today, and only of components whose facts name
        pupils; a component without any pupil whom the reader may see is left out.
        """
        self.ensure_one()
        self.check_access("read")
        if self.scope not in LISTED:
            return {}
        # Expectations rest on other classes: what was counted is found with the rights of the
        # program, and whose numbers the reader may see is asked below.
        components = self.sudo().rating_id.component_ids
        try:
            counted = components._get_samples([self.cell])
        except UserError:
            # What was approved may not be counted by the rules of today; the line stays.
            return {}
        found = {}
        for component, samples in counted.items():
            sample = samples.get(self.cell)
            pupils = sample and sample.pupils
            seen = component._find_seen(self.cell, pupils, self.env) if pupils else ()
            if seen:
                shown = {pupil: pupils[pupil] for pupil in seen}
                found[component] = (shown, len(pupils) - len(shown))
        return found


class VsokoRatingComponent(models.Model):
    _inherit = "vsoko.rating.component"

    def _find_seen(self, cell, pupils, env):
        """Return the records of those pupils of whom the reader may read all that is counted.

        :param env: the environment of the reader
        """
        all_of_them, seen = Counter(), Counter()
        for fact, domain in self._get_fact_domains():
            domain &= fact._get_period_domain(self.rating_id.period_id)
            domain &= Domain("student_id", "in", list(pupils)) & self._get_cell_domain(cell)
            all_of_them.update(_count_by_pupil(fact, domain))
            seen.update(_count_by_pupil(fact.with_env(env), domain))
        readable = env["vsoko.student"].search([("id", "in", list(pupils))])
        return [one.id for one in readable if 0 < all_of_them[one.id] == seen[one.id]]

    def _get_cell_domain(self, cell):
        """Return the domain of the facts that are counted for a cell; marks beside others are
        counted in all subjects of a pupil."""
        if self.mode == "beside":
            return Domain.TRUE
        return Domain([(name, "=", key) for name, key in scopes.keys(cell).items()])


def _count_by_pupil(fact, domain):
    rows = fact._read_group(domain, ["student_id"], ["__count"])
    return {pupil.id: number for pupil, number in rows}

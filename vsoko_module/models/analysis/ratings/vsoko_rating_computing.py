from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ....tools import ratings, scopes


class VsokoRating(models.Model):
    """From figures to lines; the number of queries depends on the components alone."""

    _inherit = "vsoko.rating"

    def action_compute(self):
        """Compute the lines anew; the figures are those of the last calculation of the period."""
        self.check_access("write")
        self._check_unlocked()
        self._take_turn()
        for rating in self:
            rating._check_components()
            rating._rate()
        return self._toast(self.env._("Lines computed"), len(self.line_ids))

    def _check_components(self):
        """Raise UserError or ValidationError when the rule itself is not one to rate by."""
        if not self.component_ids:
            raise UserError(self.env._("“%(name)s” has no components yet.", name=self.display_name))
        indicators = self.component_ids.indicator_id
        indicators._check_lawful()
        indicators._check_no_copies(self.period_id, self.unit)
        levels = self.component_ids.filtered(lambda one: one.mode == "level")
        rest = self.component_ids - levels
        if self.unit == "teacher" and sum(levels.mapped("weight")) > sum(rest.mapped("weight")):
            raise UserError(
                self.env._(
                    "The level of a class is never the merit of its teacher alone: in a rating of"
                    " teachers progress and change weigh at least as much as all levels together."
                )
            )

    def _rate(self):
        cells, rows, indexes = self._make_indexes(is_resampled=True)
        table = ratings.stand(indexes, self.min_n, self.interval_level)
        lines = self._prepare_lines(cells, rows, indexes, table.standings)
        # Lines are written by the program alone; who computes may change the rating.
        self.sudo().line_ids.unlink()
        # As above.
        self.env["vsoko.rating.line"].sudo().create(lines)
        self._store(
            {
                "state": "computed",
                "mean": table.centre,
                "variance": table.variance,
                "computed_date": fields.Datetime.now(),
            }
        )

    def _make_indexes(self, is_resampled=False):
        """Return (cells, samples of each cell by components, indexes of the cells) by the figures,
        facts and corrected lists of today; nothing is stored.

        :param is_resampled: whether the errors are found by drawing pupils anew, which takes time
        """
        components, cells = self.component_ids, self._get_cells()
        samples = components._get_samples(cells)
        columns = [[samples[component].get(cell) for cell in cells] for component in components]
        rules = [component._get_rule() for component in components]
        rows = list(zip(*columns, strict=True))
        doubts = list(zip(*map(_doubts, columns), strict=True))
        indexes = [
            ratings.weigh(rules, row, doubt) for row, doubt in zip(rows, doubts, strict=True)
        ]
        if is_resampled:
            indexes = [
                ratings.resampled(index, rules, row, doubt, cell)
                for cell, index, row, doubt in zip(cells, indexes, rows, doubts, strict=True)
            ]
        return cells, rows, indexes

    def _get_cells(self):
        """Return the cells that are rated; who has none of the figures is among them."""
        if self.unit == "student":
            return [scopes.cell("student", student_id=one.id) for one in self._get_pupils()]
        domain = Domain("period_id", "=", self.period_id.id) & Domain("scope", "=", self.unit)
        if self.level:
            domain &= Domain("class_id.level", "=", self.level)
        rows = self.env["vsoko.indicator.value"]._read_group(domain, ["cell"])
        return [cell for (cell,) in rows]

    def _get_pupils(self):
        Enrolment = self.env["vsoko.enrolment"]
        present = Enrolment._get_present_domain(self.period_id.date_end)
        return Enrolment.search(Domain("class_id", "=", self.class_id.id) & present).student_id

    def _prepare_lines(self, cells, rows, indexes, standings):
        gains = ratings.gains(indexes)
        stability = self._get_stability(indexes, standings)
        return [
            {
                "rating_id": self.id,
                "period_id": self.period_id.id,
                "company_id": self.company_id.id,
                "scope": self.unit,
                "cell": cell,
                **scopes.keys(cell),
                **_standing_vals(index, standing),
                **stability.get(number, {}),
                "part_ids": [
                    Command.create(_part_vals(component, *parts))
                    for component, *parts in zip(
                        self.component_ids, row, index.parts, gains[number], strict=True
                    )
                ],
            }
            for number, (cell, row, index, standing) in enumerate(
                zip(cells, rows, indexes, standings, strict=True)
            )
        ]

    def _get_stability(self, indexes, standings):
        """Return ``{number of the line: values}`` of the lines that have a place."""
        placed = [number for number, one in enumerate(standings) if one.place]
        points = [[part and part.normalised for part in indexes[one].parts] for one in placed]
        found = ratings.stability(self.component_ids.mapped("weight"), points)
        return {
            number: {"stability": one.kept, "place_best": one.best, "place_worst": one.worst}
            for number, one in zip(placed, found, strict=True)
        }


def _doubts(column):
    """``(error, noise)`` in the order of the samples of a component, None without one."""
    found = iter(ratings.errors([sample for sample in column if sample]))
    return [next(found) if sample else None for sample in column]


def _standing_vals(index, standing):
    low, high = standing.interval or (None, None)
    first, last = standing.range or (None, None)
    return {
        "index": index.value,
        "n": index.n,
        "error_from": _error_from(index),
        "coverage": 100 * index.coverage,
        "low": low,
        "high": high,
        "drawn": standing.drawn,
        "group": standing.group,
        "place": standing.place,
        "place_low": first,
        "place_high": last,
        "reason": standing.reason,
    }


def _error_from(index):
    if index.value is None:
        return False
    return "pupils" if index.is_resampled else "approximate"


def _part_vals(component, sample, part, gain):
    if not part:
        return {"component_id": component.id}
    median, rise = gain
    return {
        "component_id": component.id,
        "value": sample.value,
        "n": sample.people,
        "normalised": part.normalised,
        "weight": part.weight,
        "contribution": part.contribution,
        "median": median,
        "gain": rise,
    }

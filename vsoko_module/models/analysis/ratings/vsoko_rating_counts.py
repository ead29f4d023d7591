from collections import defaultdict
from dataclasses import replace

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ....tools import ratings, scopes
from ....tools.numbers import rounded
from ....tools.ratings import PupilCount, Sample

# what is a mean of numbers that facts give to pupils
COUNTED = ("share", "average", "degree_of_learning")


class VsokoRatingComponent(models.Model):
    """The facts behind the components by pupils: for the lists that are checked, and for figures
    that are counted anew by corrected lists."""

    _inherit = "vsoko.rating.component"

    def _get_listed_facts(self):
        """Return [(model of facts, domain)] of all facts that the components rest on and that name
        pupils, one for each source."""
        domains = defaultdict(list)
        for component in self:
            for fact, domain in component._get_fact_domains():
                domains[fact._name].append(domain)
        return [(self.env[name], Domain.OR(found)) for name, found in domains.items()]

    def _get_fact_domains(self):
        if self.mode == "progress":
            return [(self.env["vsoko.fact.result"], self._get_progress_domain())]
        if self.mode == "beside":
            return [self._get_marks()]
        return [
            (one._get_fact_model(), one._get_counted_domain())
            for one in self.indicator_id._get_beneath()
            if one.kind == "measure" and one.source and self._names_pupils(one)
        ]

    def _names_pupils(self, indicator):
        """Whether the facts of a measure say of whom, in which class and for whom they are."""
        needed = {f"{self.rating_id.unit}_id", "class_id", "student_id"}
        if self.rating_id.unit == "teacher":
            needed.add("subject_id")
        return needed <= set(indicator._get_fact_model()._fact_dimensions)

    def _read_counts(self, domain):
        """Return the `PupilCount` of the pupils behind the figures of a measure, in two queries at
        most; facts of nobody who is rated have a cell that nobody has.

        :param domain: which of the facts of the period
        """
        indicator, unit = self.indicator_id, f"{self.rating_id.unit}_id"
        fact = indicator._get_fact_model()
        wanted = dict.fromkeys([unit, "class_id", "subject_id", "student_id"])
        names = [name for name in wanted if name in fact._fact_dimensions]
        domain &= fact._get_period_domain(self.rating_id.period_id)
        domain &= indicator._get_counted_domain() & Domain("student_id", "!=", False)
        found = []
        for keys, numbers in self._read_numbers(fact, domain, names):
            named = dict(zip(names, keys, strict=True))
            cell = scopes.cell(self.rating_id.unit, **{unit: named[unit]})
            places = (named.get(name) for name in ("class_id", "subject_id", "student_id"))
            found.append(PupilCount(cell, *places, numbers))
        return found

    def _read_numbers(self, fact, domain, names):
        """Yield the keys of each group of facts and the numbers whose mean is the figure."""
        indicator = self.indicator_id
        if indicator.aggregate != "share":
            value = indicator._get_value_field()
            for *keys, values in fact._read_group(domain, names, [f"{value}:array_agg"]):
                yield _ids(keys), tuple(one for one in values if one is not None)
            return
        counted = domain & indicator._get_domain("numerator_domain")
        rows = fact._read_group(counted, names, ["__count"])
        hits = {_ids(keys): count for *keys, count in rows}
        for *keys, size in fact._read_group(domain, names, ["__count"]):
            hit = hits.get(_ids(keys), 0)
            yield _ids(keys), (indicator.factor,) * hit + (0.0,) * (size - hit)

    def _get_cell_counts(self, moves, figures):
        """Return ``{cell: [PupilCount]}`` of the cells by the corrected lists.

        :param moves: accepted corrections, `RosterMove`
        :param figures: `Figure` of the cells before the corrections
        """
        unit = f"{self.rating_id.unit}_id"
        cells = {figure.cell for figure in figures} | {move.cell for move in moves}
        there = Domain(unit, "in", [scopes.keys(cell)[unit] for cell in cells])
        brought = Domain("student_id", "in", [move.pupil for move in moves if move.is_in])
        counts = defaultdict(list)
        for count in ratings.moved(self._read_counts(there | brought), moves):
            counts[count.cell].append(count)
        return counts

    def _recount(self, moves, counts, figures):
        """Return ``{cell: Sample or None}`` of the cells whose lists were corrected, by the
        ``counts`` of the cells; the other parameters are those of `_get_cell_counts`."""
        before = {figure.cell: figure for figure in figures}
        return {
            cell: self._make_counted_sample(ratings.tally(counts.get(cell, ())), before.get(cell))
            for cell in {move.cell for move in moves}
        }

    def _add_pupils(self, sample, counts):
        """Return the sample with the pupils behind it, as it is where their facts do not give its
        value: they have changed since the figures were calculated, or it is a change."""
        counted = ratings.tally(counts or ())
        if not sample or not counted or not self._is_resampled():
            return sample
        digits = self.indicator_id.digits
        if rounded(counted[0], digits) != rounded(sample.value, digits):
            return sample
        return replace(sample, pupils=ratings.by_pupil(counts))

    def _make_counted_sample(self, counted, figure):
        if not counted:
            return None
        mean, people, deviation = counted
        value, earlier = mean, None
        if self.mode == "change":
            if figure is None or figure.delta is None:
                return None
            digits = self.indicator_id.digits
            value = rounded(mean, digits) - rounded(figure.previous_value, digits)
            earlier = self._get_earlier(figure) or people
        is_share = self._is_share()
        return Sample(
            value,
            people,
            percent=min(100.0, max(0.0, mean)) if is_share else None,
            deviation=None if is_share else deviation,
            earlier_n=earlier,
        )

    def _is_countable(self):
        """Whether the figure can be counted anew from facts that name pupils."""
        indicator = self.indicator_id
        is_mean_of_pupils = indicator.kind == "measure" and indicator.aggregate in COUNTED
        return is_mean_of_pupils and self._names_pupils(indicator)

    def _is_resampled(self):
        """Whether the figure is one of several pupils who can be drawn anew."""
        return self.mode == "level" and self.rating_id.unit != "student" and self._is_countable()

    def _check_countable(self):
        """Raise UserError when the figure cannot be counted anew by a corrected list."""
        if not self._is_countable():
            raise UserError(
                self.env._(
                    "“%(name)s” cannot be counted by corrected lists: it is a formula, or its facts"
                    " name no pupils. Take what it rests on, or correct the load of the teacher"
                    " and calculate the period anew.",
                    name=self.indicator_id.name,
                )
            )


def _ids(keys):
    return tuple(one.id if isinstance(one, models.BaseModel) else one for one in keys)

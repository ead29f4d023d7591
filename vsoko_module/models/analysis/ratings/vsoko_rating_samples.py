from collections import defaultdict
from statistics import pstdev

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ....tools import ratings, scopes
from ....tools.measures import chance
from ....tools.numbers import rounded
from ....tools.ratings import Sample, Study


class VsokoRatingComponent(models.Model):
    """What the components of one rating show of each cell, and on how many people it rests."""

    _inherit = "vsoko.rating.component"

    def _get_samples(self, cells):
        """Return ``{component: {cell: Sample}}``; a figure that is not there has no sample.

        The figures of all components are read at once.
        """
        figures = self._read_component_figures(cells)
        found = {}
        for component in self:
            if component.mode == "progress":
                found[component] = component._get_progress_samples()
                continue
            deviations = {} if component._is_share() else component._get_deviations()
            samples = {
                figure.cell: component._make_sample(figure, deviations)
                for figure in figures[component.indicator_id.id]
            }
            found[component] = {cell: one for cell, one in samples.items() if one}
        return found

    def _read_component_figures(self, cells):
        """Return ``{id of the indicator: [Figure]}`` of the cells."""
        rating = self.rating_id
        domain = (
            Domain("period_id", "=", rating.period_id.id)
            & Domain("indicator_id", "in", self.indicator_id.ids)
            & Domain("cell", "in", cells)
        )
        Value = self.env["vsoko.indicator.value"]
        barred = Value.search(domain & Domain("rating_allowed", "=", False), limit=1)
        if barred:
            raise UserError(
                self.env._(
                    "“%(name)s” was calculated when it might not enter ratings yet. Calculate the"
                    " period anew.",
                    name=barred.indicator_id.name,
                )
            )
        figures = defaultdict(list)
        for figure in Value._read_figures(domain):
            figures[figure.indicator_id].append(figure)
        return figures

    def _make_sample(self, figure, deviations):
        """Return the `Sample` of a figure, None where nobody could say what chance does to it."""
        is_pupil = self.rating_id.unit == "student"
        people = figure.n if is_pupil else chance.people_behind(figure.n, figure.people)
        earlier = figure.previous_n if is_pupil else self._get_earlier(figure)
        is_change = self.mode == "change"
        value = figure.delta if is_change else figure.value
        if value is None or not people or figure.grey_reason == "failed":
            return None
        return Sample(
            value,
            people,
            percent=min(100.0, max(0.0, figure.value)) if self._is_share() else None,
            deviation=None if self._is_share() else deviations.get(figure.cell, 0.0),
            earlier_n=(earlier or people) if is_change else None,
        )

    def _get_earlier(self, figure):
        return chance.people_behind(figure.previous_n, figure.previous_people)

    def _get_deviations(self):
        """Return ``{cell: standard deviation}`` of the facts behind a mean, in one query."""
        scope, indicator = self.rating_id.unit, self.indicator_id
        names = scopes.SCOPES[scope]
        fact = indicator._get_fact_model()
        domain = fact._get_period_domain(self.rating_id.period_id)
        domain &= indicator._get_counted_domain()
        rows = fact._read_group(domain, names, [f"{indicator._get_value_field()}:array_agg"])
        found = {}
        for *keys, values in rows:
            known = [value for value in values if value is not None]
            cell = scopes.cell(scope, **dict(zip(names, map(_key, keys), strict=True)))
            found[cell] = pstdev(known) if known else 0.0
        return found

    def _get_progress_samples(self):
        """Return ``{cell: Sample}``: what the same pupils have added from the initial to the final
        work of the period, in percentage points of the points of the final one."""
        added = ratings.value_added(self._get_studies())
        return {
            cell: Sample(one.mean, one.n, deviation=one.deviation) for cell, one in added.items()
        }

    def _get_studies(self):
        """Return the `Study` of every pupil of the school who has written both works.

        What the law bars from ratings has no part in them: neither is the initial nor the final
        work of the school.
        """
        rating = self.rating_id
        Result = self.env["vsoko.fact.result"]
        domain = Result._get_period_domain(rating.period_id)
        domain &= Domain("procedure", "in", ("initial", "final"))
        domain &= Domain("rating_allowed", "=", True) & Domain("wrote", "=", True)
        rows = Result._read_group(
            domain,
            ["student_id", "subject_id", "grade", "class_id", "teacher_id", "procedure"],
            ["mark:avg", "percent:avg"],
        )
        starts = {
            (student, subject): int(rounded(mark, 0))
            for student, subject, _grade, _class, _teacher, procedure, mark, _percent in rows
            if procedure == "initial" and mark
        }
        studies = []
        for student, subject, grade, school_class, teacher, procedure, _mark, percent in rows:
            rated = teacher if rating.unit == "teacher" else school_class
            start = starts.get((student, subject))
            if procedure == "final" and percent is not None and start and rated:
                cell = f"{rating.unit}:{rated.id}"
                course = (subject.id, grade)
                studies.append(Study(student.id, cell, course, school_class.id, start, percent))
        return studies


def _key(value):
    return value.id if isinstance(value, models.BaseModel) else value

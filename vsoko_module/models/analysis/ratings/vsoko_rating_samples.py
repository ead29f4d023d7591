from collections import defaultdict
from statistics import pstdev

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ....tools import ratings, scopes
from ....tools.measures import chance
from ....tools.numbers import rounded
from ....tools.ratings import PupilCount, Sample, Study


class VsokoRatingComponent(models.Model):
    """What the components of one rating show of each cell, and on how many people it rests."""

    _inherit = "vsoko.rating.component"

    def _get_samples(self, cells):
        """Return ``{component: {cell: Sample}}``; a figure that is not there has no sample.

        The figures of all components are read at once.
        """
        figures = self._read_component_figures(cells)
        moves = self.rating_id._get_moves()
        found = {}
        for component in self:
            samples = component._get_mode_samples(figures[component.indicator_id.id], moves)
            found[component] = {cell: one for cell, one in samples.items() if one}
        return found

    def _get_mode_samples(self, figures, moves):
        """Return ``{cell: Sample or None}`` of one component.

        :param figures: `Figure` of its indicator in the cells
        :param moves: accepted corrections of the lists of pupils
        """
        if self.mode == "progress":
            return self._get_progress_samples(moves)
        if self.mode == "beside":
            return self._get_beside_samples(moves)
        return self._get_figure_samples(figures, moves)

    def _get_figure_samples(self, figures, moves):
        """Return ``{cell: Sample or None}``: by the figures of the period, and by the facts where a
        list of pupils was corrected; with the pupils behind it where the facts name them."""
        deviations = {} if self._is_share() else self._get_deviations()
        samples = {figure.cell: self._make_sample(figure, deviations) for figure in figures}
        if moves:
            self._check_countable()
        is_read = moves or self._is_resampled()
        counts = self._get_cell_counts(moves, figures) if is_read else {}
        if moves:
            samples |= self._recount(moves, counts, figures)
        return {cell: self._add_pupils(one, counts.get(cell)) for cell, one in samples.items()}

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

    def _get_progress_samples(self, moves):
        """Return ``{cell: Sample}``: what the same pupils have added from the initial to the final
        work of the period, in percentage points of the points of the final one."""
        counts, grades = self._get_course_counts()
        added = ratings.value_added(
            Study(one.pupil, one.cell, (one.course, grades[one.group]), one.group, *one.numbers)
            for one in ratings.moved(counts, moves)
        )
        return _added_samples(added)

    def _get_beside_samples(self, moves):
        """Return ``{cell: Sample}``: by how much the marks of pupils with each teacher lie above
        those of the same pupils in their other subjects, in marks."""
        fact, domain = self._get_marks()
        names = ["teacher_id", "class_id", "subject_id", "student_id"]
        domain &= fact._get_period_domain(self.rating_id.period_id)
        counts = [
            PupilCount(f"teacher:{teacher.id}", school_class.id, subject.id, student.id, (*marks,))
            for teacher, school_class, subject, student, marks in fact._read_group(
                domain, names, ["value:array_agg"]
            )
        ]
        return _added_samples(ratings.beside(ratings.moved(counts, moves)))

    def _get_marks(self):
        """Return the model and the domain of the marks that are set beside each other."""
        return self.env["vsoko.fact.mark"], Domain("status", "=", "graded")

    def _get_progress_domain(self):
        """Return the domain of the initial and the final works of the school.

        What the law bars from ratings has no part in them.
        """
        domain = Domain("procedure", "in", ("initial", "final")) & Domain("wrote", "=", True)
        return domain & Domain("rating_allowed", "=", True)

    def _get_course_counts(self):
        """Return the `PupilCount` (mark of the initial work, per cents of the final one) of all
        pupils of the school who have written both works, and ``{class: grade}``."""
        rating = self.rating_id
        Result = self.env["vsoko.fact.result"]
        rows = Result._read_group(
            Result._get_period_domain(rating.period_id) & self._get_progress_domain(),
            ["student_id", "subject_id", "class_id", "teacher_id", "procedure"],
            ["mark:avg", "percent:avg"],
        )
        starts = {
            (student, subject): int(rounded(mark, 0))
            for student, subject, _class, _teacher, procedure, mark, _percent in rows
            if procedure == "initial" and mark
        }
        counts, grades = [], {}
        for student, subject, school_class, teacher, procedure, _mark, percent in rows:
            rated = teacher if rating.unit == "teacher" else school_class
            start = starts.get((student, subject))
            if procedure == "final" and percent is not None and start and rated:
                cell = f"{rating.unit}:{rated.id}"
                numbers = (start, percent)
                grades[school_class.id] = school_class.grade
                counts.append(PupilCount(cell, school_class.id, subject.id, student.id, numbers))
        return counts, grades


def _added_samples(added):
    return {
        cell: Sample(
            one.mean,
            one.n,
            deviation=one.deviation,
            pupils={pupil: (mean, 1) for pupil, mean in one.pupils.items()},
        )
        for cell, one in added.items()
    }


def _key(value):
    return value.id if isinstance(value, models.BaseModel) else value

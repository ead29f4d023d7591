from collections import Counter

from odoo import models

from ...tools import measures
from ...tools.measures import items
from ...tools.measures.distribution import MEANINGFUL_GROUP
from ...tools.measures.objectivity import SIGNAL_PERCENT
from ...tools.readers.works import whole
from ...tools.reports.assessment.measurement import (
    DIFFICULTY,
    DISCRIMINATION,
    figure_lines,
    in_words,
)
from ...tools.reports.assessment.results import MARK_COLOURS
from ...tools.reports.chart import Chart, Series
from ...tools.reports.charts import data_uri
from .vsoko_assessment_page_comparison import read_share

# a task below these calls for a look at its wording and key
LEAST_DISCRIMINATION = 0.2
LEAST_CORRELATION = 0.2
MARKS = (2, 3, 4, 5)


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    def get_analysis_page(self):
        """Return what the page of analysis shows, over the results the user may read.

        Shares are per cents or None; see `_page_…` for the parts.
        """
        self.ensure_one()
        matrix = self._get_matrix()
        work = measures.for_people(measures.analyse(matrix.rows, matrix.maxima, matrix.step))
        marks, objectivity = self._page_marks(matrix.marks), self._page_objectivity()
        return {
            "name": self.display_name,
            "n": work.n,
            "is_hidden": self._has_hidden_results(),
            "unbound": self._get_unbound_text(),
            "few": work.n < items.ENOUGH_FOR_INDICES,
            "uncertain": work.n < items.ENOUGH_FOR_CERTAINTY,
            "figures": self._page_figures(work),
            "items": self._page_items(matrix, work),
            "distribution": self._page_distribution(matrix),
            "marks": marks,
            "levels": self._page_levels(matrix),
            "groups": self._page_groups(matrix),
            "parts": self._page_parts(matrix),
            "classes": self._page_classes(matrix),
            "objectivity": objectivity,
            "participants": self._page_participants(marks, objectivity),
        }

    def action_open_analysis(self):
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id("vsoko_module.vsoko_analysis_action")
        return action | {"context": {"active_id": self.id, "active_model": self._name}}

    def _has_hidden_results(self):
        """Return whether the work has results and the user may read none of them."""
        domain = [("assessment_id", "=", self.id)]
        results = self.env["vsoko.result"]
        # Only whether there are results is asked for, to say truly why the page is empty.
        return bool(
            not results.search_count(domain, limit=1)
            and results.sudo().search_count(domain, limit=1)
        )

    def _page_figures(self, work):
        """Return the figures of the work: a title, a value or None, its digits, words."""
        maximum = self.env._("of %(maximum)s", maximum=work.maximum)
        lines = [
            (self.env._("Wrote"), work.n, 0, ""),
            (self.env._("Mean points"), work.mean, 2, maximum),
            (self.env._("Done, %"), work.percent, 1, self.env._("share of the possible points")),
            *figure_lines(work, self.env._),
        ]
        names = ("title", "value", "digits", "words")
        return [dict(zip(names, line, strict=True)) for line in lines]

    def _page_items(self, matrix, work):
        """Return a line for each task; `remarks` say in words what calls for a look."""
        levels = dict(matrix.tasks._fields["difficulty"]._description_selection(self.env))
        lines = []
        for task, item in zip(matrix.tasks, work.items, strict=True):
            lines.append(
                {
                    "id": task.id,
                    "number": task.number,
                    "level": levels.get(task.difficulty, ""),
                    "max_score": task.max_score,
                    "percent": item.percent,
                    "full": item.full,
                    "partial": item.partial,
                    "zero": item.zero,
                    "empty": item.empty,
                    "discrimination": item.discrimination,
                    "item_rest": item.item_rest,
                    "reading": read_share([task], item.percent),
                    "difficulty_words": in_words(item.difficulty, DIFFICULTY, self.env._),
                    "discrimination_words": in_words(
                        item.discrimination, DISCRIMINATION, self.env._
                    ),
                    "remarks": self._get_remarks(item, work.n),
                }
            )
        return lines

    def _get_remarks(self, item, n):
        if n < items.ENOUGH_FOR_INDICES:
            return []
        remarks = []
        if item.difficulty > 0.95:
            remarks.append(self.env._("Nearly everybody did it: the task tells nobody apart."))
        elif item.difficulty < 0.2:
            remarks.append(self.env._("Nearly nobody did it: check the wording and the topic."))
        if item.discrimination_most < 0:
            remarks.append(self.env._("The weak did it better than the strong: check the key."))
        elif item.discrimination < LEAST_DISCRIMINATION and item.difficulty <= 0.95:
            remarks.append(self.env._("It hardly tells the strong from the weak."))
        if item.item_rest is not None and item.item_rest < LEAST_CORRELATION:
            remarks.append(self.env._("It agrees poorly with the rest of the work."))
        return remarks

    def _page_distribution(self, matrix):
        """Return the numbers of pupils by total, the borders of marks and where peaks are."""
        totals = [sum(score or 0 for score in row) for row in matrix.rows]
        step = matrix.step
        counts = measures.counts_by_total(totals, sum(matrix.maxima), step)
        borders = {band.min_score: band.mark for band in self.test_id.band_ids}
        peaks = measures.border_peaks(counts, [score for score in borders if score], step=step)
        return {
            "bars": [
                {
                    "score": whole(place * step),
                    "count": count,
                    "mark": measures.mark_of(place * step, self._get_bands()),
                }
                for place, count in enumerate(counts)
            ],
            "peaks": [peak.score for peak in peaks],
            "tier": measures.sample_tier(len(totals)),
        }

    def _get_bands(self):
        return [measures.Band(band.min_score, band.mark) for band in self.test_id.band_ids]

    def _page_marks(self, marks):
        counts = Counter(mark for mark in marks if mark)
        total = sum(counts.values())
        return {
            "counts": [{"mark": mark, "count": counts[mark]} for mark in MARKS],
            "total": total,
            "success": measures.share(total - counts[2] - counts[1], total),
            "quality": measures.share(counts[4] + counts[5], total),
        }

    def _page_groups(self, matrix):
        """Return the share of each task by groups of marks, with the chart of their lines.

        :return: ``{'lines': [{'mark', 'n', 'shares', 'is_compared'}], 'crossings', 'chart',
            'least'}``; crossings are task numbers, groups under `least` pupils cross nothing
        """
        groups = measures.percent_by_mark(matrix.rows, matrix.maxima, matrix.marks)
        crossed = {place for place, _low, _high in measures.crossings(groups)}
        return {
            "lines": [
                {"mark": mark, "n": n, "shares": shares, "is_compared": n >= MEANINGFUL_GROUP}
                for mark, (n, shares) in groups.items()
            ],
            "crossings": [matrix.tasks[place].number for place in sorted(crossed)],
            "chart": _draw_groups(matrix, groups) if len(groups) > 1 else None,
            "least": MEANINGFUL_GROUP,
        }

    def _page_parts(self, matrix):
        """Return the shares of elements of content, of skills and of levels."""
        levels = dict(matrix.tasks._fields["difficulty"]._description_selection(self.env))
        parts = []
        for key, title, field in (
            ("content", self.env._("Elements of content"), "content_ids"),
            ("skill", self.env._("Skills"), "skill_ids"),
            ("level", self.env._("Levels"), "difficulty"),
        ):
            groups = self._get_task_groups(matrix, field)
            shares = self._get_percent_by(matrix, groups)
            lines = [
                {
                    "name": levels.get(value) if field == "difficulty" else value.display_name,
                    "tasks": ", ".join(matrix.tasks[place].number for place in groups[value]),
                    "percent": share,
                    "reading": read_share([matrix.tasks[place] for place in groups[value]], share),
                }
                for value, share in shares.items()
                if value
            ]
            parts.append({"key": key, "title": title, "lines": lines})
        return [part for part in parts if part["lines"]]

    def _page_objectivity(self):
        found = measures.compare(self._get_mark_pairs())
        return {
            "pairs": found.pairs,
            "lowered": found.lowered,
            "same": found.same,
            "raised": found.raised,
            "far_apart": found.far_apart,
            "lowered_percent": found.percent(found.lowered),
            "same_percent": found.percent(found.same),
            "raised_percent": found.percent(found.raised),
            "tier": measures.sample_tier(found.pairs),
            "needs_study": found.needs_study(),
            "threshold": SIGNAL_PERCENT,
        }


def _draw_groups(matrix, groups):
    series = [
        Series(f"«{mark}» (n = {n})", shares, [MARK_COLOURS[mark]] * len(shares))
        for mark, (n, shares) in groups.items()
    ]
    return data_uri(Chart([task.number for task in matrix.tasks], series, floor=100, lines=True))

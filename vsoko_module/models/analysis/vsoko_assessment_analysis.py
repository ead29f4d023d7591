from odoo import api, models

from ...tools import measures


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    def get_item_analysis(self):
        """Return the figures of the work and its tasks over the results the user may read.

        :return: ``{'n', 'alpha', 'sem', 'ferguson', 'items': [{'number', 'difficulty',
            'discrimination', 'item_total', 'item_rest', 'full', 'partial', 'zero'}]}``; n is the
            number of those who wrote; None where a figure is undefined. Screens and reports
            pass the figures through ``measures.for_people`` first
        """
        self.ensure_one()
        tasks = self.test_id.task_ids
        points = self._read_points().values()
        work = measures.analyse(list(points), tasks.mapped("max_score"), self._get_step())
        return {
            "n": work.n,
            "alpha": work.alpha,
            "sem": work.sem,
            "ferguson": work.ferguson,
            "items": [
                {
                    "number": task.number,
                    "difficulty": item.difficulty,
                    "discrimination": item.discrimination,
                    "item_total": item.item_total,
                    "item_rest": item.item_rest,
                    "full": item.full,
                    "partial": item.partial,
                    "zero": item.zero,
                }
                for task, item in zip(tasks, work.items, strict=True)
            ],
        }

    def get_objectivity(self):
        """Return ``{'pairs', 'lowered', 'same', 'raised'}``: the marks of the work against those
        of the journal, over the results the user may read that have both."""
        self.ensure_one()
        found = measures.compare(self._read_marks().values())
        return {
            "pairs": found.pairs,
            "lowered": found.lowered,
            "same": found.same,
            "raised": found.raised,
        }

    @api.private
    def get_progress(self, later):
        """Return ``tools.measures.Progress`` of the pupils who wrote this work and `later`."""
        self.ensure_one()
        later.ensure_one()
        totals = (self | later)._get_totals()
        return measures.progress(totals[self.id], self.max_score, totals[later.id], later.max_score)

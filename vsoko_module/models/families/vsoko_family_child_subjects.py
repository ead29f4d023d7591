from odoo import fields, models

from ...tools.reports import columns
from ...tools.russian_order import order_key
from .vsoko_family_child import YEARS

# what a parent can look through with a child at one sitting
MOST_GAPS = 5
# terms of the small chart: this year and the one before
MOST_TERMS = 6


class VsokoFamilyChild(models.Model):
    """The child by subject: the last mark, how it came about, what to repeat; and what happened."""

    _inherit = "vsoko.family.child"

    def _prepare_subjects(self, publications):
        """Return a card for each subject of the newest year, in the order of the alphabet.

        A card: {"name", "text", "period", "range", "change", "points", "gaps", "more"}; ``text``
        is empty where the subject has no mark yet, ``points`` are the last terms with heights.
        """
        marks = self._get_marks()
        newest = next(iter(marks.grouped("year_name").values()), marks)
        gaps = self._get_gaps()
        by_subject = marks.grouped("subject_name")
        ranges = self._get_ranges(publications)
        return [
            self._prepare_subject(
                name, by_subject.get(name, marks.browse()), ranges, gaps.get(name, [])
            )
            for name in sorted({*newest.mapped("subject_name"), *gaps}, key=order_key)
        ]

    def _prepare_subject(self, name, marks, ranges, gaps):
        marks = marks.sorted(lambda mark: (mark.date_end, mark.period_kind in YEARS))
        terms = marks.filtered(lambda mark: mark.period_kind not in YEARS)
        last = self._prepare_cell(marks[-1:], ranges) or {"text": "", "range": ""}
        return {
            "name": name,
            **last,
            "period": marks[-1:]._prepare_period_name() if marks else "",
            "change": self._get_change(terms),
            "points": self._prepare_points(terms[-MOST_TERMS:]),
            "gaps": gaps[:MOST_GAPS],
            "more": len(gaps[MOST_GAPS:]),
        }

    def _get_change(self, terms):
        """Return by how much the last mark differs from the one before; 0 where one is missing."""
        values = [mark.value for mark in terms[-2:]]
        return values[1] - values[0] if len(values) == 2 and all(values) else 0

    def _prepare_points(self, terms):
        values = [mark.value or None for mark in terms]
        return [
            {"period": mark.period_name, "text": str(mark.value or "–"), "height": height}
            for mark, height in zip(terms, columns.heights(values, columns.MARKS), strict=True)
        ]

    def _get_gaps(self):
        """Return {subject: names of what the child has not mastered}, the weakest first."""
        found = {}
        for gap in self.gaps or []:
            names = found.setdefault(gap["subject"], [])
            if gap["name"] not in names:
                names.append(gap["name"])
        return found

    def _prepare_achievements(self):
        """Return [{"day", "event", "text"}] of the register, the newest first."""
        register = self.env["vsoko.achievement"]._fields
        words = {
            name: dict(register[name]._description_selection(self.env))
            for name in ("level", "result")
        }
        return [
            {
                "day": fields.Date.to_date(line["day"]),
                "event": line["event"],
                "text": ", ".join(
                    [words["result"][line["result"]], words["level"][line["level"]]]
                ).lower(),
                "is_team": line["is_team"],
            }
            for line in self.achievements or []
        ]

    def _prepare_surveys(self):
        """Return [{"id", "name", "until", "of_pupils"}] of the surveys open today."""
        return [
            {
                **survey,
                "until": fields.Date.to_date(survey["until"]),
                "of_pupils": survey["audience"] == "pupils",
            }
            for survey in self.surveys or []
        ]

    def _prepare_consents(self):
        """Return [{"name", "day", "until"}] of the consents in force."""
        kinds = dict(self.env["vsoko.consent"]._fields["kind"]._description_selection(self.env))
        return [
            {
                "name": kinds[consent["kind"]],
                "day": fields.Date.to_date(consent["day"]),
                "until": fields.Date.to_date(consent["until"]),
            }
            for consent in self.consents or []
        ]

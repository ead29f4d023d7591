from unittest.mock import patch

from ....models.analysis.ratings import vsoko_rating_state
from .sheet_case import SheetCase

# points claimed by each of the four teachers beside what the program knows
CLAIMED = (
    {"2.2": 3, "2.3": 0},
    {"2.1": 4, "2.2": 1},
    {"2.3": 0, "2.2": 0},
    {"2.2": 2},
)


class SheetRatingCase(SheetCase):
    """The sheets of the four teachers, final; a rating by them.

    The most is 10: 5 of the figure, which the first teacher alone has, and the cap 5 of the other
    group, of which one criterion has no end, so the group counts as one criterion. The teachers
    have 1 + 5, 5, 0 and 2 points.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(patch.object(vsoko_rating_state, "MIN_LINES", 2))
        for sheet in cls.sheets:
            for code, points in CLAIMED[cls.teachers.ids.index(sheet.teacher_id.id)].items():
                cls.line(code, sheet).claimed = points
        cls.sheets._store({"state": "final"})
        cls.env.flush_all()

    @classmethod
    def rate(cls, **vals):
        return cls.env["vsoko.rating"].create(
            {
                "name": "По оценочным листам",
                "unit": "teacher",
                "period_id": cls.q1.id,
                "sheet_scheme_id": cls.scheme.id,
                "audience": "own",
                "min_n": 1,
                **vals,
            }
        )

    @classmethod
    def open_rating(cls, rating=None):
        """Compute and approve a rating, and open it to its readers."""
        rating = (rating or cls.rate()).with_user(cls.director)
        rating.action_compute()
        rating.action_approve()
        rating.action_publish()
        return rating.sudo()

    @classmethod
    def line_of(cls, rating, teacher):
        return rating.line_ids.filtered(lambda line: line.teacher_id == teacher)

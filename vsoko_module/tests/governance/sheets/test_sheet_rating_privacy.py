import io

import openpyxl

from odoo.tests import tagged

from ...analysis.rating_ways import RatingWays
from .rating_case import SheetRatingCase

BOTH = {"own", "other"}
# role → whose lines it reads. The teacher is the first one; the head leads the association that
# the first and the third teacher are in; the chair and the secretary decided on the sheets
READS = {
    "user": None,
    "specialist": None,
    "medic": None,
    "governing_council": None,
    "family": None,
    "chair": None,
    "secretary": None,
    "teacher": {"own"},
    "association_head": set(),
    "pedagogical_council": set(),
    "methodical_council": set(),
    "administration": BOTH,
    "director": BOTH,
}


@tagged("post_install", "-at_install")
class TestSheetRatingPrivacy(RatingWays, SheetRatingCase):
    """Points of a sheet are told by no rating to whom the sheet itself is not: each role, each
    line, each way to read it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rating = cls.open_rating()
        cls.kinds = {
            "own": cls.line_of(cls.rating, cls.teachers[0]),
            "other": cls.line_of(cls.rating, cls.teachers[2]),
        }
        cls.readers = {**cls.users, **cls.people}
        cls.env.flush_all()

    def test_each_role_reads_what_the_sheets_allow(self):
        self.check_roles(READS, self.readers)

    def test_no_value_tells_of_points(self):
        sources = self.env["vsoko.indicator"]._fields["source"]._description_selection(self.env)
        self.assertFalse([source for source, _label in sources if "sheet" in source])

    def test_the_page_and_the_file_of_a_line_name_nobody_else(self):
        line = self.kinds["own"].with_user(self.users["teacher"])
        name, content = line._get_recount()
        book = openpyxl.load_workbook(io.BytesIO(content))
        texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
        told = " ".join([name, *texts, line.explanation, line.robustness, line.rating_id.summary])
        others = (self.sheets.teacher_id - self.teachers[0]).mapped("name")
        self.assertEqual([one for one in others if one in told], [])
        self.assertIn("60", texts)
        self.assertEqual(len(book.worksheets), 1)

    def test_a_closed_rating_is_the_administrations(self):
        self.rating.with_user(self.director).action_withdraw()
        line = self.kinds["own"].with_user(self.users["teacher"])
        self.assertEqual(set(self.ways(line).values()), {False})

    def test_the_head_reads_no_rating_through_the_sheets_of_the_association(self):
        head = self.users["association_head"]
        rating = self.rating.with_user(head)
        self.assertFalse(rating.line_ids & self.kinds["other"])
        Rating = self.env["vsoko.rating"].with_user(head)
        of_scheme = [("sheet_scheme_id", "=", self.scheme.id)]
        for path in ("line_ids.teacher_id", "line_ids.part_ids.line_id.teacher_id"):
            of_teacher = [*of_scheme, (path, "=", self.teachers[0].id)]
            self.assertFalse(Rating.search(of_teacher), path)

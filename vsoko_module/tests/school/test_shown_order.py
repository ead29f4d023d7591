from odoo.tests import tagged

from ...tools.russian_order import order_key
from ..common import SchoolCase

NAMES = [
    "Абрамов Лев Ильич",
    "де Бур Ян Ильич",
    "Егоров Лев Ильич",
    "Ёлкин Лев Ильич",
    "Еремин Лев Ильич",
    "Семёнов Лев Ильич",
    "Семенов Ян Ильич",
    "Яковлев Лев Ильич",
]


@tagged("post_install", "-at_install")
class TestAlphabet(SchoolCase):
    """The order of the Russian alphabet, and names that are found with Е for Ё and back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school_class = cls.env["vsoko.class"].create(
            {"year_id": cls.year.id, "grade": 8, "letter": "Ё"}
        )
        cls.people = cls.env["vsoko.student"].create([{"name": name} for name in NAMES[::-1]])
        cls.env["vsoko.enrolment"].create(
            [
                {
                    "student_id": one.id,
                    "class_id": cls.school_class.id,
                    "date_from": cls.year.date_start,
                }
                for one in cls.people
            ]
        )

    def found(self, model, domain, **options):
        return self.env[model].search(domain, **options)

    def test_lists_by_their_own_order_and_by_a_click(self):
        domain = [("id", "in", self.people.ids)]
        self.assertEqual(self.found("vsoko.student", domain).mapped("name"), NAMES)
        down = self.found("vsoko.student", domain, order="name desc")
        self.assertEqual(down.mapped("name"), NAMES[::-1])
        self.assertEqual(self.people.sorted().mapped("name"), NAMES)

    def test_rows_and_groups_of_pupils(self):
        domain = [("class_id", "=", self.school_class.id)]
        stays = self.found("vsoko.enrolment", domain, order="student_id")
        self.assertEqual(stays.student_id.mapped("name"), NAMES)
        groups = self.env["vsoko.enrolment"].web_read_group(domain, ["student_id"])["groups"]
        self.assertEqual([group["student_id"][1] for group in groups], NAMES)

    def test_letters_of_classes(self):
        for letter in ("Ж", "Д"):
            self.env["vsoko.class"].create({"year_id": self.year.id, "grade": 8, "letter": letter})
        classes = self.found("vsoko.class", [("grade", "=", 8), ("year_id", "=", self.year.id)])
        self.assertEqual(classes.mapped("name"), ["8Д", "8Ё", "8Ж"])

    def test_renamed_person_moves(self):
        self.people[0].name = "Ёжиков Лев Ильич"
        self.assertEqual(
            self.found("vsoko.student", [("id", "in", self.people.ids)])[2].name[0], "Е"
        )
        names = self.found("vsoko.student", [("id", "in", self.people.ids)]).mapped("name")
        self.assertEqual(names, sorted(names, key=order_key))

    def test_search_by_either_letter(self):
        for text in ("семенов", "СЕМЁНОВ"):
            with self.subTest(text):
                found = self.found("vsoko.student", [("name", "ilike", text)])
                self.assertEqual(set(found.mapped("name")), set(NAMES[5:7]))
                offered = self.env["vsoko.student"].name_search(text)
                self.assertEqual(len(offered), 2)
                rows = self.found("vsoko.enrolment", [("student_id", "ilike", text)])
                self.assertEqual(len(rows), 2)

    def test_not_found_and_wildcards(self):
        people = [("id", "in", self.people.ids)]
        self.assertEqual(
            len(self.found("vsoko.student", [*people, ("name", "not ilike", "елк")])), 7
        )
        self.assertEqual(
            self.found("vsoko.student", [*people, ("name", "=ilike", "ел%")]).name[0], "Ё"
        )
        self.assertFalse(self.found("vsoko.student", [*people, ("name", "ilike", "100%")]))

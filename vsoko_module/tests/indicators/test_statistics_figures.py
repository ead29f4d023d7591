from odoo.tests import tagged

from .common import FiguresCase

# Three classes with pupils: 5А six, 5Б four, 9А four, so 14 of the school and 10 of grade 5.
# Four pedagogic workers. «degree»: yes is a whole, partly a half, no nothing.
YES, PARTLY, NO = "yes", "partly", "no"


@tagged("post_install", "-at_install")
class TestStatisticsFigures(FiguresCase):
    """Each indicator over the shipped statistical forms, with its value worked out by hand."""

    SCHOOL = {
        # 21 computers / 14 pupils = 1.5; 7 of 14 pupils = 50 %
        "computers_teaching": 21,
        "pupils_internet": 7,
        # (100 + 100 + 50 + 0) / 4 = 62.5
        "software_licensed": YES,
        "electronic_documents": 1,
        "internet_filter": PARTLY,
        "internet_lessons": NO,
        # 280 / 14 = 20; 70 / 14 = 5
        "library_copies": 280,
        "additional_copies": 70,
        # (100 + 50) / 2 = 75
        "printed_resources": YES,
        "electronic_resources": PARTLY,
        # three of six = 50
        "reading_room": 1,
        "reading_computers": 1,
        "media_library": 0,
        "text_recognition": 1,
        "library_internet": 0,
        "controlled_printing": 0,
        # 700 / 14 = 50 square metres
        "rooms_area": 700,
        # (1 + 1 + 1 + 0.5) / 4 = 87.5
        "counter_passport": YES,
        "counter_access": YES,
        "counter_video": YES,
        "counter_alarm": PARTLY,
        # 3 / 4 = 75
        "fire_alarm": YES,
        "fire_exits": YES,
        "fire_extinguishers": NO,
        "fire_drills": YES,
        # 4 / 4 = 100
        "labour_service": YES,
        "labour_briefings": YES,
        "labour_assessment": YES,
        "labour_training": YES,
        # 4 · 0.5 / 4 = 50; all four together (3.5 + 3 + 4 + 2) / 16 = 78.125
        "sanitary_light": PARTLY,
        "sanitary_air": PARTLY,
        "sanitary_furniture": PARTLY,
        "sanitary_meals": PARTLY,
        # two of four pedagogic workers, see `families_involved`
        "staff_involved": 2,
        # 6 / 8 = 75; 4 / 5 = 80
        "programmes_all": 8,
        "programmes_upbringing": 6,
        "support_needed": 5,
        "support_given": 4,
        # (1 + 1 + 0.5 + 0) / 4 = 62.5; (1 + 0.5 + 0) / 3 = 50
        "plan_approved": YES,
        "plan_modules": YES,
        "plan_measured": PARTLY,
        "plan_analysed": NO,
        "resource_staff": YES,
        "resource_place": PARTLY,
        "resource_means": NO,
        # (100 + 6 / 8 · 100) / 2 = 87.5
        "report_published": 1,
        "decisions_taken": 8,
        "decisions_done": 6,
    }
    # by 5А, 5Б, 9А
    CLASSES = {
        # 7 of 14 = 50; 5А 3 of 6 = 50; grade 9 3 of 4 = 75
        "activists": (3, 1, 3),
        # two of three classes; one of two of grade 5
        "class_council": (1, 0, 1),
        # 6 of 10 events = 60
        "events_held": (4, 2, 4),
        "events_parents": (1, 2, 3),
        # (7 / 14 + 2 / 4) · 50 = 50
        "families_involved": (3, 2, 2),
        # all 14; 12 of 14 = 85.714…
        "extracurricular_pupils": (6, 4, 4),
        "interest_pupils": (5, 3, 4),
    }
    # grade 5 8 of 10 = 80, grade 9 all, the school 12 of 14
    GRADES = {"textbooks_pupils": {5: 8, 9: 4}}
    # the rooms that there are; all others are left out with a reason
    ROOMS = {
        # 8 of 10 rooms = 80; 5 = 50; 10 = 100
        "rooms_total": {"primary": 8, "physics": 2},
        "rooms_minimum": {"primary": 6, "physics": 2},
        "rooms_modern": {"primary": 4, "physics": 1},
        "rooms_media": {"primary": 8, "physics": 2},
        # 45 of 50 = 90
        "kits_norm": {"physics": 20, "chemistry": 30},
        "kits_present": {"physics": 15, "chemistry": 30},
    }
    EXPECTED = {
        "computers": 1.5, "internet": 50, "software_internet": 62.5,
        "literature_supply": 20, "additional_literature": 5, "textbooks": 1200 / 14,
        "educational_resources": 75, "library_centre": 50,
        "classroom_equipment": 80, "rooms_equipment": 50, "information_equipment": 100,
        "equipment_completeness": 90,
        "counter_terrorism": 87.5, "fire_safety": 75, "labour_safety": 100,
        "sanitary_conditions": 50, "safety_conditions": 78.125,
        "self_government": 50, "pupils_government": 200 / 3, "parents_interaction": 60,
        "involvement": 50, "educational_potential": 100, "interests_coverage": 1200 / 14,
        "extra_education_systems": 75, "psychological_support": 80, "planning_quality": 62.5,
        "education_resources": 50, "self_assessment": 87.5,
    }  # fmt: skip

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        sets = cls.env["vsoko.data.set"]._get_shipped_sets()
        sets.date_from = "2025-09-01"
        sets._make_forms()
        cls.forms = cls.env["vsoko.data.form"].search([("period_id", "=", cls.year_period.id)])
        cls.answers = {
            option.code: option.id
            for option in cls.env.ref("vsoko_module.data_option_set_degree").option_ids
        }
        for form in cls.forms:
            answers = form.save_values(cls.rows_of(form))
            assert {one["status"] for one in answers} == {"saved"}, answers
            form.action_complete()

    @classmethod
    def rows_of(cls, form):
        """Return an answer to each cell of a form."""
        return [
            {"element": element.id, "cell": cell, **cls.answer_of(element, cell)}
            for element, cell in form._get_cells()[form]
        ]

    @classmethod
    def answer_of(cls, element, cell):
        key = cell.partition(":")[2]
        if element.breakdown == "class":
            place = cls.classes.ids.index(int(key))
            return {"value": cls.CLASSES[element.code][place]}
        if element.breakdown == "grade":
            return {"value": cls.GRADES[element.code][int(key)]}
        if element.breakdown == "option":
            code = cls.env["vsoko.data.option"].browse(int(key)).code
            value = cls.ROOMS[element.code].get(code)
            return {"value": value} if value is not None else {"reason": "not_applicable"}
        value = cls.SCHOOL[element.code]
        return {"value": cls.answers.get(value, value)}

    def test_every_value_of_the_school(self):
        for code, value in self.EXPECTED.items():
            with self.subTest(code):
                figure = self.figure(code, period=self.year_period)
                self.assertIsNot(figure.value, False)
                self.assertAlmostEqual(figure.value, value, 6)

    def test_every_element_is_used_by_an_indicator(self):
        order = self.env.ref("vsoko_module.framework_1324")
        named = {
            code
            for indicator in (self.framework | order).indicator_ids
            if indicator.source == "data_value"
            for code in indicator._get_element_codes()
        }
        shipped = self.forms.set_id._get_elements()
        self.assertEqual(set(shipped.mapped("code")), named)
        self.assertTrue(all(element.paragraph and element.origin for element in shipped))

    def test_classes_grades_and_levels(self):
        def value(code, scope, **keys):
            return self.figure(code, scope, self.year_period, **keys).value

        self.assertEqual(value("self_government", "class", class_id=self.class_5a.id), 50)
        self.assertEqual(value("self_government", "grade", grade=9), 75)
        self.assertEqual(value("self_government", "level", level="ooo"), 50)
        self.assertEqual(value("textbooks", "grade", grade=5), 80)
        self.assertAlmostEqual(value("textbooks", "level", level="ooo"), 1200 / 14, 6)
        self.assertEqual(value("pupils_government", "grade", grade=5), 50)

    def test_rows_of_order_1324_take_the_year_that_ended(self):
        following = self.env["vsoko.year"].create(
            {"name": "2026/2027", "date_start": "2026-09-01", "date_end": "2027-08-31"}
        )
        period = following._make_periods("calendar_year")
        period.action_calculate()
        order = self.env.ref("vsoko_module.framework_1324")
        figures = self.env["vsoko.indicator.value"].search(
            [
                ("period_id", "=", period.id),
                ("indicator_id.framework_id", "=", order.id),
                ("scope", "=", "school"),
            ]
        )
        found = {one.indicator_id.code: one.value for one in figures if one.value is not False}
        # 21 computers and 280 copies for 14 pupils; 7 of 14 have the Internet; the hall with
        # computers and recognition of texts is there, the rest of the library is not
        expected = {
            "1.1": 14, "2.1": 1.5, "2.2": 20, "2.3": 1, "2.4": 1, "2.4.1": 1, "2.4.2": 0,
            "2.4.3": 1, "2.4.4": 0, "2.4.5": 0, "2.5": 7, "2.5%": 50, "2.6": 50,
        }  # fmt: skip
        self.assertEqual({code: found.get(code) for code in expected}, expected)

    def test_what_is_left_out_is_not_zero(self):
        form = self.forms.filtered(lambda one: one.set_id.code == "rooms")
        form._give_back("Ошибка", self.year_period.date_end.replace(year=2030))
        form.save_values(
            [
                {"element": element.id, "cell": cell, "reason": "not_measured"}
                for element, cell in form._get_cells()[form]
                if element.code == "kits_norm"
            ]
        )
        form.action_complete()
        figure = self.figure("equipment_completeness", period=self.year_period)
        self.assertIs(figure.value, False)
        self.assertIsNot(self.figure("classroom_equipment", period=self.year_period).value, False)

    def test_a_form_that_is_open_gives_no_figures_and_says_what_it_holds_back(self):
        form = self.forms.filtered(lambda one: one.set_id.code == "library")
        self.assertFalse(form.held_back)
        form._give_back("Ошибка", self.year_period.date_end.replace(year=2030))
        facts = self.env["vsoko.fact.data_value"].search([("period_id", "=", self.year_period.id)])
        self.assertNotIn(form, facts.form_id)
        names = form.held_back.split(", ")
        self.assertIn(self.indicators["textbooks"].short_name, names)
        self.assertNotIn(self.indicators["textbooks_pupils"].short_name, names)
        self.assertEqual(len(names), 5)

    def test_rows_of_another_period_and_school_are_apart(self):
        facts = self.env["vsoko.fact.data_value"]
        self.assertFalse(facts.search([("period_id", "=", self.q1.id)]))
        self.assertFalse(facts.with_user(self.users["specialist"]).has_access("read"))
        rows = facts.search([("element_code", "=", "activists")], order="class_id")
        self.assertEqual(rows.mapped("value"), [3, 1, 3])
        self.assertEqual(rows.mapped("grade"), [5, 5, 9])

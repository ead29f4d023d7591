from odoo.tests import tagged

from .evidence.common import AssessmentCase


@tagged("post_install", "-at_install")
class TestComposedNames(AssessmentCase):
    """What a list of choices shows may be typed or pasted into it as it stands."""

    def find(self, record, text=None):
        found = self.env[record._name].name_search(text or record.display_name, limit=None)
        return record.browse([id_ for id_, _name in found])

    def test_a_period_is_found_by_its_whole_name_and_no_other(self):
        self.assertEqual(self.q1.display_name, f"{self.q1.name}, {self.year.name}")
        self.assertEqual(self.find(self.q1), self.q1)
        self.assertIn(self.q1, self.find(self.q1, self.q1.name))
        # the digits of the school year are no number of a term
        self.assertNotIn(self.q1, self.find(self.q1, self.q2.name))

    def test_what_is_not_like_a_name_is_all_the_rest(self):
        Period = self.env["vsoko.period"]
        rest = Period.search([("display_name", "not ilike", self.q1.display_name)])
        self.assertEqual(rest, Period.search([]) - self.q1)

    def test_names_of_several_links_are_found_whole(self):
        stay = self.students[0].enrolment_ids[:1]
        lesson = self.env["vsoko.teaching"].search([("class_id", "=", self.class_5a.id)], limit=1)
        for record in (stay, lesson):
            with self.subTest(model=record._name):
                self.assertIn(",", record.display_name)
                self.assertIn(record, self.find(record))
                self.assertLess(len(self.find(record)), record.search_count([]))

    def test_the_label_of_a_choice_is_a_part_of_a_name(self):
        document = self.env["vsoko.year.document"].search(
            [("year_id", "=", self.year.id), ("kind", "=", "public_report")]
        )
        self.assertEqual(len(document), 1)
        self.assertEqual(self.find(document), document)

    def test_a_version_and_a_day_are_parts_of_a_name(self):
        self.test.invalidate_recordset()
        self.env.cr.execute("UPDATE vsoko_test SET version = 2 WHERE id = %s", [self.test.id])
        self.assertIn("2", self.test.display_name.removeprefix(self.test.name))
        self.assertEqual(self.find(self.test), self.test)
        absence = self.env["vsoko.absence"].create(
            {"student_id": self.students[0].id, "date": "2025-10-06", "days": 1}
        )
        self.assertIn("06.10.2025", absence.display_name)
        self.assertEqual(self.find(absence), absence)
        self.assertFalse(self.find(absence, absence.display_name.replace("06.", "07.")))

    def test_a_model_with_a_name_of_its_own_making_can_be_searched(self):
        """Without fields to look in, the search would silently find everything."""
        for name in sorted(self.env.registry):
            model = self.env[name]
            if not name.startswith("vsoko.") or model._abstract or model._transient:
                continue
            composed = any(
                "_compute_display_name" in vars(kind)
                for kind in type(model).mro()
                if kind.__module__.startswith("odoo.addons.vsoko_module.models")
                and getattr(kind, "_name", None) == name
            )
            with self.subTest(model=name):
                self.assertTrue(not composed or model._rec_names_search or model._rec_name)

    def test_every_list_answers_to_a_typed_name(self):
        """A name that is made up and in no column would end the search with an error."""
        tried = 0
        for name in sorted(self.env.registry):
            model = self.env[name]
            if not name.startswith("vsoko.") or model._abstract or model._transient:
                continue
            if not (model._auto and (model._rec_names_search or model._rec_name)):
                continue
            for text in ("12", "Иванов, 12"):
                tried += 1
                with self.subTest(model=name, text=text):
                    self.assertIsInstance(model.name_search(text), list)
        self.assertGreater(tried, 150)

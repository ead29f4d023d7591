from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..portal.common import PublicationCase


@tagged("post_install", "-at_install")
class TestFamilyAccess(PublicationCase):
    def test_family_reads_its_own_child_only(self):
        children = self.env["vsoko.family.child"].with_user(self.family).search([])
        marks = self.env["vsoko.family.mark"].with_user(self.family).search([])
        self.assertEqual(children.mapped("name"), [self.child.name])
        self.assertEqual(children.class_name, "5В")
        self.assertEqual(set(marks.mapped("student_id.id")), {self.child.id})
        self.assertEqual(
            {m.subject_name: m.value for m in marks}, {self.math.name: 4, self.rus.name: 4}
        )

    def test_family_cannot_read_another_child_by_number(self):
        other = self.env["vsoko.family.child"].with_user(self.family).browse(self.other_child.id)
        with self.assertRaises(AccessError):
            other.read(["name"])
        mark = self.env["vsoko.mark"].search([("student_id", "=", self.other_child.id)], limit=1)
        with self.assertRaises(AccessError):
            self.env["vsoko.family.mark"].with_user(self.family).browse(mark.id).read(["value"])
        for name in ("vsoko.student", "vsoko.mark", "vsoko.enrolment", "vsoko.class"):
            with self.assertRaises(AccessError):
                self.env[name].with_user(self.family).search([])

    def test_pupil_reads_the_own_marks(self):
        self.child.guardian_ids = False
        self.child.partner_id = self.family.partner_id
        children = self.env["vsoko.family.child"].with_user(self.family).search([])
        self.assertEqual(children.id, self.child.id)

    def test_withdrawn_consent_closes_the_page(self):
        self.child.portal_consent = False
        self.env.flush_all()
        self.assertFalse(self.env["vsoko.family.child"].with_user(self.family).search([]))
        self.assertFalse(self.env["vsoko.family.mark"].with_user(self.family).search([]))

    def test_years_of_a_child(self):
        publication = self.publish("families").with_user(self.family)
        child = self.env["vsoko.family.child"].with_user(self.family).search([])
        (year,) = child._prepare_years(publication)
        self.assertEqual((year["name"], year["periods"]), ("2025/2026", ["1 четверть"]))
        # four points of one to five are three quarters of the column
        self.assertEqual(year["means"], [{"period": "1 четверть", "text": "4,00", "height": 75}])
        cell = next(r["cells"][0] for r in year["rows"] if r["subject"] == self.math.name)
        self.assertEqual(cell, {"text": "4", "range": "3–4"})

    def test_mark_without_a_number_is_a_word(self):
        mark = self.env["vsoko.mark"].search(
            [("student_id", "=", self.child.id), ("subject_id", "=", self.rus.id)]
        )
        mark.write({"value": 0, "status": "released"})
        child = self.env["vsoko.family.child"].with_user(self.family).search([])
        (year,) = child._prepare_years(self.env["vsoko.publication"])
        cell = next(r["cells"][0] for r in year["rows"] if r["subject"] == self.rus.name)
        self.assertEqual(cell["text"], "Освобождён")
        self.assertEqual(year["means"][0]["text"], "4,00")

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ...common import make_user
from .risk_case import RiskCase

ORDERS = ("date_from desc", "rule_id", "student_id desc", "risk_id")
EXPORTED = ["student_id/name", "subject_id/name", "rule_id/name", "name", "advice"]


@tagged("post_install", "-at_install")
class TestRiskMatrix(RiskCase):
    """Every role by order, group and export: no way tells more than the list itself."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        other = cls.pupils_of(cls.class_5b)[0]
        pupils, subjects = (cls.first, other), (cls.math, cls.rus)
        cls.give({(pupil, subject): 2 for pupil in pupils for subject in subjects})
        cls.all = {(pupil, subject) for pupil in pupils for subject in subjects}
        cls.readers = {**cls.users, "russian": make_user(cls.env, "russian", "teacher")}
        cls.teachers[1].user_id = cls.readers["russian"]
        cls.seen = {
            "administration": cls.all,
            "director": cls.all,
            "teacher": {(cls.first, cls.math), (cls.first, cls.rus)},
            "russian": {(cls.first, cls.rus), (other, cls.rus)},
        }

    def each(self):
        """Yield (role, reasons as the role asks for them, what it may read)."""
        self.env.flush_all()
        for role, user in self.readers.items():
            self.env.invalidate_all()
            with self.subTest(role):
                yield self.env["vsoko.risk.reason"].with_user(user), self.seen.get(role, set())

    def ask(self, question, nothing):
        try:
            return question()
        except AccessError:
            return nothing

    def test_order(self):
        for Reason, seen in self.each():
            for order in ORDERS:
                found = self.ask(lambda R=Reason, o=order: R.search([], order=o), Reason).sudo()
                self.assertEqual({(row.student_id, row.subject_id) for row in found}, seen)

    def test_group(self):
        for Reason, seen in self.each():
            for place in (["student_id", "subject_id"], ["rule_id"], ["risk_id.state"]):
                counts = ["__count", "student_id:count_distinct"]
                groups = self.ask(lambda R=Reason, p=place: R._read_group([], p, ["__count"]), [])
                self.assertEqual(sum(group[-1] for group in groups), len(seen), place)
                distinct = self.ask(lambda R=Reason, c=counts: R._read_group([], [], c), [(0, 0)])
                self.assertEqual(distinct, [(len(seen), len({pupil for pupil, _one in seen}))])

    def test_export(self):
        reasons = self.env["vsoko.risk.reason"].search([])
        self.assertEqual(len(reasons), 4)
        for Reason, seen in self.each():
            if Reason.env.user.share:
                continue
            Reason.env.user.sudo().group_ids += self.env.ref("base.group_allow_export")
            for row in reasons.with_user(Reason.env.user):
                place = row.sudo().student_id, row.sudo().subject_id
                self.env.invalidate_all()
                if place in seen:
                    cells = row.export_data(EXPORTED)["datas"][0]
                    self.assertEqual(cells[:2], [one.name for one in place])
                else:
                    with self.assertRaises(AccessError):
                        row.export_data(EXPORTED)

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestApproval(FiguresCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.q1.action_calculate()

    def _approve(self):
        self.q1.with_user(self.users["director"]).action_approve()

    def test_only_the_director_approves_and_reopens(self):
        for role in ("administration", "teacher", "methodical_council"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.q1.with_user(self.users[role]).action_approve()
        with self.assertRaises(AccessError):
            self.q1.with_user(self.users["administration"]).write({"state": "approved"})
        self._approve()
        self.assertEqual(self.q1.approved_by_id, self.users["director"])
        with self.assertRaises(AccessError):
            self.q1.with_user(self.users["administration"]).action_reopen()

    def test_nothing_to_approve(self):
        with self.assertRaises(UserError):
            self.q3.action_approve()

    def test_no_path_changes_approved_values(self):
        self._approve()
        figure = self.figure("quality")
        paths = {
            "write": lambda: figure.write({"value": 1}),
            "unlink": figure.unlink,
            "copy": lambda: figure.copy({"cell": "other"}),
            "create": lambda: figure.create(
                {
                    "indicator_id": figure.indicator_id.id,
                    "period_id": self.q1.id,
                    "company_id": self.q1.company_id.id,
                    "scope": "school",
                    "cell": "new",
                }
            ),
            "calculate": self.q1.action_calculate,
            "move the period": lambda: self.q1.write({"date_end": "2025-10-20"}),
            "delete the period": self.q1.unlink,
        }
        for name, path in paths.items():
            with self.subTest(name), self.assertRaises(UserError):
                path()

    def test_no_context_key_opens_a_lock(self):
        self._approve()
        keys = ("install_mode", "tracking_disable", "force", "skip_lock", "bypass", "import_file")
        context = {key: True for key in keys}
        with self.assertRaises(UserError):
            self.q1.with_user(self.users["director"]).with_context(**context).action_calculate()
        with self.assertRaises(AccessError):
            self.q1.with_user(self.users["administration"]).with_context(**context).write(
                {"state": "open"}
            )

    def test_people_do_not_write_values_of_open_periods_either(self):
        figure = self.figure("quality")
        for role in ("teacher", "administration", "director"):
            with self.subTest(role), self.assertRaises(AccessError):
                figure.with_user(self.users[role]).write({"value": 100})

    def test_drift_tells_how_much_the_facts_moved(self):
        self._approve()
        before = self.figure("quality").value
        self.marks.filtered(lambda mark: mark.value == 3)[0].value = 4
        self.q1.with_user(self.users["administration"]).action_compare()
        self.assertGreater(self.q1.drift_count, 0)
        self.assertAlmostEqual(self.q1.drift_max, 100.0, msg="the pupil's own quality")
        self.env.invalidate_all()
        self.assertEqual(self.figure("quality").value, before)

    def _read_values(self):
        """Return {(indicator, cell): value} of the stored figures that have a value."""
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT indicator_id, cell, value FROM vsoko_indicator_value"
            " WHERE period_id = %s AND value IS NOT NULL",
            [self.q1.id],
        )
        return {(indicator, cell): value for indicator, cell, value in self.env.cr.fetchall()}

    def test_drift_counts_cells_that_came_and_cells_that_went(self):
        self._approve()
        approved = self._read_values()
        new = self.env["vsoko.class"].create({"year_id": self.year.id, "grade": 6})
        self.add_marks({(pupil, self.math): 5 for pupil in self.enrol(new, 5)}, self.q1)
        self.marks.filtered(lambda mark: mark.class_id == self.class_5b).unlink()
        self.q1.with_user(self.users["administration"]).action_compare()
        counted = self.q1.drift_count
        self.q1.with_user(self.users["director"]).action_reopen()
        self.q1.action_calculate()
        now = self._read_values()
        came, went = now.keys() - approved.keys(), approved.keys() - now.keys()
        other = {key for key in now.keys() & approved.keys() if now[key] != approved[key]}
        self.assertIn(f"class:{new.id}", {cell for _indicator, cell in came})
        self.assertIn(
            f"class_subject:{self.class_5b.id}:{self.math.id}",
            {cell for _indicator, cell in went},
        )
        self.assertEqual(counted, len(came | went | other))

    def test_no_drift_without_changes(self):
        self._approve()
        self.q1.action_compare()
        self.assertEqual((self.q1.drift_count, self.q1.drift_max), (0, 0))
        self.assertTrue(self.q1.drift_date)

    def test_reopening_keeps_the_approved_version(self):
        self._approve()
        before = self.figure("quality").value
        self.q1.with_user(self.users["director"]).action_reopen()
        self.marks.filtered(lambda mark: mark.value == 3)[0].value = 4
        self.q1.action_calculate()
        self._approve()
        kept = self.env["vsoko.indicator.value.history"].search(
            [
                ("period_id", "=", self.q1.id),
                ("indicator_id", "=", self.indicators["quality"].id),
                ("scope", "=", "school"),
            ]
        )
        self.assertEqual((kept.value, kept.version), (before, 1))
        self.assertEqual(self.q1.version, 2)
        self.assertGreater(self.figure("quality").value, before)
        with self.assertRaises(AccessError):
            kept.with_user(self.users["director"]).write({"value": 0})

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .common import ROLES, SchoolCase, make_user
from .doors import VALUES
from .test_access_matrix import reviewed_matrix

REFUSED = "filled by the program"


@tagged("post_install", "-at_install")
class TestProgramFields(SchoolCase):
    """Only the program writes what a model declares read-only: every model, field, door, role."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.add_marks({(pupil, cls.math): 4 for pupil in cls.students}, cls.q1)
        cls.models = [
            name
            for name in reviewed_matrix()
            if cls.env[name]._auto and not cls.env[name]._transient
        ]

    def _allowed(self, operation):
        """Yield each model as each user who has the right to the operation on it."""
        for name in self.models:
            for role in ROLES:
                model = self.env[name].with_user(self.users[role])
                if model.has_access(operation):
                    yield role, model

    def _value(self, model, name):
        field = model._fields[name]
        if field.type in ("many2one", "reference", "many2one_reference"):
            return 1
        if field.type == "selection":
            own = model._get_own_defaults([name]).get(name)
            return next(key for key in field.get_values(self.env) if key != own)
        value = VALUES[field.type]
        return not model._get_own_defaults([name]).get(name) if value is True else value

    def test_write(self):
        tried = 0
        for role, model in self._allowed("write"):
            record = model.sudo().search([], limit=1).with_env(model.env)
            for name in model._get_given_fields():
                tried += 1
                # a record that is locked besides says so
                with (
                    self.subTest(model=model._name, role=role, field=name),
                    self.assertRaises(UserError),
                ):
                    record.write({name: self._value(model, name)})
        self.assertGreater(tried, 250)

    def test_create(self):
        tried = 0
        for role, model in self._allowed("create"):
            for name in model._get_first_fields():
                tried += 1
                with (
                    self.subTest(model=model._name, role=role, field=name),
                    self.assertRaisesRegex(AccessError, REFUSED),
                ):
                    model.create({name: self._value(model, name)})
        self.assertGreater(tried, 200)

    def test_defaults_of_the_context_a_user_and_a_school(self):
        for role, model in self._allowed("create"):
            names = sorted(model._get_first_fields())
            own = model._get_own_defaults(names)
            forged = {f"default_{name}": self._value(model, name) for name in names}
            with self.subTest(model=model._name, role=role):
                self.assertEqual(model.with_context(**forged).default_get(names), own)
        Period = self.env["vsoko.period"].with_user(self.users["administration"])
        Default = self.env["ir.default"]
        Default.set("vsoko.period", "state", "approved", user_id=self.users["administration"].id)
        Default.set("vsoko.period", "version", 3, company_id=self.env.company.id)
        self.assertEqual(Period.default_get(["state", "version"]), {"state": "open", "version": 0})

    def test_what_a_forged_default_would_have_approved(self):
        """The created record counts, not the values that were sent."""
        director = self.users["director"].id
        deputy = self.users["administration"]
        forged = {
            f"default_{name}": value
            for name, value in {
                "state": "approved",
                "approved_by_id": director,
                "approved_date": "2026-01-01",
                "version": 3,
            }.items()
        }
        vals = {
            "vsoko.framework": {"name": "Своя система", "date_from": "2026-09-01"},
            "vsoko.test": {"name": "Тест", "subject_id": self.math.id, "grade": 5},
            "vsoko.period": {
                "name": "2025",
                "year_id": self.year.id,
                "kind": "calendar_year",
                "date_start": "2025-01-01",
                "date_end": "2025-12-31",
            },
        }
        for name, values in vals.items():
            record = self.env[name].with_user(deputy).with_context(**forged).create(values)
            with self.subTest(model=name):
                self.assertIn(record.state, ("draft", "open"))
                self.assertFalse(record.approved_by_id)
                self.assertFalse(record.approved_date)

    def test_a_default_does_not_reach_nested_records(self):
        year = (
            self.env["vsoko.year"]
            .with_user(self.users["administration"])
            .with_context(default_state="approved", default_version=5)
            .create(
                {
                    "name": "2030/2031",
                    "date_start": "2030-09-01",
                    "date_end": "2031-08-31",
                    "period_ids": [
                        Command.create(
                            {"name": "1", "date_start": "2030-09-01", "date_end": "2030-10-20"}
                        )
                    ],
                }
            )
        )
        self.assertEqual(year.state, "draft")
        self.assertEqual(year.period_ids.state, "open")
        self.assertEqual(year.period_ids.version, 0)

    def test_import_of_odoo(self):
        period = self.q1.with_user(self.users["director"])
        result = period.load([".id", "state", "version"], [[str(period.id), "approved", "4"]])
        self.assertFalse(result["ids"])
        self.assertIn("state", str(result["messages"]).lower())
        self.assertEqual(self.q1.state, "open")

    def test_a_copy_begins_anew(self):
        deputy = self.users["administration"]
        work = self.env["vsoko.test"].create(
            {"name": "Тест", "subject_id": self.math.id, "grade": 5}
        )
        work._store({"version": 4, "approved_by_id": self.users["director"].id})
        copy = work.with_user(deputy).copy()
        self.assertEqual(copy.version, 1)
        self.assertFalse(copy.approved_by_id)

    def test_state_of_the_director_moves_by_the_buttons(self):
        director = self.users["director"]
        for record in (self.q1, self.year, self.env["vsoko.framework"].search([], limit=1)):
            state = record.state
            other = next(
                key for key in record._fields["state"].get_values(self.env) if key != state
            )
            with self.subTest(model=record._name), self.assertRaisesRegex(AccessError, REFUSED):
                record.with_user(director).write({"state": other})
            self.assertEqual(record.state, state)

    def test_what_defines_a_figure_in_force_is_locked(self):
        indicator = self.env["vsoko.indicator"].search([("code", "=", "tests_success")], limit=1)
        director = indicator.with_user(self.users["director"])
        for name, value in (
            ("rating_allowed", False),
            ("unit", "number"),
            ("digits", 0),
            ("direction", "less"),
            ("min_n", 1),
            ("scopes", "school"),
        ):
            with self.subTest(name), self.assertRaisesRegex(UserError, "approved"):
                director.write({name: value})

    def test_a_system_that_computes_nothing_is_not_approved(self):
        director = self.users["director"]
        empty = (
            self.env["vsoko.framework"]
            .with_user(director)
            .create({"name": "Пустая", "date_from": "2025-09-01"})
        )
        with self.assertRaisesRegex(UserError, "computed"):
            empty.action_approve()
        self.assertEqual(empty.state, "draft")

    def test_a_record_stays_in_its_school(self):
        other = self.env["res.company"].create({"name": "Школа № 2"})
        deputy = make_user(self.env, "both_schools", "director")
        deputy.company_ids |= other
        theirs = self.env["vsoko.year"].create(
            {
                "name": "2025/2026",
                "company_id": other.id,
                "date_start": "2025-09-01",
                "date_end": "2026-08-31",
            }
        )
        both = {"allowed_company_ids": (self.env.company | other).ids}
        for record, vals in (
            (self.students[0], {"company_id": other.id}),
            (self.q1, {"year_id": theirs.id}),
            (self.association, {"company_id": other.id}),
        ):
            with self.subTest(model=record._name), self.assertRaises(UserError):
                record.with_user(deputy).with_context(**both).write(vals)

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from ..common import ROLES, SchoolCase

READERS = {
    "vsoko.health": {"medic"},
    "vsoko.fact.health": {"medic"},
    "vsoko.offence": {"social_worker", "director"},
    "vsoko.fact.offence": {"social_worker", "director"},
    "vsoko.preventive.record": {"social_worker", "director"},
}


@tagged("post_install", "-at_install")
class TestClosedRegisters(SchoolCase):
    """Health is the medic's alone, prevention that of the social worker and the director: by
    whatever door somebody else asks, there is nothing behind it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.health = cls.env["vsoko.health"].create(
            [
                {"student_id": pupil.id, "date": "2025-10-01", "health_group": "5"}
                for pupil in cls.pupils_of(cls.class_5a)
            ]
        )
        pupil = cls.students[0]
        cls.offence = cls.env["vsoko.offence"].create(
            {"student_id": pupil.id, "date": "2025-10-02", "document": "№ 13"}
        )
        cls.record = cls.env["vsoko.preventive.record"].create(
            {"student_id": pupil.id, "date": "2025-10-02", "ground": "Тайна"}
        )

    def test_who_reads_what(self):
        for name, readers in READERS.items():
            for role in ROLES:
                with self.subTest(model=name, role=role):
                    model = self.env[name].with_user(self.users[role])
                    self.assertEqual(model.has_access("read"), role in readers)

    def test_every_way_of_asking_is_refused(self):
        for name, readers in READERS.items():
            one = self.env[name].search([], limit=1)
            field = "health_group" if "health" in name else "kind"
            for role in set(ROLES) - readers:
                model = self.env[name].with_user(self.users[role])
                asked = {
                    "search": lambda model=model: model.search([]),
                    "count": lambda model=model: model.search_count([]),
                    "name_search": lambda model=model: model.name_search("Ученик"),
                    "group": lambda model=model, field=field: model.formatted_read_group(
                        [], [field], ["__count"]
                    ),
                    "read": lambda model=model, one=one: model.browse(one.id).read(["id"]),
                    "export": lambda model=model, one=one, field=field: model.browse(
                        one.id
                    ).export_data([field]),
                    "order": lambda model=model, field=field: model.search([], order=field),
                }
                for door, ask in asked.items():
                    with self.subTest(model=name, role=role, door=door):
                        self.assertRaises(UserError, ask)

    def test_no_field_leads_there(self):
        """Neither a pupil nor a class, a figure or a file has a path to these registers."""
        closed = set(READERS)
        ways = [
            f"{name}.{field.name}"
            for name, model in self.env.items()
            if name not in closed
            for field in model._fields.values()
            if field.relational and field.comodel_name in closed
        ]
        self.assertEqual(ways, [])

    def test_nothing_is_written_about_them(self):
        """They have no chatter, so no message and no follower tells of them."""
        for name in READERS:
            self.assertNotIn("message_ids", self.env[name]._fields)
        self.assertFalse(self.env["mail.message"].search([("model", "in", list(READERS))]))

    def test_papers_follow_their_line(self):
        medic, director = self.users["medic"], self.users["director"]
        paper = self.env["ir.attachment"].with_user(medic).create({"name": "Справка", "raw": b"1"})
        self.health[0].with_user(medic).document_ids = paper
        found = self.env["ir.attachment"].with_user(director)
        self.assertFalse(found.search([("id", "=", paper.id)]))
        with self.assertRaises(AccessError):
            found.browse(paper.id).read(["raw"])

    def test_a_condition_of_an_indicator_names_nobody(self):
        """Otherwise the number of those with a condition would tell of one pupil."""
        framework = self.env["vsoko.framework"].create(
            {"name": "Своя", "company_id": self.env.company.id, "date_from": "2026-09-01"}
        )
        criterion = self.env["vsoko.criterion"].create(
            {"framework_id": framework.id, "code": "own", "name": "Свой"}
        )
        vals = {"framework_id": framework.id, "criterion_id": criterion.id, "name": "Свой"}
        pupil = self.students[0].id
        for number, (source, condition) in enumerate(
            (
                ("health", f"[('student_id', '=', {pupil})]"),
                ("health", f"[('class_id', '=', {self.class_5a.id})]"),
                ("health", "[('grade', '=', 5)]"),
                ("offence", f"[('student_id', '=', {pupil})]"),
                ("offence", f"[('class_id', '=', {self.class_5a.id})]"),
            )
        ):
            with self.subTest(condition), self.assertRaises(ValidationError):
                self.env["vsoko.indicator"].with_user(self.users["administration"]).create(
                    {
                        **vals,
                        "code": f"own{number}",
                        "source": source,
                        "denominator_domain": condition,
                    }
                )

    def test_numbers_are_seen_and_their_rows_are_not(self):
        self.q1.action_calculate()
        values = self.env["vsoko.indicator.value"].with_user(self.users["director"])
        figure = values.search(
            [
                ("indicator_id.code", "=", "health_general"),
                ("period_id", "=", self.q1.id),
                ("scope", "=", "school"),
            ]
        )
        self.assertEqual((figure.value, figure.n), (0, 6))
        self.assertTrue(figure.explanation)
        with self.assertRaisesRegex(AccessError, "closed"):
            figure.action_open_rows()
        rows = self.env["vsoko.fact.health"].with_user(self.users["medic"])
        self.assertEqual(rows.search_count([("period_id", "=", self.q1.id)]), 6)

    def test_each_checks_the_own_register(self):
        with self.assertRaises(AccessError):
            self.offence.with_user(self.users["administration"]).action_check()
        self.offence.with_user(self.users["social_worker"]).action_check()
        with self.assertRaises(UserError):
            self.offence.document = "№ 14"
        self.health[0].with_user(self.users["medic"]).action_check()
        self.assertEqual(self.health[0].state, "checked")

    def test_the_diagnosis_of_an_accident_is_not_for_deputies(self):
        line = self.env["vsoko.injury"].create(
            {
                "student_id": self.students[0].id,
                "number": "1",
                "place": "Спортзал",
                "happening": "Падение",
                "diagnosis": "Перелом",
            }
        )
        deputy = line.with_user(self.users["administration"])
        self.assertEqual(deputy.number, "1")
        with self.assertRaises(AccessError):
            deputy.read(["diagnosis"])
        with self.assertRaises(AccessError):
            deputy.search([("diagnosis", "=", "Перелом")])
        self.assertEqual(line.with_user(self.users["medic"]).diagnosis, "Перелом")

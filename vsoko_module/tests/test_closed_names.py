from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged

from .common import SchoolCase

NAME = {"fields": {"display_name": {}}}


@tagged("post_install", "-at_install")
class TestClosedNames(SchoolCase):
    """A name that the rules close is told by no form, default or error."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own = cls.pupils_of(cls.class_5a)[0]
        cls.foreign = cls.pupils_of(cls.class_5b)[0]
        cls.teacher = cls.users["teacher"]
        cls.Report = cls.env["vsoko.report"].with_user(cls.teacher)

    def test_a_form_tells_the_names_of_own_pupils_alone(self):
        found = self.Report.onchange({"student_id": self.own.id}, [], {"student_id": NAME})
        self.assertEqual(found["value"]["student_id"]["display_name"], self.own.display_name)
        with self.assertRaises(AccessError) as refused:
            self.Report.onchange({"student_id": self.foreign.id}, [], {"student_id": NAME})
        self.assertNotIn(self.foreign.name, str(refused.exception))

    def test_nor_does_a_default_or_a_nested_line(self):
        closed = self.Report.with_context(default_student_id=self.foreign.id)
        with self.assertRaises(AccessError):
            closed.onchange({}, [], {"student_id": NAME})
        line = Command.create({"report_id": 1})
        values = {"section_ids": [line], "student_id": self.foreign.id}
        with self.assertRaises(AccessError):
            self.Report.onchange(values, [], {"student_id": NAME})

    def test_every_form_of_a_teacher(self):
        """All models whose forms a teacher may open and all their fields that name a pupil."""
        tried = 0
        for name in sorted(self.env.registry):
            model = self.env[name].with_user(self.teacher)
            if not name.startswith("vsoko.") or model._abstract or not model.has_access("read"):
                continue
            for field in model._fields.values():
                if field.type == "many2one" and field.comodel_name == "vsoko.student":
                    tried += 1
                    with self.subTest(model=name, field=field.name), self.assertRaises(AccessError):
                        model.onchange({field.name: self.foreign.id}, [], {field.name: NAME})
        self.assertGreater(tried, 3)

    def test_an_error_names_nobody_in_the_mode_of_developers(self):
        self.teacher.group_ids |= self.env.ref("base.group_no_one")
        with self.assertRaises(AccessError) as refused:
            self.foreign.with_user(self.teacher).read(["name"])
        self.assertNotIn(self.foreign.name, str(refused.exception))

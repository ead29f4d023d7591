from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .meeting_case import MeetingCase

SHOWN = {"thing": {"fields": {"display_name": {}}}}


@tagged("post_install", "-at_install")
class TestMeetingLinks(MeetingCase):
    """A material may be what the program holds; a link opens nothing that is closed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.item = cls.plan(days=5).item_ids[0]
        cls.draft = cls.env["vsoko.document"].create({"name": "Проект положения"})

    def put(self, thing, user=None, **vals):
        materials = self.env["vsoko.meeting.material"].with_user(user or self.env.user)
        link = thing and f"{thing._name},{thing.id}"
        return materials.create({"item_id": self.item.id, "thing": link, **vals})

    def test_a_link_is_named_by_what_it_leads_to(self):
        material = self.put(self.draft, self.users["administration"])
        self.assertEqual(material.name, "Проект положения")
        self.assertEqual(material.thing, self.draft)
        named = self.put(self.draft, name="К вопросу 1")
        self.assertEqual(named.name, "К вопросу 1")
        framework = self.env.ref("vsoko_module.framework_regulation")
        self.assertEqual(self.put(framework).name, framework.display_name)
        models = dict(material._fields["thing"].selection)
        self.assertLessEqual({"vsoko.report", "vsoko.indicator.value"}, set(models))

    def test_a_material_is_a_file_or_a_link(self):
        with self.assertRaises(ValidationError):
            self.put(False, name="Ничего")
        self.assertTrue(self.put(False, name="Файл", content=b"MQ=="))

    def test_a_member_sees_no_more_of_it_than_before(self):
        material = self.put(self.draft, name="К вопросу 1").with_user(self.people["member"])
        self.assertEqual(material.name, "К вопросу 1")
        (shown,) = material.web_read(SHOWN)
        self.assertNotIn("Проект", shown["thing"]["display_name"])
        with self.assertRaises(AccessError):
            material.thing.check_access("read")
        self.draft.body_id = self.council
        (shown,) = material.web_read(SHOWN)
        self.assertEqual(shown["thing"]["display_name"], "Проект положения")

    def test_nobody_puts_before_others_what_is_closed_to_himself(self):
        with self.assertRaises(AccessError):
            self.put(self.draft, self.secretary, name="x")
        found = self.env["vsoko.meeting.material"].with_user(self.secretary)
        link = f"{self.draft._name},{self.draft.id}"
        told = found.onchange({"thing": link, "name": False}, ["thing"], {**SHOWN, "name": {}})
        self.assertNotIn("Проект", str(told))

    def test_a_link_that_was_sent_stays(self):
        material = self.put(self.draft, self.users["administration"])
        self.item.meeting_id.action_invite()
        other = self.env["vsoko.document"].create({"name": "Другой"})
        with self.assertRaises(UserError):
            material.thing = other
        self.draft.with_user(self.users["administration"]).unlink()
        self.assertFalse(material.sudo().thing.exists())
        self.assertEqual(material.name, "Проект положения")

    def test_another_school_has_its_own_papers(self):
        school = self.env["res.company"].create({"name": "Школа 2"})
        foreign = self.env["vsoko.document"].create({"name": "Чужой", "company_id": school.id})
        with self.assertRaises(ValidationError):
            self.put(foreign, name="x")

from datetime import datetime, timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import PublicationCase


@tagged("post_install", "-at_install")
class TestMeetingMaterial(PublicationCase):
    """Of a figure or a report put before the council a member opens what is published for it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        today = fields.Date.context_today(cls.env.user)
        body = cls.env["vsoko.body"].search(
            [("kind", "=", "governing"), ("company_id", "=", cls.env.company.id)]
        )
        cls.env["vsoko.body.member"].create(
            {"body_id": body.id, "user_id": cls.council.id, "capacity": "parent",
             "date_from": today - timedelta(days=30)}
        )  # fmt: skip
        cls.meeting = cls.env["vsoko.meeting"].create(
            {
                "body_id": body.id,
                "date_start": datetime.combine(today, datetime.min.time()) + timedelta(days=9),
                "item_ids": [(0, 0, {"name": "Результаты четверти"})],
            }
        )
        cls.figure = cls.env["vsoko.indicator.value"].search(
            [("period_id", "=", cls.q1.id), ("scope", "=", "school"),
             ("indicator_id.code", "=", "quality")]
        )  # fmt: skip
        cls.material = cls.put(cls.figure)
        cls.meeting.action_invite()

    @classmethod
    def put(cls, thing, **vals):
        return cls.env["vsoko.meeting.material"].create(
            {
                "item_id": cls.meeting.item_ids.id,
                "thing": f"{thing._name},{thing.id}",
                "is_published": True,
                **vals,
            }
        )

    def get_path(self, material):
        return material.with_user(self.council)._get_portal_path()

    def test_a_figure_leads_to_its_page_when_it_is_published_for_the_council(self):
        self.assertIsNone(self.get_path(self.material))
        self.publish("staff")
        self.assertIsNone(self.get_path(self.material))
        publication = self.publish("council")
        expected = f"/my/vsoko/publication/{publication.id}/indicator/quality"
        self.assertEqual(self.get_path(self.material), expected)
        publication.with_user(self.director)._withdraw("Ошибка")
        self.assertIsNone(self.get_path(self.material))

    def test_a_report_leads_to_what_was_published_of_it(self):
        report = self.env["vsoko.report"].create(
            {"type": "period_results", "period_id": self.q1.id}
        )
        material = self.put(report)
        self.publish("council")
        self.assertIsNone(self.get_path(material))
        report.action_accept_drafts()
        report.with_user(self.director).action_approve()
        publication = self.publish("council", report_id=report.id)
        self.assertEqual(self.get_path(material), f"/my/vsoko/publication/{publication.id}")

    def test_a_document_and_a_draft_of_indicators_stay_inside(self):
        document = self.env["vsoko.document"].create({"name": "Проект"})
        framework = self.env.ref("vsoko_module.framework_regulation")
        for thing in (document, framework):
            with self.subTest(model=thing._name):
                self.assertIsNone(self.get_path(self.put(thing)))

    def test_what_is_linked_is_no_field_of_the_portal(self):
        with self.assertRaises(AccessError):
            self.material.with_user(self.council).read(["thing"])
        self.material.is_published = False
        with self.assertRaises(AccessError):
            self.material.with_user(self.council).check_access("read")

from odoo.tests import HttpCase, tagged

from .common import PublicationCase


@tagged("post_install", "-at_install")
class TestRequestAnswers(PublicationCase, HttpCase):
    """An answer leads to what is published for the reader, and to nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["vsoko.body"]._provide_for_schools()
        body = cls.env["vsoko.body"].search(
            [("company_id", "=", cls.env.company.id), ("kind", "=", "governing")]
        )
        vals = {"body_id": body.id, "user_id": cls.council.id, "date_from": "2020-09-01"}
        cls.env["vsoko.body.member"].create(vals)
        cls.request = cls.env["vsoko.request"].with_user(cls.council)
        cls.request = cls.request.create({"name": "Как сдали?", "body_id": body.id})

    def answer(self, **vals):
        """Answer the request by a link; return (what the member finds behind it, the page)."""
        request = self.request.with_user(self.deputy)
        request.write({"answer": "Опубликовано", **vals})
        request.action_answer()
        self.env.flush_all()
        self.env.invalidate_all()
        self.authenticate(self.council.login, self.council.login)
        return self.request.published_ids, self.url_open("/my/vsoko/requests").text

    def test_a_publication_for_the_council(self):
        published = self.publish("council")
        self.request.with_user(self.deputy).publication_id = published
        self.assertFalse(self.request.published_ids)
        found, page = self.answer()
        self.assertEqual(found.ids, published.ids)
        self.assertIn(f"/my/vsoko/publication/{published.id}", page)

    def test_a_publication_for_somebody_else(self):
        inner = self.publish("staff")
        found, page = self.answer(publication_id=inner.id)
        self.assertFalse(found)
        self.assertNotIn(f"/my/vsoko/publication/{inner.id}", page)
        self.assertEqual(self.request.with_user(self.deputy).published_ids.ids, inner.ids)

    def test_a_publication_that_was_withdrawn(self):
        published = self.publish("council")
        self.answer(publication_id=published.id)
        published._withdraw("Ошибка")
        self.env.invalidate_all()
        self.assertFalse(self.request.published_ids)

    def test_a_report_by_its_publication(self):
        report = self.env["vsoko.report"].with_user(self.director)
        report = report.create({"type": "period_results", "period_id": self.q1.id})
        report.action_accept_drafts()
        report.action_approve()
        self.publish("staff", report_id=report.id)
        published = self.publish("council", report_id=report.id)
        found, _page = self.answer(report_id=report.id)
        self.assertEqual(found.ids, published.ids)

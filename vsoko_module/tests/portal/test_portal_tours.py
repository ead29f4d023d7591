from odoo.tests import HttpCase, tagged

from .common import PublicationCase


@tagged("post_install", "-at_install")
class TestPublishingTour(PublicationCase, HttpCase):
    def test_director_publishes_the_figures_of_a_period(self):
        self.start_tour(
            f"/odoo/vsoko.period/{self.q1.id}",
            "vsoko_publication_publish",
            login=self.director.login,
        )
        publication = self.env["vsoko.publication"].search([("period_id", "=", self.q1.id)])
        self.assertEqual((publication.state, publication.audience), ("approved", "council"))


@tagged("post_install", "-at_install")
class TestHandOver(PublicationCase, HttpCase):
    def test_deputy_writes_director_publishes_council_reads(self):
        self.start_tour(
            f"/odoo/vsoko.period/{self.q1.id}", "vsoko_report_deputy", login=self.deputy.login
        )
        report = self.env["vsoko.report"].search([("period_id", "=", self.q1.id)])
        self.assertEqual((report.state, report.author_id), ("draft", self.deputy))
        self.start_tour(
            f"/odoo/vsoko.report/{report.id}", "vsoko_report_director", login=self.director.login
        )
        publication = self.env["vsoko.publication"].search([("report_id", "=", report.id)])
        self.assertEqual((report.state, publication.state), ("published", "approved"))
        self.authenticate(self.council.login, self.council.login)
        page = self.url_open(f"/my/vsoko/publication/{publication.id}")
        self.assertIn("Качество знаний", page.text)


@tagged("post_install", "-at_install")
class TestPhoneTours(PublicationCase, HttpCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_member_of_the_council_reads_on_a_phone(self):
        self.publish()
        self.start_tour("/my/vsoko", "vsoko_publication_council", login=self.council.login)

    def test_parent_sees_the_own_child(self):
        self.publish("families")
        self.start_tour("/my", "vsoko_family_child", login=self.family.login)

    def test_visitor_opens_the_page_of_the_school(self):
        self.publish("public")
        self.env.ref("base.public_user").lang = "ru_RU"
        self.start_tour("/vsoko", "vsoko_public_page")

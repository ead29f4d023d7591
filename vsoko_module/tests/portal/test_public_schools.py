from odoo.tests import HttpCase, tagged

from .common import PublicationCase


@tagged("post_install", "-at_install")
class TestPublicSchools(PublicationCase, HttpCase):
    """Several schools of one database: the visitor chooses, and each shows only its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.first = cls.publish("public")
        cls.school_2 = cls.env["res.company"].create({"name": "Школа № 2"})
        cls.second = cls.env["vsoko.publication"].create(
            {
                "name": "Самообследование школы № 2",
                "audience": "public",
                "company_id": cls.school_2.id,
                "explanation": "Текст",
            }
        )

    def page(self, path):
        answer = self.url_open(path)
        self.assertEqual(answer.status_code, 200)
        return answer.text

    def test_only_school_is_shown_without_a_choice(self):
        self.assertIn(self.first.name, self.page("/vsoko"))
        self.assertIn(self.env.company.name, self.page("/vsoko"))

    def test_visitor_chooses_between_schools(self):
        self.second.action_approve()
        choice = self.page("/vsoko")
        for school in (self.env.company, self.school_2):
            self.assertIn(school.name, choice)
            self.assertIn(f'href="/vsoko/school/{school.id}"', choice)
        self.assertNotIn(self.first.name, choice)

    def test_each_school_shows_only_its_own(self):
        self.second.action_approve()
        pages = {
            school: self.page(f"/vsoko/school/{school.id}")
            for school in (self.env.company, self.school_2)
        }
        self.assertIn(self.first.name, pages[self.env.company])
        self.assertNotIn(self.second.name, pages[self.env.company])
        self.assertIn(self.second.name, pages[self.school_2])
        self.assertNotIn(self.first.name, pages[self.school_2])

    def test_choice_forgets_a_school_that_withdraws_all(self):
        self.second.action_approve()
        self.assertIn(self.school_2.name, self.page("/vsoko"))
        self.second._withdraw("проверка")
        self.assertIn(self.first.name, self.page("/vsoko"))
        self.assertIn("пока не опубликовала", self.page(f"/vsoko/school/{self.school_2.id}"))

    def test_page_is_the_same_for_everybody(self):
        """Also for those of another school: whoever logs in does not lose what visitors read."""
        self.second.action_approve()
        for login in (self.council.login, self.family.login, self.director.login):
            self.authenticate(login, login)
            self.assertIn(self.second.name, self.page(f"/vsoko/school/{self.school_2.id}"))

    def test_the_open_page_shows_the_school_at_a_glance(self):
        self.second.company_id = self.env.company
        self.second.action_approve()
        page = self.page(f"/vsoko/school/{self.env.company.id}")
        self.assertIn("Школа в двух словах", page)
        self.assertIn("Качество знаний", page)
        self.assertLess(page.index("Результаты по периодам"), page.index("Локальные акты"))
        self.assertNotIn("vsoko_shelf_self_examination", page)
        Visitor = self.env["vsoko.publication"]._as_visitor()
        shelves = Visitor._get_public_shelves(self.env.company.id)
        self.assertEqual([*shelves], ["figures", "documents"])
        self.assertEqual(shelves["figures"][0]["id"], self.first.id)

    def test_the_glance_is_of_the_newest_period_and_tells_no_more(self):
        Visitor = self.env["vsoko.publication"]._as_visitor()
        glance = Visitor._get_public_glance(self.env.company.id)
        content = Visitor._get_public_content(self.first.id)
        published = [f for one in content["objects"] for f in one["figures"] if f["is_known"]]
        self.assertTrue(published)
        self.assertEqual([f for one in glance["objects"] for f in one["figures"]], published)
        self.assertFalse([one for one in glance["objects"] if not one["figures"] or one["others"]])
        self.assertIsNone(Visitor._get_public_glance(self.school_2.id))

    def test_open_page_asks_the_database_once(self):
        Visitor = self.env["vsoko.publication"]._as_visitor()
        Visitor._get_public_list(self.env.company.id)
        Visitor._get_public_schools()
        Visitor._get_public_content(self.first.id)
        with self.assertQueryCount(0):
            Visitor._get_public_shelves(self.env.company.id)
            Visitor._get_public_glance(self.env.company.id)
            Visitor._get_public_schools()
            Visitor._get_public_content(self.first.id)

    def test_council_of_two_schools_chooses(self):
        council_2 = self.publish_text("council", "Отчёт второй школы")
        self.publish()
        self.council.company_ids |= self.school_2
        self.authenticate(self.council.login, self.council.login)
        own, other = self.page("/my/vsoko"), self.page(f"/my/vsoko?school={self.school_2.id}")
        self.assertIn("Качество знаний", own)
        self.assertNotIn(council_2.name, own)
        self.assertIn(council_2.name, other)
        self.assertNotIn("Качество знаний", other)

    def publish_text(self, audience, name):
        publication = self.env["vsoko.publication"].create(
            {"name": name, "audience": audience, "company_id": self.school_2.id}
        )
        publication.action_approve()
        return publication

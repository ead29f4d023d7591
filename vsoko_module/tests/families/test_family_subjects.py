from datetime import timedelta

from lxml import html

from odoo import fields
from odoo.fields import Command
from odoo.tests import HttpCase, tagged

from ..evidence.mastery_case import MasteryCase
from ..evidence.survey_case import Surveys


class FamilySubjectsCase(MasteryCase, Surveys):
    """A family reads the own child by subject: last mark, what to repeat, what waits for it.

    The eighth pupil of the vector, of 5Б, has 1 of 2 points for «Сравнение», 0 of 1 for
    «Сложение» and 0 of 5 for «Умножение» and «Вычислять»; the family's is the first of 5А, who
    has everything but two points.
    """

    @classmethod
    def make_fixture(cls):
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.env.company.vsoko_least_element_tasks = 1
        cls.child = cls.results[7].student_id
        cls.family = cls.users["family"]
        cls.child.guardian_ids = cls.family.partner_id
        cls.prepare_surveys()


@tagged("post_install", "-at_install")
class TestFamilySubjects(FamilySubjectsCase, HttpCase):
    def read(self):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.env["vsoko.family.child"].with_user(self.family).search([])

    def card(self, name):
        cards = self.read()._prepare_subjects(self.env["vsoko.publication"])
        return next((card for card in cards if card["name"] == name), None)

    def test_the_last_mark_and_how_it_came_about(self):
        self.add_marks({(self.child, self.math): 3}, self.q1)
        self.add_marks({(self.child, self.math): 4}, self.q2)
        card = self.card(self.math.name)
        self.assertEqual((card["text"], card["change"]), ("4", 1))
        self.assertIn(self.q2.name, card["period"])
        # three and four points of one to five are the half and three quarters of the room
        self.assertEqual([point["height"] for point in card["points"]], [50, 75])

    def test_a_mark_of_the_year_is_the_last_but_no_term(self):
        year = self.year.period_ids.filtered(lambda one: one.kind == "year")
        self.add_marks({(self.child, self.math): 3}, self.q1)
        self.add_marks({(self.child, self.math): 5}, year)
        card = self.card(self.math.name)
        self.assertEqual((card["text"], card["change"]), ("5", 0))
        self.assertEqual(len(card["points"]), 1)

    def test_what_to_repeat_waits_for_the_end_of_the_entry(self):
        self.assertIsNone(self.card(self.math.name))
        self.work.action_close()
        card = self.card(self.math.name)
        self.assertEqual(card["text"], "")
        # nothing of one point and of five comes before one of two
        self.assertEqual(set(card["gaps"][:3]), {"Сложение", "Умножение", "Вычислять"})
        self.assertEqual(card["more"], 0)

    def test_what_is_mastered_is_not_repeated(self):
        self.work.action_close()
        self.child.guardian_ids = False
        first = self.results[0].student_id
        first.guardian_ids = self.family.partner_id
        card = self.card(self.math.name)
        self.assertTrue(card is None or "Сравнение" not in card["gaps"])

    def test_achievements_of_the_own_child_alone(self):
        other = self.results[0].student_id
        line = {"kind": "contest", "date": "2025-10-10", "result": "prize", "level": "regional"}
        self.env["vsoko.achievement"].create(
            [
                {**line, "event": "Чтецы", "student_ids": [Command.set(self.child.ids)]},
                {**line, "event": "Юный химик", "student_ids": [Command.set(other.ids)]},
            ]
        )
        (shown,) = self.read()._prepare_achievements()
        self.assertEqual((shown["event"], shown["text"]), ("Чтецы", "призёр, регион"))

    def test_surveys_of_the_own_class_that_are_open_today(self):
        campaign = self.make_campaign(class_ids=[Command.set(self.class_5b.ids)])
        self.make_campaign(name="Другой класс", class_ids=[Command.set(self.class_5a.ids)])
        self.make_campaign(name="Ещё не начат", is_open=False)
        self.env["vsoko.enrolment"].search([("student_id", "=", self.child.id)]).write(
            {"date_from": fields.Date.today() - timedelta(days=30), "date_to": False}
        )
        (survey,) = self.read()._prepare_surveys()
        self.assertEqual((survey["id"], survey["of_pupils"]), (campaign.id, False))
        campaign.action_close()
        self.assertFalse(self.read().surveys)

    def test_consents_in_force(self):
        today = fields.Date.today()
        consent = {"student_id": self.child.id, "given_by": "Мать"}
        self.env["vsoko.consent"].create(
            [
                {**consent, "kind": "image", "date": today - timedelta(days=9)},
                {**consent, "kind": "medical", "date": today + timedelta(days=9)},
                {
                    **consent,
                    "kind": "processing",
                    "date": today - timedelta(days=9),
                    "date_withdrawn": today - timedelta(days=2),
                },
            ]
        )
        (shown,) = self.read()._prepare_consents()
        self.assertEqual(shown["name"], "Фото и видео")

    def test_all_of_it_stands_on_the_page(self):
        self.work.action_close()
        self.add_marks({(self.child, self.math): 3}, self.q1)
        self.authenticate(self.family.login, self.family.login)
        text = self.url_open("/my/child").text
        for words in ("По предметам", "Что повторить", "Умножение"):
            self.assertIn(words, text)
        self.assertNotIn(self.results[0].student_id.name, text)

    def test_tables_of_years_are_folded_below_the_subjects(self):
        self.add_marks({(self.child, self.math): 3}, self.q1)
        self.add_marks({(self.child, self.math): 4}, self.q2)
        self.authenticate(self.family.login, self.family.login)
        page = html.fromstring(self.url_open("/my/child").text)
        (year,) = page.xpath("//details[@class='o_vsoko_year'][not(@open)]")
        self.assertIn(self.year.name, year.xpath("summary")[0].text_content())
        self.assertEqual(len(year.xpath(".//tbody/tr")), 1)
        self.assertFalse(year.xpath(".//*[contains(@class, 'o_vsoko_columns')]"))

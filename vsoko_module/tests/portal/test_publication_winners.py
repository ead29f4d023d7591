from odoo.tests import tagged

from .common import PublicationCase


@tagged("post_install", "-at_install")
class TestPublicationWinners(PublicationCase):
    """A publication names the winners whose consent to distribution is in force, no others."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.first, cls.second = cls.pupils_of(cls.class_5v)[:2]
        for pupil, level in ((cls.first, "regional"), (cls.second, "municipal")):
            cls.env["vsoko.achievement"].create(
                {
                    "event": "Олимпиада",
                    "level": level,
                    "result": "winner",
                    "date": "2025-10-10",
                    "student_ids": pupil.ids,
                }
            )
        cls.consent = cls.env["vsoko.consent"].create(
            {
                "student_id": cls.first.id,
                "kind": "distribution",
                "given_by": "Мать",
                "date": "2025-09-01",
            }
        )

    def names(self, publication):
        return [one["name"] for one in publication.winners["named"]]

    def test_who_gave_no_consent_is_counted_and_not_named(self):
        publication = self.publish("public", names_winners=True)
        self.assertEqual(self.names(publication), [self.first.name])
        self.assertEqual(publication.winners["unnamed"], 1)
        visitor = publication.with_user(self.env.ref("base.public_user"))
        shown = visitor._prepare_content()["winners"]
        self.assertEqual([one["name"] for one in shown["named"]], [self.first.name])

    def test_a_withdrawn_consent_counts_from_the_next_publication_on(self):
        frozen = self.publish("public", names_winners=True)
        self.consent.date_withdrawn = "2025-10-20"
        later = self.publish("families", names_winners=True)
        self.assertEqual(self.names(frozen), [self.first.name])
        self.assertEqual((self.names(later), later.winners["unnamed"]), ([], 2))

    def test_a_draft_shows_who_would_be_named_now(self):
        draft = self.publish("public", approve=False, names_winners=True)
        self.assertEqual(len(draft._get_winners()["named"]), 1)
        self.consent.date_withdrawn = "2025-10-20"
        self.assertEqual(draft._get_winners()["named"], [])

    def test_nobody_is_named_unless_it_is_wanted(self):
        publication = self.publish("public")
        self.assertFalse(publication.winners)
        self.assertFalse(publication._prepare_content()["winners"])

    def test_the_files_say_what_the_page_says(self):
        publication = self.publish("public", names_winners=True)
        table = publication._prepare_winners_tables()[0]
        texts = [str(cell.value) for row in table.rows for cell in row]
        self.assertIn(self.first.name, texts)
        self.assertNotIn(self.second.name, texts)

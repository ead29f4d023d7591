from odoo.tests import tagged

from ..fixtures import FixtureCase


@tagged("post_install", "-at_install")
class TestSubject(FixtureCase):
    def test_standard_subjects_have_areas_and_short_names(self):
        subjects = self.env["vsoko.subject"].search([("company_id", "=", False)])
        self.assertGreaterEqual(len(subjects), 24)
        self.assertTrue(all(subject.area_id and subject.short_name for subject in subjects))

    def test_names_are_found_by_what_files_say(self):
        """No name of a subject, short name or alias stands for two subjects."""
        owners = {}
        for subject in self.env["vsoko.subject"].search([("company_id", "=", False)]):
            words = [subject.name, subject.short_name, *(subject.aliases or "").splitlines()]
            for word in words:
                owners.setdefault(word.lower(), set()).add(subject.code)
        self.assertFalse({word: codes for word, codes in owners.items() if len(codes) > 1})
        self.assertEqual(owners["технология"], {"tech"})
        self.assertEqual(owners["англ. яз."], {"eng"})

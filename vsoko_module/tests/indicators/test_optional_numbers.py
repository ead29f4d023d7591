from odoo.tests import tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestOptionalNumbers(SchoolCase):
    """A number that is not there is not zero: in the database, domains, files and Python."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        own = cls.env.ref("vsoko_module.framework_regulation")._copy_version(
            name="Своя", company_id=cls.env.company.id, date_from="2025-08-01"
        )
        cls.zero, cls.empty = cls.both = own.indicator_ids[:2]
        cls.zero.target, cls.empty.target = 0, False
        cls.env.flush_all()

    def test_the_database_and_python_tell_them_apart(self):
        self.env.cr.execute(
            "SELECT target FROM vsoko_indicator WHERE id = ANY(%s) ORDER BY id = %s",
            [self.both.ids, self.empty.id],
        )
        self.assertEqual([row[0] for row in self.env.cr.fetchall()], [0, None])
        self.both.invalidate_recordset()
        self.assertEqual([self.zero._get_target(), self.empty._get_target()], [0, None])
        self.assertIs(self.empty.read(["target"])[0]["target"], False)
        self.assertIsNot(self.zero.read(["target"])[0]["target"], False)

    def test_domains_tell_them_apart(self):
        both = [("id", "in", self.both.ids)]
        self.assertEqual(self.zero.search([*both, ("target", "=", False)]), self.empty)
        self.assertEqual(self.zero.search([*both, ("target", "=", 0)]), self.zero)
        self.assertEqual(self.zero.search([*both, ("target", "!=", False)]), self.zero)

    def test_a_file_and_what_is_written_back(self):
        self.assertEqual(self.both.export_data(["target"])["datas"], [[0.0], [""]])
        self.zero.target = ""
        self.empty.target = 0.5
        self.assertIs(self.zero.target, False)
        self.assertEqual(self.empty.target, 0.5)

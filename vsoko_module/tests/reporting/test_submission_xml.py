from lxml import etree

from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged
from odoo.tools import file_open

from ...tools.writers.xml_file import NAMESPACE, validate
from ..fixtures import FixtureCase
from .submission_case import SubmissionCase

NAMES = {"r": NAMESPACE}
SCHEMA = "vsoko_module/static/xsd/vsoko-report-1.0.xsd"


@tagged("post_install", "-at_install")
class TestSubmissionXml(SubmissionCase):
    """The XML document of a period."""

    def make(self, period=None, **vals):
        entry = (
            self.env["vsoko.submission"]
            .with_user(self.deputy)
            .create({"kind": "xml", "period_id": (period or self.q1).id} | vals)
        )
        entry.action_make()
        return entry

    def tree(self, **vals):
        return etree.fromstring(self.content(self.make(**vals)))

    def values(self, root, code, place):
        """``{attributes of the place: text of the value or reason}`` of an indicator."""
        figures = root.findall(f".//r:indicator[@code='{code}']/r:figure", NAMES)
        return {
            tuple(figure[0].attrib.values()): figure[1].text or figure[1].get("reason")
            for figure in figures
            if etree.QName(figure[0]).localname == place
        }

    def test_it_meets_the_published_schema(self):
        entry = self.make()
        with file_open(SCHEMA, "rb") as schema:
            validate(self.content(entry), schema.read())
        self.assertTrue(entry.file_name.endswith(".xml"))
        self.assertTrue(entry.is_preliminary)

    def test_heading(self):
        root = self.tree()
        period = root.find("r:period", NAMES)
        self.assertEqual(root.find("r:school", NAMES).get("name"), self.env.company.name)
        self.assertEqual(period.get("status"), "preliminary")
        self.assertEqual(period.get("schoolYear"), "2025/2026")
        self.assertEqual(root.find("r:framework", NAMES).get("name"), self.framework.name)
        self.q1.with_user(self.director).action_approve()
        period = self.tree().find("r:period", NAMES)
        self.assertEqual((period.get("status"), period.get("approval")), ("approved", "1"))

    def test_figures_of_all_breakdowns_when_the_law_gives_them(self):
        root = self.tree(hides_small=False)
        self.assertEqual(root.get("smallGroupsHidden"), "false")
        self.assertEqual(self.values(root, "quality", "wholeSchool"), {(): "75.0"})
        self.assertEqual(
            self.values(root, "quality", "class"),
            # of 4 marks in mathematics and 4 in Russian of 9А only Russian is «4»
            {("5А", "5"): "75.0", ("5Б", "5"): "100.0", ("9А", "9"): "50.0"},
        )
        self.assertEqual(self.values(root, "quality", "level"), {("ooo",): "75.0"})
        subjects = self.values(root, "quality", "subject")
        self.assertEqual(subjects[self.math.code, self.math.name], "50.0")

    def test_small_groups_are_hidden_as_in_publications(self):
        root = self.tree()
        classes = self.values(root, "quality", "class")
        # four pupils each; with one of them alone hidden the sum of the grade would tell it
        self.assertEqual(classes["5Б", "5"], "small_group")
        self.assertEqual(classes["9А", "9"], "small_group")
        self.assertEqual(self.values(root, "quality", "wholeSchool"), {(): "75.0"})
        self.assertNotIn("100.0", classes.values())

    def test_only_the_chosen_breakdowns(self):
        scope = self.env.ref("vsoko_module.vsoko_scope_school")
        root = self.tree(scope_ids=[(6, 0, scope.ids)], hides_small=False)
        places = {etree.QName(node[0]).localname for node in root.iterfind(".//r:figure", NAMES)}
        self.assertEqual(places, {"wholeSchool"})

    def test_nobody_is_named(self):
        # breakdowns that name people are not given even to those who ask for them
        scopes = self.env["vsoko.scope"].search([])
        text = self.content(self.make(scope_ids=[(6, 0, scopes.ids)], hides_small=False)).decode()
        for person in (*self.students, *self.teachers):
            self.assertNotIn(person.name.split()[0] + " ", text)
            self.assertNotIn(person.name, text)

    def test_without_figures_there_is_no_document(self):
        with self.assertRaises(UserError):
            self.make(self.q2)

    def test_a_document_that_does_not_meet_the_schema_is_not_kept(self):
        entry = self.make()
        before = entry.file_hash
        self.q1.year_id.name = " " * 3 + "x" * 501
        with self.assertRaises(UserError) as caught:
            entry.action_make()
        self.assertIn("schoolYear", str(caught.exception))
        self.assertEqual(entry.file_hash, before)


@tagged("post_install", "-at_install")
class TestSubmissionSchema(FixtureCase, HttpCase):
    def test_the_schema_is_open_to_everybody(self):
        response = self.url_open(f"/{SCHEMA}")
        self.assertEqual(response.status_code, 200)
        self.assertEqual(etree.fromstring(response.content).get("targetNamespace"), NAMESPACE)

import base64
import json

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ...tools.framework_file import MOST_BYTES
from ..common import make_users
from ..fixtures import FixtureCase


@tagged("post_install", "-at_install")
class TestFrameworkFile(FixtureCase):
    """A system of indicators goes out and comes in as one file."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.framework = cls.env.ref("vsoko_module.framework_regulation")
        users = make_users(
            cls.env, {"methodist": ["methodical_council"], "reader": ["pedagogical_council"]}
        )
        cls.council, cls.reader = users.values()

    def load(self, content, user=None):
        transfer = self.env["vsoko.framework.transfer"].with_user(user or self.council)
        action = transfer.create({"file": base64.b64encode(content)}).action_load()
        return self.env["vsoko.framework"].browse(action["res_id"])

    def refused(self, content):
        before = self.env["vsoko.framework"].search_count([])
        with self.assertRaises(UserError) as caught:
            self.load(content)
        self.assertEqual(self.env["vsoko.framework"].search_count([]), before)
        return str(caught.exception)

    def test_what_goes_out_comes_in_as_the_same(self):
        draft = self.load(self.framework._to_file())
        self.assertEqual((draft.state, draft.company_id), ("draft", self.env.company))
        self.assertEqual(draft.name, self.framework.name)
        # the file of the copy is the file of the first, sign by sign
        self.assertEqual(draft._to_file(), self.framework._to_file())
        self.assertEqual(len(draft.indicator_ids), len(self.framework.indicator_ids))

    def test_values_keep_their_kinds(self):
        """What is switched off is false, and what is not there is null."""
        data = json.loads(self.framework._to_file())
        entries = {entry["code"]: entry for entry in data["indicators"]}
        quality, share = entries["quality"], entries["departed_share"]
        self.assertEqual((quality["rating_allowed"], quality["formula"]), (True, None))
        self.assertEqual((share["rating_allowed"], share["is_main"]), (False, True))
        self.assertEqual((share["source"], share["value_field"]), (None, None))
        self.assertEqual({band["date"] for band in quality["bands"]} - {None}, set())
        self.assertIsNone(data["period_kind"])

    def test_rows_of_the_order_too(self):
        order = self.env.ref("vsoko_module.framework_1324")
        draft = self.load(order._to_file())
        self.assertEqual(draft.period_kind, "calendar_year")
        self.assertEqual(draft._to_file(), order._to_file())

    def test_the_form_gives_the_file(self):
        transfer = self.env["vsoko.framework.transfer"].with_user(self.council)
        made = transfer.create({"framework_id": self.framework.id})
        self.assertEqual(base64.b64decode(made.made), self.framework._to_file())

    def test_who_may(self):
        with self.assertRaises(AccessError):
            self.load(self.framework._to_file(), self.reader)

    def test_what_is_no_such_file(self):
        for content in (b"x", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b" " * (MOST_BYTES + 1)):
            self.refused(content)

    def test_a_wrong_entry_is_named(self):
        for change, word in (
            (lambda data: data.update(version=2), "2"),
            (lambda data: data["indicators"][0].pop("name"), "name"),
            (lambda data: data["indicators"][0].update(state="approved"), "state"),
            (lambda data: data["indicators"][0].update(criterion="none"), "none"),
            (
                lambda data: data["indicators"][1].update(code=data["indicators"][0]["code"]),
                "twice",
            ),
            (lambda data: data["criteria"][0].update(parent="later"), "later"),
            (lambda data: data["indicators"][0].update(kind="magic"), "magic"),
            (lambda data: data["indicators"][0].update(numerator_domain="__import__('os')"), ""),
            (lambda data: data.update(date_from="tomorrow"), "tomorrow"),
        ):
            data = json.loads(self.framework._to_file())
            change(data)
            self.assertIn(word, self.refused(json.dumps(data).encode()))

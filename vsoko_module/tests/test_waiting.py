from odoo import api
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ..models.mixins.waiting import DEFAULT_LIMIT, LIMIT
from .fixtures import FixtureCase

LONG = 3
SHORT = 1


def _sleep(env):
    env.cr.execute("SELECT pg_sleep(%s)", [LONG])


@api.model
def _search_slowly(self, *args, **kwargs):
    _sleep(self.env)
    return []


@api.model
def _work_slowly(self, *args, **kwargs):
    self.env["vsoko.calculation"]._take_time()
    _sleep(self.env)
    return []


@api.model
def _get_limit(self, *args, **kwargs):
    self.env.cr.execute("SHOW statement_timeout")
    return self.env.cr.fetchone()


@tagged("post_install", "-at_install")
class TestWaiting(FixtureCase, HttpCase):
    """A statement of a person's request ends; work and other modules' requests take their time."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["ir.config_parameter"].set_param(LIMIT, str(SHORT))

    def setUp(self):
        super().setUp()
        self.authenticate("admin", "admin")

    def _call(self, model, replacement):
        """Return the answer to a call of `name_search` that does what the replacement does."""
        self.patch(self.registry[model], "name_search", replacement)
        params = {"model": model, "method": "name_search", "args": [], "kwargs": {}}
        with mute_logger("odoo.http", "odoo.sql_db"):
            return self.url_open("/web/dataset/call_kw", json={"params": params}).json()

    def test_a_slow_list_is_stopped_in_words(self):
        error = self._call("vsoko.subject", _search_slowly)["error"]["data"]
        self.assertEqual(error["name"], "odoo.exceptions.UserError")
        self.assertRegex(error["message"], rf"(longer than|дольше) {SHORT} ")

    def test_the_next_request_works(self):
        self._call("vsoko.subject", _search_slowly)
        answer = self._call("vsoko.subject", _get_limit)
        self.assertEqual(answer["result"], [f"{SHORT}s"])

    def test_work_takes_its_time(self):
        self.assertEqual(self._call("vsoko.period", _work_slowly)["result"], [])

    def test_other_models_are_left_alone(self):
        self.assertEqual(self._call("res.partner", _get_limit)["result"], ["0"])

    def test_a_page_of_ours_is_limited(self):
        publications = self.registry["vsoko.publication"]
        search = publications._search
        limits = []

        def search_and_note(self, *args, **kwargs):
            limits.append(_get_limit(self))
            return search(self, *args, **kwargs)

        self.patch(publications, "_search", search_and_note)
        self.url_open("/vsoko")
        self.assertEqual(set(limits), {(f"{SHORT}s",)})


@tagged("post_install", "-at_install")
class TestWaitingLimit(FixtureCase):
    """What the parameter may say."""

    def _get_limit(self, value):
        self.env["ir.config_parameter"].set_param(LIMIT, value)
        return self.env["ir.http"]._get_statement_limit()

    def test_limit(self):
        self.assertEqual(self._get_limit("45"), 45)
        self.assertEqual(self._get_limit("0"), 0)
        for odd in ("", "-5", "1.5", "soon", "²"):
            with self.subTest(odd):
                self.assertEqual(self._get_limit(odd), DEFAULT_LIMIT)
        self.assertEqual(self._get_limit("99999999999"), 24 * 60 * 60)

    def test_scheduled_work_sets_nothing(self):
        with self.assertQueryCount(0):
            self.env["vsoko.calculation"]._take_time()

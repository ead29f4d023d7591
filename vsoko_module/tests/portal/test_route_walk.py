import base64
import itertools

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ...controllers.vsoko_import import TEMPLATES
from ..common import make_user
from .common import PublicationCase

CONTENT = base64.b64encode(b"%PDF-1.4 content")
ADDON = "odoo.addons.vsoko_module"
AUDIENCES = ("public", "families", "council", "staff")
WRITING = ("POST", "PUT", "PATCH", "DELETE")
REFUSED = {303, 400, 403, 404, 405}
# addresses of Odoo that the addon only narrows: see `test_wrong_addresses`
NARROWED = (
    "/report/<converter>/<reportname>",
    "/report/<converter>/<reportname>/<docids>",
    '/survey/results/<model("survey.survey"):survey>',
    '/survey/<model("survey.survey"):survey>/certification_preview',
    '/survey/<model("survey.survey"):survey>/get_certification_preview',
)
# the routes that take something: the answers of who holds a code, see `test_survey_campaign`, the
# question that a member of the council proposes, see `test_meeting_portal`, what a member asks
# the school, see `test_request_portal`, the consent of a parent, see `test_family_route`, and
# whether a family wants letters, see `test_family_letters`
ANSWERING = "/vsoko/s/<int:campaign_id>/answer"
PROPOSING = "/my/vsoko/proposal"
ASKING = "/my/vsoko/request"
AGREEING = "/my/child/agree"
LETTERS = "/my/child/letters"


@tagged("post_install", "-at_install")
class TestRouteWalk(PublicationCase, HttpCase):
    """All routes of the addon, found in the routing map, with all numbers, as every stranger.

    `REVIEWED` says for each route what is asked and what opens for whom; a route that is not in
    it fails the test, and so does a page that opens for somebody else.
    """

    READERS = ("anonymous", "stranger", "council_2", "teacher", "plain")
    # which publications a reader opens in the portal
    PORTAL = {
        "stranger": {"public", "families"},
        "teacher": set(AUDIENCES),
        "plain": {"public"},
    }

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        files = [(0, 0, {"name": "Отчёт.pdf", "content": CONTENT})]
        cls.published = {one: cls.publish(one, file_ids=files) for one in AUDIENCES}
        cls.draft = cls.publish(approve=False, file_ids=files)
        cls.report = cls.env["vsoko.report"].create({"period_id": cls.q1.id})
        cls.env["vsoko.report.set"].create({"period_id": cls.q1.id})
        cls.load = cls.env["vsoko.import"].create({"name": "x.csv", "file": CONTENT})
        cls.choice = cls.env["vsoko.calendar.print"].create({"year_id": cls.year.id})
        cls.env["vsoko.roadmap"].create({})
        cls.env["vsoko.comparison"].create({"period_id": cls.q1.id})
        company = cls.env["res.company"].create({"name": "Школа № 2"})
        cls.school_2 = company
        make_user(cls.env, "council_2", "governing_council", company=company)
        make_user(cls.env, "plain", "base.group_user")

    def numbers(self, name):
        """The numbers of all records of a model, and some that nobody has."""
        known = self.env[name].with_context(active_test=False).search([]).ids
        return [0, *sorted(known), max(known, default=0) + 1, 2**31 - 1, 10**20]

    def review(self):
        """{route: (lists of what its parts may be, reader → what opens)}; reviewed by hand."""
        publications = self.numbers("vsoko.publication")
        files = self.numbers("vsoko.publication.file")
        codes = ["quality", "nothing"]
        ours, theirs = self._opens, self._opens_for_all
        return {
            "/my/vsoko": ([], lambda reader: {()} if reader in ("council_2", "teacher") else set()),
            "/my/vsoko/indicator/<string:code>": (
                [codes], lambda reader: {("quality",)} if reader == "teacher" else set(),
            ),
            "/my/vsoko/publication/<int:publication_id>": (
                [publications], lambda reader: {(one.id,) for one in ours(reader)},
            ),
            "/my/vsoko/publication/<int:publication_id>/indicator/<string:code>": (
                [publications, codes], lambda reader: {(one.id, "quality") for one in ours(reader)},
            ),
            "/my/vsoko/publication/<int:publication_id>/file/<int:file_id>": (
                [publications, files],
                lambda reader: self._files(ours(reader)),
            ),
            "/my/vsoko/meetings": (
                [], lambda reader: {()} if reader in ("council_2", "teacher") else set(),
            ),
            "/my/vsoko/meeting/<int:meeting_id>": (
                [self.numbers("vsoko.meeting")], lambda reader: set(),
            ),
            "/my/vsoko/sheets": (
                [], lambda reader: {()} if reader in ("council_2", "teacher") else set(),
            ),
            "/my/vsoko/sheet/<int:sheet_id>": (
                [self.numbers("vsoko.sheet")], lambda reader: set(),
            ),
            "/vsoko/sheet/<model('vsoko.sheet'):sheet>/<string:what>/<string:extension>": (
                [self.numbers("vsoko.sheet"), ["sheet", "summary"], ["pdf", "xlsx", "exe"]],
                lambda reader: set(),
            ),
            "/vsoko/commission/<model('vsoko.commission.sheet'):sheet>/<string:extension>": (
                [self.numbers("vsoko.sheet"), ["pdf", "docx", "exe"]], lambda reader: set(),
            ),
            "/my/vsoko/material/<int:material_id>": (
                [self.numbers("vsoko.meeting.material")], lambda reader: set(),
            ),
            PROPOSING: ([], lambda reader: set()),
            "/my/vsoko/requests": (
                [], lambda reader: {()} if reader in ("council_2", "teacher") else set(),
            ),
            ASKING: ([], lambda reader: set()),
            AGREEING: ([], lambda reader: set()),
            LETTERS: ([], lambda reader: set()),
            "/vsoko/meeting/<model('vsoko.meeting'):meeting>/<string:extension>": (
                [self.numbers("vsoko.meeting"), ["pdf", "docx", "exe"]], lambda reader: set(),
            ),
            "/vsoko/meeting/item/<model('vsoko.meeting.item'):item>/<string:extension>": (
                [self.numbers("vsoko.meeting.item"), ["pdf", "docx", "exe"]], lambda reader: set(),
            ),
            "/my/child": ([], lambda reader: {()} if reader == "stranger" else set()),
            "/my/child/<int:child_id>": (
                [self.numbers("vsoko.student")],
                lambda reader: {(self.other_child.id,)} if reader == "stranger" else set(),
            ),
            "/vsoko": ([], lambda reader: {()}),
            "/vsoko/school/<int:school_id>": (
                [self.numbers("res.company")],
                lambda reader: {(number,) for number in self.numbers("res.company")},
            ),
            "/vsoko/<int:publication_id>": (
                [publications], lambda reader: {(one.id,) for one in theirs()},
            ),
            "/vsoko/<int:publication_id>/file/<int:file_id>": (
                [publications, files],
                lambda reader: self._files(theirs()),
            ),
            "/vsoko/report/<model('vsoko.report'):report>/<string:extension>": (
                [self.numbers("vsoko.report"), ["pdf", "csv", "exe"]], lambda reader: set(),
            ),
            "/vsoko/report-set/<model('vsoko.report.set'):report_set>/<string:extension>": (
                [self.numbers("vsoko.report.set"), ["zip", "exe"]], lambda reader: set(),
            ),
            "/vsoko/test/<model('vsoko.test'):test>/<string:extension>": (
                [self.numbers("vsoko.test"), ["pdf", "docx", "exe"]], lambda reader: set(),
            ),
            "/vsoko/document/<model('vsoko.document'):document>/order/<string:extension>": (
                [self.numbers("vsoko.document"), ["pdf", "docx", "exe"]], lambda reader: set(),
            ),
            "/vsoko/document/<model('vsoko.document'):document>/acquaintance/<string:extension>": (
                [self.numbers("vsoko.document"), ["pdf", "docx", "exe"]], lambda reader: set(),
            ),
            "/vsoko/plan/<model('vsoko.plan'):plan>/<string:extension>": (
                [self.numbers("vsoko.plan"), ["pdf", "xlsx", "exe"]], lambda reader: set(),
            ),
            "/vsoko/visit/<model('vsoko.observation'):sheet>/<string:extension>": (
                [self.numbers("vsoko.observation"), ["pdf", "docx", "exe"]], lambda reader: set(),
            ),
            "/vsoko/route/<model('vsoko.route'):route>/<string:extension>": (
                [self.numbers("vsoko.route"), ["pdf", "docx", "exe"]], lambda reader: set(),
            ),
            "/vsoko/rating/<model('vsoko.rating.line'):line>/recount": (
                [self.numbers("vsoko.rating.line")], lambda reader: set(),
            ),
            "/vsoko/import/<model('vsoko.import'):record>/remarks": (
                [self.numbers("vsoko.import")], lambda reader: set(),
            ),
            f"/vsoko/import/template/<any({','.join(TEMPLATES)}):kind>": (
                [["marks", "contingent", "codifier", "graduates", "staff_education"]],
                lambda reader: set(),
            ),
            "/vsoko/assessment/<model('vsoko.assessment'):work>/sheet": (
                [self.numbers("vsoko.assessment")], lambda reader: set(),
            ),
            "/vsoko/form/<model('vsoko.data.form'):form>/table": (
                [self.numbers("vsoko.data.form")], lambda reader: set(),
            ),
            "/vsoko/rubric/<model('vsoko.rubric'):rubric>/table": (
                [self.numbers("vsoko.rubric")], lambda reader: set(),
            ),
            "/vsoko/s/<int:campaign_id>": (
                [self.numbers("vsoko.survey.campaign")], lambda reader: set(),
            ),
            ANSWERING: ([self.numbers("vsoko.survey.campaign")], lambda reader: set()),
            "/vsoko/survey/<model('vsoko.survey.issue'):issue>/codes": (
                [self.numbers("vsoko.survey.issue")], lambda reader: set(),
            ),
            "/vsoko/schedule/<model('vsoko.calendar.print'):choice>/<string:extension>": (
                [self.numbers("vsoko.calendar.print"), ["pdf", "docx", "xlsx", "exe"]],
                lambda reader: set(),
            ),
            "/vsoko/comparison/<model('vsoko.comparison'):choice>/<string:extension>": (
                [self.numbers("vsoko.comparison"), ["pdf", "docx", "xlsx", "exe"]],
                lambda reader: set(),
            ),
            "/vsoko/roadmap/<model('vsoko.roadmap'):choice>/<string:extension>": (
                [self.numbers("vsoko.roadmap"), ["pdf", "docx", "xlsx", "exe"]],
                lambda reader: set(),
            ),
        }  # fmt: skip

    def _opens(self, reader):
        return [self.published[one] for one in self.PORTAL.get(reader, ())]

    def _opens_for_all(self):
        return [self.published["public"]]

    def _files(self, publications):
        return {(one.id, file) for one in publications for file in one.file_ids.ids}

    def rules(self):
        """{route: methods} of everything that this addon alone answers."""
        return {
            rule.rule: rule.methods
            for rule in self.env["ir.http"].routing_map().iter_rules()
            if rule.endpoint.__module__.startswith(ADDON) and rule.rule not in NARROWED
        }

    def ask(self, path, method="GET"):
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule", "odoo.sql_db"):
            return self.opener.request(
                method, self.base_url() + path, allow_redirects=False, timeout=30
            ).status_code

    def enter(self, reader):
        login = {"anonymous": None, "teacher": self.users["teacher"].login}.get(reader, reader)
        self.authenticate(login, login)

    def paths(self, route, parts):
        """[(values, path)] of a route for all values of its parts."""
        pieces = [piece.partition("<")[0] for piece in route.split(">")]
        return [
            (
                values,
                "".join(
                    itertools.chain(*itertools.zip_longest(pieces, map(str, values), fillvalue=""))
                ),
            )
            for values in itertools.product(*parts)
        ]

    def test_every_route_is_reviewed(self):
        self.assertEqual(set(self.rules()), set(self.review()))

    def test_strangers_open_what_is_theirs_and_nothing_else(self):
        review = self.review()
        for reader in self.READERS:
            self.enter(reader)
            for route, (parts, opens) in review.items():
                answers = {values: self.ask(path) for values, path in self.paths(route, parts)}
                opened = {values for values, status in answers.items() if status == 200}
                with self.subTest(reader=reader, route=route):
                    self.assertEqual(opened, opens(reader))
                    self.assertLessEqual(set(answers.values()) - {200}, REFUSED)

    def test_guessed_tokens_open_nothing(self):
        council = self.published["council"].id
        for reader in ("anonymous", "stranger", "council_2"):
            self.enter(reader)
            for token in ("", "1", "0" * 32, "%27%20OR%201=1"):
                path = f"/my/vsoko/publication/{council}?access_token={token}"
                self.assertIn(self.ask(path), REFUSED)
        for model in ("vsoko.publication", "vsoko.publication.file", "vsoko.family.child"):
            self.assertNotIn("access_token", self.env[model]._fields)

    def test_no_route_takes_anything_but_reading(self):
        rules = self.rules()
        for route in (ANSWERING, PROPOSING, ASKING, AGREEING, LETTERS):
            self.assertEqual(rules.pop(route) - {"OPTIONS"}, {"POST"})
        self.assertEqual(
            {tuple(sorted(methods - {"OPTIONS"})) for methods in rules.values()}, {("GET", "HEAD")}
        )
        self.enter(self.council.login)
        for route, (parts, _opens) in self.review().items():
            _values, path = self.paths(route, [one[:1] for one in parts])[0]
            for method in WRITING:
                self.assertIn(self.ask(path, method), REFUSED, (method, path))

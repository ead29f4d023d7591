import inspect
import re
from urllib.parse import quote

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .evidence.common import AssessmentCase

ADDON = "odoo.addons.vsoko_module"

HUGE = 10**30
ABSENT = (
    "/my/vsoko/indicator/%00",
    "/my/vsoko/indicator/a%00b",
    f"/my/vsoko/publication/{HUGE}",
    f"/my/vsoko/publication/{HUGE}/file/{HUGE}",
    "/my/vsoko/publication/1/indicator/%00",
    f"/vsoko/{HUGE}",
    f"/vsoko/{HUGE}/file/0",
    f"/vsoko/import/{HUGE}/remarks",
    "/vsoko/import/template/%00",
    "/vsoko/import/template/order",
    f"/vsoko/assessment/{HUGE}/sheet",
    "/vsoko/assessment/0/sheet",
    f"/vsoko/form/{HUGE}/table",
    f"/vsoko/report/{HUGE}/pdf",
    f"/vsoko/test/{HUGE}/pdf",
    f"/vsoko/visit/{HUGE}/pdf",
    f"/vsoko/route/{HUGE}/pdf",
    f"/vsoko/sheet/{HUGE}/sheet/pdf",
    f"/vsoko/commission/{HUGE}/pdf",
    f"/vsoko/schedule/{HUGE}/pdf",
    "/report/html/vsoko_module.report_vsoko_paper/1",
    "/report/html/vsoko_module.report_vsoko_order",
    "/report/html/vsoko_module.report_vsoko_order/x",
    f"/report/pdf/vsoko_module.report_vsoko_document/{HUGE}",
    "/report/pdf/vsoko_module.%00/1",
    "/report/docx/vsoko_module.report_vsoko_document/1",
    "/report/html/vsoko_module.report_vsoko_document/1?options=x",
    "/report/html/vsoko_module.report_vsoko_document/1?context=[1]",
)
# an address that exists, with something impossible after it: it is left out
FINE = (
    "/my/vsoko?school=%00",
    f"/my/vsoko?school={HUGE}",
    "/my/vsoko?school=²",
    f"/vsoko/import/template/marks?year_id={HUGE}&class_id=²&period_id=-1",
)


# the parts of a route: «<int:file_id>», «<model('vsoko.test'):test>», «<reportname>»
PART = re.compile(r"<(?:(?P<kind>\w+)(?:\([^)]*\))?:)?(?P<name>\w+)>")
WRONG = (
    "%00",
    "a%00b",
    "-1",
    "0",
    str(HUGE),
    "1.5",
    "nan",
    "1,x",
    "²",
    "None",
    "[]",
    "'--",
    "<b>",
    "../../etc",
    "%",
    "😀",
    "ж" * 3000,
)
# of Odoo, to files of models of ours
OF_ODOO = (
    "/web/content/vsoko.import/{}/file",
    "/web/content/vsoko.import/1/{}",
    "/web/content/{}/1/file",
    "/web/image/vsoko.publication.file/{}/content",
)


@tagged("post_install", "-at_install")
class TestWrongAddresses(AssessmentCase, HttpCase):
    """An address that leads nowhere is answered as such, whatever stands in it."""

    def get(self, path):
        login = self.users["director"].login
        self.authenticate(login, login)
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(path, allow_redirects=False).status_code

    def test_no_page_is_found(self):
        for path in ABSENT:
            with self.subTest(path):
                self.assertEqual(self.get(path), 404)

    def test_impossible_choices_are_left_out(self):
        for path in FINE:
            with self.subTest(path):
                self.assertIn(self.get(path), (200, 303, 422))

    def test_an_order_is_printed_from_orders_alone(self):
        report = self.env["vsoko.report"].create(
            {"type": "period_results", "period_id": self.q1.id}
        )
        self.assertEqual(self.get(f"/report/html/vsoko_module.report_vsoko_order/{report.id}"), 404)
        page = f"/report/html/vsoko_module.report_vsoko_document/{report.id}"
        self.assertEqual(self.get(page), 200)

    def routes(self):
        """Yield (address with «{name}» for each part, names of the parts, of the parameters)."""
        for rule in self.env["ir.http"].routing_map().iter_rules():
            if not rule.endpoint.__module__.startswith(ADDON):
                continue
            names = [found["name"] for found in PART.finditer(rule.rule)]
            hidden = {"self", "kwargs", "data", *names}
            parameters = inspect.signature(rule.endpoint.func).parameters.keys() - hidden
            yield PART.sub(r"{\g<name>}", rule.rule), names, sorted(parameters)

    def test_whatever_is_put_into_an_address(self):
        """Each part and each parameter of every route of the addon, found in the routing map."""
        report = "vsoko_module.report_vsoko_order"
        fine = {
            "extension": "pdf",
            "kind": "marks",
            "converter": "html",
            "reportname": report,
            "work": self.work.id,
            "test": self.test.id,
        }
        asked = {}
        for address, names, parameters in self.routes():
            known = {name: fine.get(name, 1) for name in names}
            for name in names:
                for value in WRONG:
                    asked[address.format(**{**known, name: encoded(value)})] = address
            for name in parameters:
                for value in WRONG:
                    asked[f"{address.format(**known)}?{name}={encoded(value)}"] = address
        for address in OF_ODOO:
            asked |= {address.format(encoded(value)): address for value in WRONG}
        self.assertGreater(len(asked), 400)
        # a visitor is sent to the login before most pages look at their parts
        for login, step in ((self.users["director"].login, 1), (None, 5)):
            self.authenticate(login, login)
            for path, address in list(asked.items())[::step]:
                with (
                    self.subTest(login=login, address=address, path=path[:120]),
                    mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"),
                ):
                    status = self.url_open(path, allow_redirects=False).status_code
                    self.assertLess(status, 500)


def encoded(value):
    """A part of an address as a browser sends it; what is encoded already stays."""
    return value if value.startswith(("%", "a%")) and value != "%" else quote(value, safe="")

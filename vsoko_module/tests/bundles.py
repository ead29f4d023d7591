"""Bundles of scripts and styles that no test of ours asks for.

Odoo makes all it knows before the first test that asks its server, which took a minute, most of
it for its own tests of scripts.
"""

from odoo.addons.base.models.ir_qweb import IrQweb

LEFT_OUT = {
    "api_doc.assets",
    "mail.assets_discuss_public_test_tours",
    "mail.assets_public",
    "web.assets_unit_tests",
    "web.assets_unit_tests_setup",
    "web.assets_web_dark",
    "web.qunit_suite_tests",
    "web.tests_assets",
}
_all_bundles = IrQweb._get_bundles_to_pregenarate


def _asked_bundles(self):
    scripts, styles = _all_bundles(self)
    return scripts - LEFT_OUT, styles - LEFT_OUT - {"web.assets_frontend_lazy"}


IrQweb._get_bundles_to_pregenarate = _asked_bundles

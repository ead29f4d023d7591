"""Bring the rows of order 1324 to a database that was made before they were shipped.

The parts of a shipped system are created with the installation alone, so that an update leaves
the systems of a school as they are; this one is new there.
"""

from odoo import SUPERUSER_ID, api
from odoo.tools.convert import convert_file

ADDON = "vsoko_module"
# the rows first: the rules name them
FILES = ("data/vsoko_framework_1324_data.xml", "data/vsoko_validation_rule_1324_data.xml")


def migrate(cr, version):
    env = api.Environment(cr, SUPERUSER_ID, {})
    if env.ref(f"{ADDON}.framework_1324", raise_if_not_found=False):
        return
    for file in FILES:
        convert_file(env, ADDON, file, {}, mode="init", noupdate=True, pathname=f"{ADDON}/{file}")
    env.ref(f"{ADDON}.framework_1324").action_approve()

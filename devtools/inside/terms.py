"""Runs in Odoo's shell: writes the addon's translatable terms to the file $VSOKO_OUTPUT."""

import os

from odoo.tools.translate import trans_export

with open(os.environ["VSOKO_OUTPUT"], "wb") as output:
    trans_export(None, ["vsoko_module"], output, "po", env)  # noqa: F821

"""Runs in Odoo's shell: writes the translatable terms of the addon $VSOKO_ADDON to the file
$VSOKO_OUTPUT."""

import os

from odoo.tools.translate import trans_export

with open(os.environ["VSOKO_OUTPUT"], "wb") as output:
    trans_export(None, [os.environ["VSOKO_ADDON"]], output, "po", env)  # noqa: F821

"""A process of its own that loads one file; started by `test_import_processes`.

Arguments: options of the server after ``--``, before them the id of the import and what to do:
``load``, or the place where to stop and wait for being killed (``facts``, ``figures``).
"""

import sys
from importlib import import_module

from processes import get_registry, say, stop, wait

from odoo import api
from odoo.exceptions import UserError
from odoo.service.model import retrying


def stop_after(owner, name):
    """Make a function announce that it has done its work, and wait."""
    original = getattr(owner, name)

    def stopping(*args, **kwargs):
        result = original(*args, **kwargs)
        stop()
        return result

    setattr(owner, name, stopping)


def main(import_id, what, *options):
    registry = get_registry(options)
    if what == "facts":
        loaders = "odoo.addons.vsoko_module.models.reporting.imports.loaders"
        stop_after(import_module(f"{loaders}.marks_sql"), "upsert")
    elif what == "figures":
        stop_after(registry["vsoko.calculation"], "_store_measures")
    wait()
    with registry.cursor() as cr:
        env = api.Environment(cr, api.SUPERUSER_ID, {})
        record = env["vsoko.import"].browse(int(import_id))
        try:
            retrying(record.action_load, env)
            say("loaded")
        except UserError as error:
            cr.rollback()
            say("refused", error)


if __name__ == "__main__":
    main(*sys.argv[1:])

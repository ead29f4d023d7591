"""A process of its own that loads one file; started by `test_import_processes`.

Arguments: options of the server after ``--``, before them the id of the import and what to do:
``load``, or the place where to stop and wait for being killed (``facts``, ``figures``).
"""

import sys
import time

import odoo
from odoo import api
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.service.model import retrying


def stop_after(owner, name):
    """Make a function announce that it has done its work, and wait."""
    original = getattr(owner, name)

    def stopping(*args, **kwargs):
        result = original(*args, **kwargs)
        print("waiting", flush=True)
        time.sleep(600)
        return result

    setattr(owner, name, stopping)


def main(import_id, what, *options):
    odoo.tools.config.parse_config(list(options))
    registry = Registry(odoo.tools.config["db_name"][0])
    if what == "facts":
        from odoo.addons.vsoko_module.models.reporting.loaders import marks_sql

        stop_after(marks_sql, "upsert")
    elif what == "figures":
        stop_after(registry["vsoko.calculation"], "_store_measures")
    print("ready", flush=True)
    sys.stdin.readline()
    with registry.cursor() as cr:
        env = api.Environment(cr, api.SUPERUSER_ID, {})
        record = env["vsoko.import"].browse(int(import_id))
        try:
            retrying(record.action_load, env)
            print("loaded", flush=True)
        except UserError as error:
            cr.rollback()
            print("refused", error, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

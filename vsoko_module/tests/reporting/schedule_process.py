"""A process of its own that runs the schedule of reports; started by the test of processes.

Arguments: options of the server at the end, before them what happens to the second report:
``run`` — nothing, ``stop`` — the process waits there for being killed, ``fail`` — it is not made.
"""

import sys

from processes import get_registry, say, stop, wait

from odoo import api


def disturb(kind, what):
    """Make the second report of this process stop or fail."""
    produce, made = kind._produce, []

    def _produce(schedule, period, subject):
        made.append(subject)
        if len(made) == 2 and what == "stop":
            stop()
        if len(made) == 2 and what == "fail":
            raise ZeroDivisionError
        return produce(schedule, period, subject)

    kind._produce = _produce


def main(what, *options):
    registry = get_registry(options)
    disturb(registry["vsoko.report.schedule"], what)
    wait()
    with registry.cursor() as cr:
        api.Environment(cr, api.SUPERUSER_ID, {})["vsoko.report.schedule"]._cron_run()
    say("finished")


if __name__ == "__main__":
    main(*sys.argv[1:])

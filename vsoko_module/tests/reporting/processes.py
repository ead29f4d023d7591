"""What scripts that tests start as processes of their own have in common."""

import sys
import time

import odoo
from odoo.modules.registry import Registry


def say(*words):
    """Tell the parent process how far this one is."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def stop():
    """Announce that the place is reached, and wait for being killed."""
    say("waiting")
    time.sleep(600)


def get_registry(options):
    """Return the registry of the database that the options of the server name."""
    odoo.tools.config.parse_config(list(options))
    return Registry(odoo.tools.config["db_name"][0])


def wait():
    """Say that this process is ready, and wait for being told to begin."""
    say("ready")
    sys.stdin.readline()

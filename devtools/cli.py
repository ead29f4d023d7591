"""The commands of `vsoko` and their options."""

import argparse

from devtools import shell, testing
from devtools.common import Failure, warn


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vsoko", description="Work with the VSOKO addon.")
    parser.add_argument("--odoo", metavar="PATH", help="use this Odoo 19 (or set VSOKO_ODOO)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("test", help="run the tests; with a word, those that have it")
    command.add_argument("filter", nargs="?", default="", help="part of a file, class or method")
    command.add_argument("--fresh", action="store_true", help="do not reuse the kept database")
    command.set_defaults(main=testing.main)

    command = commands.add_parser("shell", help="open Odoo's shell or run a Python file in it")
    command.add_argument("--db", metavar="NAME", help="the database; default: the one of run")
    command.add_argument("--fresh", action="store_true", help="make the database anew")
    command.add_argument("--no-demo", action="store_true", help="without the demo school")
    command.add_argument("file", nargs="?", metavar="FILE")
    command.set_defaults(main=shell.main)
    return parser


def main(arguments: list[str]) -> int:
    options = parser().parse_args(arguments)
    try:
        return options.main(options)
    except Failure as failure:
        warn(str(failure))
        return 1
    except KeyboardInterrupt:
        return 130

"""The commands of `vsoko` and their options."""

import argparse
import signal
import sys

from devtools import (
    bench,
    doctor,
    fuzz,
    lint,
    mutation,
    pictures,
    release,
    screenshot,
    server,
    shell,
    testing,
    translations,
)
from devtools.common import MODULE, Failure, warn


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="vsoko", description="Work with the VSOKO addon.")
    top.add_argument("--odoo", metavar="PATH", help="use this Odoo 19 (or set VSOKO_ODOO)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for add in (_run, _test, _lint, _shell, _i18n, _others, _screenshot, _pictures):
        add(commands)
    return top


def _command(commands, name: str, main, text: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(main=main)
    return command


def _run(commands) -> None:
    command = _command(commands, "run", server.run, "start the server with a demo school")
    command.add_argument("--port", type=int)
    command.add_argument("--fresh", action="store_true", help="make the database anew")
    command.add_argument(
        "--with", dest="satellites", action="append", default=[], metavar="NAME",
        help="install this other addon of ours too, for example vsoko_module_bonus",
    )  # fmt: skip
    command = _command(commands, "stop", server.stop, "stop the server of this checkout")
    command.add_argument("--database", action="store_true", help="stop PostgreSQL as well")
    _command(commands, "update", server.update, "update the addon in the kept database")


def _test(commands) -> None:
    command = _command(commands, "test", testing.main, "run all tests, or those with a word")
    command.add_argument("words", nargs="*", help="parts of a file, class or method")
    command.add_argument("--fresh", action="store_true", help="do not reuse the kept database")


def _shell(commands) -> None:
    command = _command(commands, "shell", shell.main, "open Odoo's shell or run a file in it")
    command.add_argument("--db", metavar="NAME", help="the database; default: the one of run")
    command.add_argument("--fresh", action="store_true", help="make the database anew")
    command.add_argument("--no-demo", action="store_true", help="without the demo school")
    command.add_argument("file", nargs="?", metavar="FILE")


def _lint(commands) -> None:
    command = _command(commands, "lint", lint.main, "check the code, the files, the catalogue")
    command.add_argument("--fix", action="store_true", help="let ruff correct what it can first")
    command.add_argument("--fresh", action="store_true", help="do not reuse the kept database")


def _i18n(commands) -> None:
    command = _command(commands, "i18n", translations.main, "bring i18n/ru.po up to date")
    command.add_argument("--dict", metavar="FILE.json", help="{English: Russian} to fill in")
    command.add_argument("--addon", default=MODULE, metavar="NAME", help="one of ours")
    command.add_argument("--missing", action="store_true", help="print the untranslated as JSON")


def _others(commands) -> None:
    command = _command(commands, "bench", bench.main, "run the benchmarks")
    command.add_argument("name", nargs="?", default="", help="one file of the folder bench")
    command = _command(commands, "fuzz", fuzz.main, "read damaged files, keep those that break")
    command.add_argument("--count", type=int, default=30_000)
    command.add_argument("--seed", type=int, default=1)
    command = _command(commands, "mutants", mutation.main, "change rules, name what no test sees")
    command.add_argument("filter", nargs="?", default="", help="part of a path of the addon")
    command.add_argument("--count", type=int, default=60)
    command.add_argument("--seed", type=int, default=1)
    _command(commands, "release", release.main, "keep a school made by this release for later ones")
    _command(commands, "doctor", doctor.main, "say what is missing and how to get it")


def _screenshot(commands) -> None:
    command = _command(commands, "screenshot", screenshot.main, "what a user sees, as a PNG")
    command.add_argument("path", help="for example /odoo")
    command.add_argument("output", metavar="OUT.png")
    command.add_argument("--login", default="admin", help="the user; empty: nobody")
    command.add_argument("--size", default="1366x768")
    command.add_argument("--db", metavar="NAME", help="the database; default: the one of run")
    command.add_argument("--wait-for", metavar="CSS")
    command.add_argument("--click", metavar="CSS", action="append", default=[])
    command.add_argument("--full", action="store_true", help="as high as the content")


def _pictures(commands) -> None:
    text = "every page of every role, as contact sheets"
    command = _command(commands, "pictures", pictures.main, text)
    command.add_argument("folder", metavar="DIR")
    command.add_argument("--login", action="append", default=[], help="only of this user")
    command.add_argument("--width", action="append", type=int, default=[])
    command.add_argument("--word", default="", help="only pages with it in their name or address")
    command.add_argument("--db", metavar="NAME", help="the database; default: the one of run")


def main(arguments: list[str]) -> int:
    options = parser().parse_args(arguments)
    # a stop from outside must reach what was started here, as Ctrl+C does
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(143))
    try:
        return options.main(options)
    except Failure as failure:
        warn(str(failure))
        return 1
    except KeyboardInterrupt:
        return 130

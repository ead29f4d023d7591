"""`vsoko bench`: the benchmarks, in a database of their own that is made anew."""

from devtools import databases, shell
from devtools.common import ROOT, Failure, locked, say, state_dir
from devtools.environment import prepare


def main(options) -> int:
    if options.name and not (ROOT / "bench" / f"{options.name}.py").is_file():
        raise Failure(f"No benchmark {options.name} in the folder bench.")
    environment = prepare(options.odoo)
    database = databases.name("bench")
    with locked(state_dir() / "bench.lock", "the benchmarks of this checkout"):
        say("Making a database for the benchmarks")
        databases.create(environment, database, demo=False)
        script = ROOT / "devtools" / "inside" / "bench.py"
        variables = {"VSOKO_ROOT": str(ROOT), "VSOKO_BENCH": options.name}
        return shell.run_file(environment, database, script, **variables)

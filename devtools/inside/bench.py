"""Runs in Odoo's shell: the benchmarks of the folder bench, printed as one Markdown table.

$VSOKO_ROOT is the checkout, $VSOKO_BENCH the name of one benchmark or empty for all.
"""

import importlib
import os
import pkgutil
import sys

COMPARISONS = {"≤": lambda ratio, limit: ratio <= limit, "≥": lambda ratio, limit: ratio >= limit}


def benchmarks(name: str):
    """Modules of the package `bench` that have a `main`; the others are their helpers."""
    package = importlib.import_module("bench")
    names = [info.name for info in pkgutil.iter_modules(package.__path__)]
    for found in [name] if name else names:
        module = importlib.import_module(f"bench.{found}")
        if hasattr(module, "main"):
            yield module


def keeps(ratio: float, budget: str) -> bool:
    sign, limit = budget.split()
    return COMPARISONS[sign](ratio, float(limit.replace("×", "")))


def main() -> None:
    sys.path.insert(0, os.environ["VSOKO_ROOT"])
    missed = count = 0
    print("| What is compared | Ratio | Budget | |\n|---|---:|---:|---|", flush=True)
    for module in benchmarks(os.environ["VSOKO_BENCH"]):
        for what, ratio, budget in module.main(env):  # noqa: F821
            count += 1
            missed += not keeps(ratio, budget)
            verdict = "kept" if keeps(ratio, budget) else "**missed**"
            print(f"| {what} | {ratio:.2f} | {budget} | {verdict} |", flush=True)
        env.cr.rollback()  # noqa: F821
    if missed or not count:
        raise SystemExit(1)


main()

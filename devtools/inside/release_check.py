"""Runs in Odoo's shell: whether a database of an earlier release has kept what it had.

$VSOKO_EXPECTED is what the release has written about it; $VSOKO_ROOT is the checkout. Each
question is told as a JSON line {"test", "text"}; the text is empty when all is as it was.
"""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["VSOKO_ROOT"])

from devtools.differences import differences
from devtools.inside import release_facts

DIFFERENCES_TOLD = 10


def main(env):
    env = env(context=dict(env.context, lang="ru_RU"))
    expected = json.loads(Path(os.environ["VSOKO_EXPECTED"]).read_text("utf-8"))
    before_loads = expected.pop("before_loads")
    counts = expected.pop("records")
    # as JSON has it: lists for tuples, text for keys
    found = json.loads(json.dumps(release_facts.collect(env)))
    for what, facts in expected.items():
        tell(what, differences(facts, found[what]))
    fewer = {name: count for name, count in counts.items() if found["records"].get(name, 0) < count}
    tell("records", differences(fewer, found["records"]))
    take_back(env)
    tell("imports_taken_back", differences(before_loads, release_facts.evidence(env)))
    env.cr.rollback()


def tell(what, sentences):
    print(
        json.dumps({"test": what, "text": "\n".join([*sentences][:DIFFERENCES_TOLD])}), flush=True
    )


def take_back(env):
    deputy = env["res.users"].search([("login", "=", "deputy")])
    loaded = env["vsoko.import"].with_user(deputy).search([("state", "=", "loaded")])
    loaded.action_undo()


main(env)  # noqa: F821

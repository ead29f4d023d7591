"""`vsoko pictures`: every page of every role at three widths, as contact sheets to be looked at."""

import json
import subprocess
from pathlib import Path

from devtools import databases
from devtools.common import ROOT, say
from devtools.environment import Environment, prepare
from devtools.screenshot import chromium, serving

WIDTHS = (1440, 768, 390)
# one user of each set of roles that somebody has, the first one that was made
USERS = r"""
    SELECT DISTINCT ON (roles) login FROM (
        SELECT u.id, u.login, string_agg(d.name, ',' ORDER BY d.name) AS roles
        FROM res_users u
        JOIN res_groups_users_rel r ON r.uid = u.id
        JOIN ir_model_data d ON d.model = 'res.groups' AND d.res_id = r.gid
        WHERE u.active AND d.module LIKE 'vsoko\_%' AND u.id > 2
        GROUP BY u.id
    ) users
    ORDER BY roles, id"""
NOBODY = ""


def main(options) -> int:
    environment = prepare(options.odoo)
    folder = Path(options.folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with serving(environment, options.db) as running:
        order = {
            "browser": chromium(),
            "address": running.address,
            "database": running.database,
            "folder": str(folder),
            "logins": options.login or [*_logins(environment, running.database), NOBODY],
            "widths": options.width or WIDTHS,
            "word": options.word,
        }
        command = [environment.python, "-m", "devtools.contact_sheets", json.dumps(order)]
        code = subprocess.run(
            command, cwd=ROOT, env=environment.variables(), check=False
        ).returncode
    say(f"Sheets and pictures are in {folder}")
    return code


def _logins(environment: Environment, database: str) -> list[str]:
    return [login for (login,) in databases.query(environment, USERS, database)]

"""How long each role waits for the lists of its menus, beside the superuser, whom no rule narrows.

Two schools share the database. Of every list a role asks for the first page with the number of all
rows, one filter, one grouping and one search by name. The slowest looks are printed to the error
output with their seconds, to be looked at by name.
"""

import sys
import time
from typing import NamedTuple

from lxml import etree
from psycopg2.errors import QueryCanceled

from odoo import SUPERUSER_ID
from odoo.fields import Command
from odoo.tools import SQL
from odoo.tools.safe_eval import safe_eval

from . import framework, school

STUDENTS = 1000
PAGE = 80
COUNT = 10_001
NAME = "12"
# a look that takes longer is stopped and counted with this time
LIMIT = 60
# what nobody notices is no measure for what the rules cost
LEAST = 0.2
SHOWN = 25
BUDGET = "≤ 5"


class Look(NamedTuple):
    """What somebody looks at, how long it takes and how long it takes without rules."""

    role: str
    menu: str
    what: str
    seconds: float
    plain: float

    @property
    def ratio(self):
        return self.seconds / max(self.plain, LEAST)


def main(env):
    """Yield (what is compared, ratio, budget) rows, one per role: its worst look."""
    for name in ("Bench", "Other"):
        company = school.build(env, STUDENTS, name)
        env = env(context=dict(env.context, allowed_company_ids=company.ids, lang="ru_RU"))
        _calculate(env, company)
    users = _create_users(env, company)
    env.cr.execute("ANALYZE")
    env.cr.commit()
    looks = []
    for role, user in users.items():
        seen = list(walk(env(user=user), role))
        looks += seen
        worst = max(seen, key=lambda look: look.ratio)
        yield f"worst list of {role} / the same of the superuser", worst.ratio, BUDGET
    for look in sorted(looks, key=lambda look: -look.seconds)[:SHOWN]:
        print(f"{look.seconds:6.2f} s, plain {look.plain:6.2f} s", *look[:3], file=sys.stderr)


def _calculate(env, company):
    framework.build(env, company)
    for period in env["vsoko.period"].search([("company_id", "=", company.id)]):
        env["vsoko.calculation"]._run(period)


def _create_users(env, company):
    """One user per role; the teacher and the head of an association are people of the school."""
    users = {role: school.create_user(env, company, role, "bench") for role in school.STAFF}
    teachers = env["vsoko.teacher"].search([("company_id", "=", company.id)], limit=2)
    for teacher, role in zip(teachers, ("teacher", "association_head"), strict=True):
        teacher.user_id = users[role]
    subjects = env["vsoko.subject"].search([("company_id", "=", company.id)], limit=4)
    env["vsoko.association"].create(
        {
            "name": "Bench",
            "company_id": company.id,
            "head_id": teachers[1].id,
            "subject_ids": [Command.set(subjects.ids)],
        }
    )
    return users


def walk(env, role):
    """Yield the looks at the actions in the menus of the user."""
    plain = env(user=SUPERUSER_ID)
    for menu in env["ir.ui.menu"].browse(sorted(env["ir.ui.menu"]._visible_menu_ids())):
        action = menu.sudo().action
        if action and action._name == "ir.actions.act_window" and _is_ours(action):
            for what, look in _get_looks(env, action):
                yield Look(role, menu.complete_name, what, _time(env, look), _time(plain, look))


def _is_ours(action):
    return action.res_model.startswith("vsoko.") and "list" in action.view_mode.split(",")


def _time(env, look):
    """Return the seconds of the quicker of two looks; the first one fills the caches."""
    times = []
    for _round in range(2):
        env.cr.rollback()
        env.invalidate_all()
        env.cr.execute(SQL("SET LOCAL statement_timeout = %s", f"{LIMIT}s"))
        started = time.perf_counter()
        try:
            look(env)
        except QueryCanceled:
            env.cr.rollback()
            return LIMIT
        times.append(time.perf_counter() - started)
    return min(times)


def _get_looks(env, action):
    """Yield (what is chosen, function of an environment that asks for it as the client does)."""
    context, domain = _evaluate(env, action.context), _evaluate(env, action.domain or "[]")
    views = [(False, "list"), (action.search_view_id.id, "search")]
    views = env[action.res_model].with_context(**context).get_views(views)["views"]
    filters = list(_get_filters(env, views["search"]["arch"]))
    chosen = next((one for one in filters if one[1]), None)
    group = next((one[2] for one in filters if one[2]), None)

    def get_model(env):
        return env[action.res_model].with_context(**context)

    def read(domain):
        columns = _get_columns(env[action.res_model], views["list"]["arch"])
        return lambda env: get_model(env).web_search_read(
            domain, columns, limit=PAGE, count_limit=COUNT
        )

    yield "first page", read(domain)
    if env[action.res_model]._rec_name or env[action.res_model]._rec_names_search:
        yield "search by name", read([*domain, ("display_name", "ilike", NAME)])
    if chosen:
        yield f"filter {chosen[0]}", read([*domain, *chosen[1]])
    if group:
        yield (
            f"group by {group}",
            lambda env: get_model(env).formatted_read_group(domain, [group], ["__count"]),
        )


def _get_columns(model, arch):
    """The fields of the list as the web client asks for them; those of lists inside left out."""
    names = {node.get("name") for node in etree.fromstring(arch).iterfind("./field")}
    return {
        name: {"fields": {"display_name": {}}} if model._fields[name].relational else {}
        for name in names & model._fields.keys()
    }


def _get_filters(env, arch):
    """Yield (name, domain, field of the grouping or None) of the filters of a search view."""
    for node in etree.fromstring(arch).iterfind(".//filter"):
        if not node.get("date"):
            context = _evaluate(env, node.get("context"))
            domain = _evaluate(env, node.get("domain") or "[]")
            yield node.get("name"), domain, context.get("group_by")


def _evaluate(env, text):
    return safe_eval(text or "{}", {"uid": env.uid, "context": dict(env.context)})

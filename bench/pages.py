"""The first pages of all people in a school with ten years of everything, beside one year of it.

Of each page the time of the second opening counts, the first one fills the caches. Seconds and
numbers of queries are printed to the error output; one of them is a budget, because a page that
takes more than a second is felt as slow whatever it is compared with.
"""

import sys
import time
from functools import partial
from typing import NamedTuple

from bench import decade, school, serving, waiting

# who reads in the portal, and where; "" is a visitor
PORTAL = {"governing_council": "/my/vsoko", "family": "/my/child", "": "/vsoko"}
ROUNDS = 3
# what nobody notices is no measure for growth
LEAST = 0.1
SLOWEST = 10


class Cost(NamedTuple):
    seconds: float
    queries: int


def main(env):
    """Yield (what is compared, ratio or number, budget) rows."""
    env = env(context=dict(env.context, lang="ru_RU"))
    company, users = decade.build(env)
    decade.publish(env, users)
    env.cr.commit()
    pages = {**_get_pages(env, users), **_get_portal_pages(env, users)}
    with serving.odoo(env.cr.dbname) as (port, _live):
        young = {name: _measure(env, page, port) for name, page in pages.items()}
        decade.add_years(env, company)
        old = {name: _measure(env, page, port) for name, page in pages.items()}
    for name, (seconds, queries) in sorted(old.items(), key=lambda item: -item[1].seconds):
        one = young[name]
        print(
            f"{seconds:6.2f} s, {queries:4} queries, one year {one.seconds:6.2f} s,"
            f" {one.queries:4} queries: {name}",
            file=sys.stderr,
        )
        grown = max(seconds, LEAST) / max(one.seconds, LEAST)
        yield f"{name}: ten years / one year", grown, "≤ 1.5"
    yield "slowest first page, seconds", max(cost.seconds for cost in old.values()), "≤ 1"
    more = max(old[name].queries - young[name].queries for name in pages)
    yield "queries of a page that nine more years add", more, "≤ 0"
    yield "slowest list of all menus, seconds", _measure_lists(env, users), "≤ 2"


def _get_pages(env, users):
    """Return {name: function of an environment and a port that opens the page}."""
    pages = {}
    for role in school.STAFF:
        own = env(user=users[role])
        pages[f"start page of {role}"] = partial(_call, own, "vsoko.start.page", "get_page")
    for role in ("teacher", "administration", "director"):
        own = env(user=users[role])
        pages[f"overview of {role}"] = partial(_call, own, "vsoko.dashboard", "get_overview")
        pages[f"completeness of {role}"] = partial(_call, own, "vsoko.completeness", "get_matrix")
    teacher = env(user=users["teacher"])
    mine = [("homeroom_teacher_id.user_id", "=", teacher.uid), ("year_id.state", "=", "current")]
    own_class = teacher["vsoko.class"].search(mine)
    pages["class page"] = lambda port: own_class.get_page()
    return pages


def _call(env, model, method, _port):
    getattr(env[model], method)()


def _get_portal_pages(env, users):
    """As `_get_pages`, for pages that a real server answers."""
    pages = {}
    for role, path in PORTAL.items():
        session = serving.open_session(env, users[role]) if role else ""
        pages[f"{path} of {role or 'a visitor'}"] = partial(_get, path, session)
    return pages


def _get(path, session, port):
    answer = serving.get(port, path, session)
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")


def _measure(env, page, port):
    """Return the `Cost` of the quickest opening but the first."""
    costs = []
    for _round in range(ROUNDS):
        env.cr.rollback()
        env.invalidate_all()
        before, started = env.cr.sql_log_count, time.perf_counter()
        page(port)
        costs.append(Cost(time.perf_counter() - started, env.cr.sql_log_count - before))
    return min(costs[1:])


def _measure_lists(env, users):
    """Return the seconds of the slowest look at a list, and print the slowest ones."""
    looks = [look for role in school.STAFF for look in waiting.walk(env(user=users[role]), role)]
    for look in sorted(looks, key=lambda look: -look.seconds)[:SLOWEST]:
        print(f"{look.seconds:6.2f} s, plain {look.plain:6.2f} s", *look[:3], file=sys.stderr)
    return max(look.seconds for look in looks)

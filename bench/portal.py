"""200 portal readers at once: our pages against Odoo's own portal home.

A real server of this checkout with two workers answers on the loopback interface; every wave is
200 requests that start together, one for each reader, and the server stops at the end.
"""

from functools import partial

from bench import school, serving

READERS = 200
ROUNDS = 2
PAGES = {
    "overview of the council": ("/my/vsoko", "≤ 2"),
    "page of an indicator": ("/my/vsoko/indicator/quality", "≤ 2"),
    "open page": ("/vsoko", "≤ 1"),
}


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    sessions = make_readers(env, school.build(env))
    times = {page: [] for page in ("/my", *(path for path, _budget in PAGES.values()))}
    with serving.odoo(env.cr.dbname) as (port, _live):
        for _round in range(ROUNDS):
            for page, found in times.items():
                found.append(_wave(port, page, sessions))
    home = min(times["/my"])
    for name, (path, budget) in PAGES.items():
        yield (
            f"{READERS} readers at once: {name} / Odoo's portal home",
            min(times[path]) / home,
            budget,
        )


def make_readers(env, company):
    """Publish figures of the school and store it; return the sessions of its readers."""
    _publish(env, company)
    readers = _create_readers(env, company)
    env.cr.commit()
    return [serving.open_session(env, reader) for reader in readers]


def _publish(env, company):
    """Publish two quarters of the school for the council and the last one for everybody."""
    env = env(context=dict(env.context, allowed_company_ids=[company.id]))
    quarters = env["vsoko.period"].search(
        [("company_id", "=", company.id), ("kind", "=", "quarter")], order="date_end", limit=2
    )
    quarters.action_calculate()
    quarters.action_approve()
    wanted = [*((quarter, "council") for quarter in quarters), (quarters[-1], "public")]
    env["vsoko.publication"].create(
        [{"period_id": quarter.id, "audience": audience} for quarter, audience in wanted]
    ).action_approve()


def _create_readers(env, company):
    """Members of the council without passwords: hashing them is not what is measured."""
    group = env.ref("vsoko_module.group_governing_council")
    return (
        env["res.users"]
        .with_context(no_reset_password=True)
        .create(
            [
                {
                    "name": f"Reader {number}",
                    "login": f"bench_reader_{number}",
                    "company_id": company.id,
                    "company_ids": [(6, 0, company.ids)],
                    "group_ids": [(6, 0, group.ids)],
                }
                for number in range(READERS)
            ]
        )
    )


def _wave(port, path, sessions):
    """Return the seconds in which all readers got the page."""
    answers = serving.at_once([partial(serving.get, port, path, one) for one in sessions])
    statuses = {answer.status for answer in answers}
    if statuses != {200}:
        raise RuntimeError(f"{path}: {statuses}")
    return max(answer.seconds for answer in answers)

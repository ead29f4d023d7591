"""200 portal readers at once: our pages against Odoo's own portal home.

A real server of this checkout with two workers answers on the loopback interface; every wave is
200 requests that start together, one for each reader, and the server stops at the end.
"""

import http.client
import socket
import subprocess
import sys
import threading
import time

from odoo import http as odoo_http
from odoo.http import root
from odoo.service import security
from odoo.tools import config

from bench import school

READERS = 200
ROUNDS = 2
WAIT = 120
# far less than a page takes, so that the server never waits for the readers
KNOCK = 0.02
START = 60
PAGES = {
    "overview of the council": ("/my/vsoko", "≤ 2"),
    "page of an indicator": ("/my/vsoko/indicator/quality", "≤ 2"),
    "open page": ("/vsoko", "≤ 1"),
}


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    company = school.build(env)
    _publish(env, company)
    readers = _create_readers(env, company)
    env.cr.commit()
    sessions = [_open_session(env, reader) for reader in readers]
    port, server = _start(env.cr.dbname)
    try:
        _wait(port)
        times = {page: [] for page in ("/my", *(path for path, _budget in PAGES.values()))}
        for _round in range(ROUNDS):
            for page, found in times.items():
                found.append(_wave(port, page, sessions))
    finally:
        server.terminate()
        server.wait(WAIT)
    home = min(times["/my"])
    for name, (path, budget) in PAGES.items():
        yield (
            f"{READERS} readers at once: {name} / Odoo's portal home",
            min(times[path]) / home,
            budget,
        )


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


def _open_session(env, reader):
    """Return the number of a session in which the reader has logged in."""
    session = root.session_store.new()
    session.update(odoo_http.get_default_session(), db=env.cr.dbname)
    session.uid, session.login = reader.id, reader.login
    session.context = dict(env(user=reader)["res.users"].context_get())
    session.session_token = security.compute_session_token(session, env(user=reader))
    root.session_store.save(session)
    return session.sid


def _start(database):
    ports = [_free_port(), _free_port()]
    command = [
        sys.executable, sys.argv[0], "server", "-c", config["config"], "-d", database,
        "--http-interface", "127.0.0.1", "--http-port", str(ports[0]),
        "--gevent-port", str(ports[1]), "--workers", "2", "--max-cron-threads", "0",
        # without a limit of time workers are ended at once
        "--limit-time-real", str(WAIT), "--limit-time-cpu", str(WAIT),
    ]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return ports[0], process


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(port):
    deadline = time.monotonic() + START
    while time.monotonic() < deadline:
        try:
            if _get(port, "/web/health") == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The server did not start.")


def _get(port, path, session=""):
    # while the queue of the server is full the kernel drops calls: knock again soon
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=KNOCK)
    try:
        connection.connect()
        connection.sock.settimeout(WAIT)
        connection.request("GET", path, headers={"Cookie": f"session_id={session}"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def _get_patiently(port, path, session):
    """Like a browser, come again when the queue of the server is full."""
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        try:
            return _get(port, path, session)
        except OSError:
            time.sleep(KNOCK)
    return None


def _wave(port, path, sessions):
    """Return the seconds in which all readers got the page."""
    gate = threading.Barrier(len(sessions) + 1)
    statuses = []

    def read(session):
        gate.wait()
        statuses.append(_get_patiently(port, path, session))

    threads = [threading.Thread(target=read, args=(session,)) for session in sessions]
    for thread in threads:
        thread.start()
    gate.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - started
    if statuses != [200] * len(sessions):
        raise RuntimeError(f"{path}: {set(statuses)}, {len(statuses)} answers")
    return took

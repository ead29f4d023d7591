"""Servers for the benchmarks: Odoo with two workers, nginx before it, and readers at once."""

import contextlib
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from odoo import http as odoo_http
from odoo.http import root
from odoo.service import security
from odoo.tools import config

WORKERS = 2
WAIT = 120
_START = 180
# as `Backlog` of docs/production/odoo.socket
_QUEUE = 1024
_PRODUCTION = Path(__file__).parents[1] / "docs" / "production"
# the socket comes as the standard input and goes on as systemd hands sockets over
_ACTIVATE = 'export LISTEN_FDS=1 LISTEN_PID=$$; exec "$@" 3<&0 </dev/null'
_NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {upstream}
    server {{
        listen 127.0.0.1:{port};
        include {locations};
    }}
}}
"""


class Answer(NamedTuple):
    """What one request got: its HTTP status (None: none came), its body, and its seconds."""

    status: int | None
    body: bytes
    seconds: float


@contextlib.contextmanager
def odoo(database):
    """Run a server of this checkout as in production; give its ports of pages and of live talk."""
    with socket.socket() as queue:
        queue.bind(("127.0.0.1", 0))
        queue.listen(_QUEUE)
        queue.setblocking(False)
        port, live = queue.getsockname()[1], _free_port()
        command = [
            sys.executable, sys.argv[0], "server", "-c", config["config"], "-d", database,
            "--http-interface", "127.0.0.1", "--http-port", str(port),
            "--gevent-port", str(live), "--workers", str(WORKERS), "--max-cron-threads", "0",
            # without a limit of time workers are ended at once
            "--limit-time-real", str(WAIT), "--limit-time-cpu", str(WAIT), "--proxy-mode",
        ]  # fmt: skip
        process = subprocess.Popen(
            ["/bin/sh", "-c", _ACTIVATE, "sh", *command],
            stdin=queue,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    with _ended(process):
        _wait(port)
        yield port, live


@contextlib.contextmanager
def nginx(ports):
    """Run nginx with the files of the guide of production before Odoo; give its port."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not program:
        raise RuntimeError("There is no nginx on PATH: install the package nginx of Debian.")
    with tempfile.TemporaryDirectory() as folder:
        # the workers of nginx are another user
        Path(folder).chmod(0o755)
        port = _free_port()
        upstream = (_PRODUCTION / "upstream.conf").read_text()
        for standard, own in zip((8069, 8072), ports, strict=True):
            upstream = upstream.replace(f"127.0.0.1:{standard};", f"127.0.0.1:{own};")
        locations = _PRODUCTION / "locations.conf"
        text = _NGINX.format(folder=folder, upstream=upstream, port=port, locations=locations)
        settings = Path(folder, "nginx.conf")
        settings.write_text(text)
        with _ended(subprocess.Popen([program, "-c", settings])):
            _wait(port)
            yield port


@contextlib.contextmanager
def _ended(process):
    try:
        yield
    finally:
        process.terminate()
        process.wait(WAIT)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(port):
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline:
        if get(port, "/web/health").status == 200:
            return
        time.sleep(0.2)
    raise RuntimeError("The server did not start.")


def open_session(env, user):
    """Return the number of a session in which the user has logged in, without a password."""
    session = root.session_store.new()
    session.update(odoo_http.get_default_session(), db=env.cr.dbname)
    session.uid, session.login = user.id, user.login
    session.context = dict(env(user=user)["res.users"].context_get())
    session.session_token = security.compute_session_token(session, env(user=user))
    root.session_store.save(session)
    return session.sid


def get(port, path, session=""):
    """Return the `Answer` to one request for a page."""
    return _ask(port, "GET", path, session, None)


def call(port, session, model, method, *args):
    """Return the `Answer` to one call of a method, as the web client calls it."""
    params = {"model": model, "method": method, "args": args, "kwargs": {}}
    body = json.dumps({"jsonrpc": "2.0", "method": "call", "params": params})
    return _ask(port, "POST", f"/web/dataset/call_kw/{model}/{method}", session, body)


def _ask(port, method, path, session, body):
    started = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT)
    headers = {"Cookie": f"session_id={session}", "Content-Type": "application/json"}
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        status, content = answer.status, answer.read()
    except OSError:
        status, content = None, b""
    finally:
        connection.close()
    return Answer(status, content, time.perf_counter() - started)


def at_once(requests):
    """Send all requests at the same moment; return their answers in this order.

    :param requests: functions that send one request each and return its `Answer`
    """
    gate = threading.Barrier(len(requests))
    answers = [None] * len(requests)

    def send(place, request):
        gate.wait()
        answers[place] = request()

    threads = [threading.Thread(target=send, args=pair) for pair in enumerate(requests)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers

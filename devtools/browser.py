"""Drives headless Chromium for one picture. Runs inside the virtual environment.

Usage: python -m devtools.browser ORDER, with the order as JSON made by `devtools.screenshot`.
"""

import base64
import contextlib
import itertools
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import websocket

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
LIMIT = 90
# documents, workers and icons do not always report their end
AWAITED = ("Fetch", "Font", "Image", "Script", "Stylesheet", "XHR")
QUIET_SECONDS = 0.8


class Page:
    """A page of the browser, over its debugging protocol."""

    def __init__(self, address: str):
        self._socket = websocket.create_connection(address, suppress_origin=True, timeout=LIMIT)
        self._numbers = itertools.count(1)
        self._pending: set[str] = set()
        self._last_traffic = time.monotonic()
        self.complaints: list[str] = []

    def ask(self, method: str, **parameters) -> dict:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        self._socket.send(json.dumps(message))
        while True:
            answer = self._receive(LIMIT)
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def evaluate(self, expression: str):
        result = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True)
        return result["result"].get("value")

    def wait_until(self, expression: str, what: str) -> None:
        deadline = time.monotonic() + LIMIT
        while not self.evaluate(expression):
            if time.monotonic() > deadline:
                raise RuntimeError(f"Waited {LIMIT} s in vain for {what}.")
            self._listen(0.1)

    def wait_until_quiet(self, limit: float = LIMIT) -> None:
        """No request under way for a while: what the page wanted is there."""
        deadline = time.monotonic() + limit
        while time.monotonic() < deadline:
            self._listen(0.1)
            if not self._pending and time.monotonic() - self._last_traffic > QUIET_SECONDS:
                return

    def _listen(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                self._receive(left)
            except websocket.WebSocketTimeoutException:
                return

    def _receive(self, limit: float) -> dict:
        self._socket.settimeout(limit)
        message = json.loads(self._socket.recv())
        if "method" in message:
            self._note(message["method"], message["params"])
        return message

    def _leave(self) -> None:
        """A page with something unsaved asks whether to leave it, and waits."""
        message = {"method": "Page.handleJavaScriptDialog", "params": {"accept": True}}
        self._socket.send(json.dumps({"id": next(self._numbers), **message}))

    def _note(self, method: str, parameters: dict) -> None:
        if method == "Page.javascriptDialogOpening":
            self._leave()
        elif method == "Page.frameNavigated" and "parentId" not in parameters["frame"]:
            # of what the page before has asked for nobody tells the end
            self._pending.clear()
        elif method == "Network.requestWillBeSent":
            is_own = parameters["loaderId"] not in ("", parameters["requestId"])
            if parameters.get("type") in AWAITED and is_own:
                self._pending.add(parameters["requestId"])
        elif method in ("Network.loadingFinished", "Network.loadingFailed"):
            self._pending.discard(parameters["requestId"])
        elif method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.complaints.append(
                details.get("exception", {}).get("description") or details["text"]
            )
        elif method == "Runtime.consoleAPICalled" and parameters["type"] == "error":
            values = (item.get("value", item.get("description")) for item in parameters["args"])
            self.complaints.append(" ".join(str(value) for value in values))
        if method.startswith("Network.") and "webSocket" not in method:
            self._last_traffic = time.monotonic()


@contextlib.contextmanager
def browsing(browser: str):
    """A page of a browser of its own, which ends with it."""
    with tempfile.TemporaryDirectory(prefix="vsoko-", ignore_cleanup_errors=True) as profile:
        command = [browser, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            page = Page(_page_address(Path(profile)))
            for domain in ("Page", "Runtime", "Network"):
                page.ask(f"{domain}.enable")
            yield page
        finally:
            process.terminate()
            process.wait()


def main(order: dict) -> int:
    with browsing(order["browser"]) as page:
        try:
            _take_picture(page, order)
        except RuntimeError as error:
            page.complaints.append(str(error))
    for complaint in page.complaints:
        print(f"Page: {complaint}", file=sys.stderr)
    print(order["output"])
    return 1 if page.complaints else 0


def _page_address(profile: Path) -> str:
    port_file = profile / "DevToolsActivePort"
    deadline = time.monotonic() + LIMIT
    while not (port_file.exists() and port_file.read_text().count("\n")):
        if time.monotonic() > deadline:
            raise SystemExit("Chromium did not start.")
        time.sleep(0.05)
    port = port_file.read_text().split()[0]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
        targets = json.load(answer)
    return next(item["webSocketDebuggerUrl"] for item in targets if item["type"] == "page")


def _take_picture(page: Page, order: dict) -> None:
    width, height = order["size"]
    resize(page, width, height)
    sign_in(page, order)
    page.ask("Page.navigate", url=order["address"] + order["path"])
    try:
        wait(page, order["wait_for"])
        for selector in order["click"]:
            wait(page, selector)
            page.evaluate(f"document.querySelector({json.dumps(selector)}).click()")
            page.wait_until_quiet()
        if order["full"]:
            resize(page, width, max(height, page.evaluate(_FULL_HEIGHT)))
            page.wait_until_quiet()
    finally:
        Path(order["output"]).write_bytes(picture(page))


def picture(page: Page) -> bytes:
    """What the page shows now, as a PNG."""
    return base64.b64decode(page.ask("Page.captureScreenshot", format="png")["data"])


# Odoo scrolls inside the page: the tallest overflow tells how high the window must be
_FULL_HEIGHT = """innerHeight + Math.max(0, ...[...document.querySelectorAll("*")]
    .filter(node => /auto|scroll/.test(getComputedStyle(node).overflowY) || !node.parentElement)
    .map(node => node.scrollHeight - node.clientHeight))"""


def resize(page: Page, width: int, height: int) -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    page.ask("Emulation.setDeviceMetricsOverride", **metrics)


def wait(page: Page, selector: str | None = None) -> None:
    page.wait_until_quiet()
    page.wait_until("document.readyState === 'complete' && !!document.body", "the page")
    web_client = "!document.querySelector('script[src*=assets_web]')"
    ready = (
        f"{web_client} || !!document.querySelector('.o_action, .o_action_manager > *, .o_dialog')"
    )
    page.wait_until(ready, "the web client")
    if selector:
        page.wait_until(f"!!document.querySelector({json.dumps(selector)})", selector)
    page.wait_until_quiet()


def sign_in(page: Page, order: dict) -> None:
    """The page becomes that of the user; without a login, that of nobody."""
    page.ask("Network.clearBrowserCookies")
    if order["login"]:
        cookie = {"name": "session_id", "value": session(order), "url": order["address"]}
        page.ask("Network.setCookie", **cookie)


def session(order: dict) -> str:
    """Log in as the user; demo users have their login as the password."""
    parameters = {"db": order["database"], "login": order["login"], "password": order["login"]}
    request = urllib.request.Request(
        f"{order['address']}/web/session/authenticate",
        json.dumps({"jsonrpc": "2.0", "params": parameters}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=LIMIT) as answer:
        body, cookies = json.load(answer), answer.headers.get_all("Set-Cookie", [])
    if "error" in body:
        raise SystemExit(f"Login {order['login']} failed: {body['error']['data']['message']}")
    found = [cookie.split(";")[0] for cookie in cookies if cookie.startswith("session_id=")]
    return found[-1].removeprefix("session_id=")


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))

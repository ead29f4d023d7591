from unittest.mock import patch

from odoo.tests import HttpCase
from odoo.tests.common import ChromeBrowser

from .fixtures import FixtureCase

TAB = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
# a page with more controls would tire whoever has no mouse; a trap of the keyboard never ends
MOST_PRESSES = 150
DONE = 'console.log("test successful");'

# numbers the controls of a page and keeps how they look while they have no focus
PREPARE = """
(() => {
    const names = "a[href], button, select, input, textarea, summary, [tabindex]";
    const page = document.querySelector(%(content)r);
    const start = document.createElement("span");
    start.tabIndex = -1;
    page.before(start);
    start.focus();
    window.vsokoLook = (one) => {
        const style = getComputedStyle(one);
        return ["outline", "boxShadow", "borderColor", "backgroundColor"]
            .map((name) => style[name]).join();
    };
    window.vsokoControls = [...page.querySelectorAll(names)].filter(
        (one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility()
    );
    window.vsokoLooks = window.vsokoControls.map(window.vsokoLook);
    return window.vsokoControls.map((one) => one.outerHTML.slice(0, 120));
})()
"""
# where the focus is now: the number of the control, and whether it looks otherwise than before
FOCUS = """
(() => {
    const place = window.vsokoControls.indexOf(document.activeElement);
    const isSeen =
        place >= 0 && window.vsokoLook(document.activeElement) !== window.vsokoLooks[place];
    return [place, isSeen];
})()
"""


class KeyboardCase(FixtureCase, HttpCase):
    """Walks a page as who has no mouse: by the Tab key of the browser itself."""

    def assert_walkable(self, path, content, ready, login):
        """Fail where Tab passes a control by, goes in another order, or shows no focus.

        :param content: selector of the part of the page that is ours
        :param ready: selector of what is there when the page is
        """
        found = {}

        def walk(browser, _code, timeout, **options):
            found["names"] = _evaluate(browser, PREPARE % {"content": content})
            found["focus"] = _press_through(browser)
            return wait(browser, DONE, timeout, **options)

        wait = ChromeBrowser._wait_code_ok
        is_there = f"document.querySelector({ready!r}) !== null"
        with patch.object(ChromeBrowser, "_wait_code_ok", walk):
            self.browser_js(path, DONE, ready=is_there, login=login)
        names = dict(enumerate(found["names"]))
        walked = [place for place, _is_seen in found["focus"]]
        self.assertTrue(names, "nothing to press was found")
        self.assertEqual([names[one] for one in walked], list(names.values()))
        self.assertEqual([names[one] for one, is_seen in found["focus"] if not is_seen], [])


def _press_through(browser):
    """Press Tab until the focus has left the content; return [(number of a control, is seen)]."""
    passed = []
    for _press in range(MOST_PRESSES):
        for kind in ("rawKeyDown", "keyUp"):
            browser._websocket_request("Input.dispatchKeyEvent", params={"type": kind, **TAB})
        place, is_seen = _evaluate(browser, FOCUS)
        if place >= 0:
            passed.append((place, is_seen))
        elif passed:
            break
    return passed


def _evaluate(browser, code):
    answer = browser._websocket_request(
        "Runtime.evaluate", params={"expression": code, "returnByValue": True}
    )
    if "exceptionDetails" in answer:
        raise AssertionError(answer["exceptionDetails"]["exception"]["description"])
    return answer["result"]["value"]

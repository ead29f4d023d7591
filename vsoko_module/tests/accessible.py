import os
from pathlib import Path

from odoo.tests import HttpCase

from .fixtures import FixtureCase

ADDRESS = "/vsoko/axe.min.js"
# what keeps people from using a page; of the milder kinds Odoo's own frame has many
SERIOUS = "serious", "critical"
NO_SCRIPT = "axe-core is missing: npm gets it, and ./vsoko test asks npm by itself"

CHECK = """
(async () => {
    const script = document.createElement("script");
    script.src = "%(address)s";
    const isLoaded = new Promise((resolve, reject) => {
        script.onload = resolve;
        script.onerror = () => reject(new Error("axe-core was not served"));
    });
    // what is half faded in has half its contrast
    const style = document.createElement("style");
    style.textContent = "* { animation: none !important; transition: none !important }";
    document.head.append(script, style);
    await isLoaded;
    const context = { include: %(include)s, exclude: %(exclude)s };
    const { violations, passes } = await axe.run(context, { resultTypes: ["violations"] });
    const serious = violations.filter(({ impact }) => %(serious)s.includes(impact));
    const lines = serious.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, any, all, none }) => {
            const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
            return `${id}: ${help}\\n    ${html.slice(0, 300)}\\n    ${why}`;
        })
    );
    if (!passes.length) {
        lines.push("nothing was looked at");
    }
    if (lines.length) {
        console.error(lines.join("\\n"));
    } else {
        console.log("test successful");
    }
})();
"""


class AccessibleCase(FixtureCase, HttpCase):
    """Asks axe-core whether people who see, hear or move otherwise can use a page of ours."""

    def setUp(self):
        super().setUp()
        script = Path(os.environ.get("VSOKO_AXE", ""))
        if not script.is_file():
            self.skipTest(NO_SCRIPT)
        self.env["ir.attachment"].create(
            {
                "name": "axe.min.js",
                "url": ADDRESS,
                "public": True,
                "raw": script.read_bytes(),
                "mimetype": "application/javascript",
            }
        )

    def assert_accessible(self, path, content, login=None, exclude=()):
        """Fail with every serious finding in the part of the page that a selector names.

        :param content: selector of what is ours; the page is ready when it is there
        :param exclude: selectors of what Odoo draws inside of it
        """
        code = CHECK % {
            "address": ADDRESS,
            "include": [[content]],
            "exclude": [[selector] for selector in exclude],
            "serious": list(SERIOUS),
        }
        ready = f"document.querySelector({content!r}) !== null"
        self.browser_js(path, code, ready=ready, login=login)

from odoo.tests import HttpCase, tagged

from .governance.plan.plan_case import PlanCase

# headings that would be broken inside a word
HEADINGS = """
const headings = [...document.querySelectorAll(".o_list_table thead th .text-truncate")];
headings.forEach((one) => Object.assign(one.style, { overflowWrap: "normal", hyphens: "manual" }));
const broken = headings.filter((one) => one.scrollWidth > one.clientWidth);
if (headings.length && !broken.length) {
    console.log("test successful");
} else {
    console.error(`broken: ${broken.map((one) => one.textContent)}`);
}
"""
# names of rows that end in an ellipsis
NAMES = """
const cells = [...document.querySelectorAll(".o_data_row .o_list_char")];
const cut = cells.filter((one) => one.scrollWidth > one.clientWidth);
if (cells.length && !cut.length) {
    console.log("test successful");
} else {
    console.error(`cut: ${cut.map((one) => one.textContent)}`);
}
"""
# a conversation that stands beside its form, or that scrolling does not reach
CONVERSATION = """
const sheet = document.querySelector(".o_form_sheet").getBoundingClientRect();
const conversation = document.querySelector(".o-mail-Form-chatter");
const isBelow = conversation.getBoundingClientRect().top >= sheet.bottom;
conversation.scrollIntoView();
const isReached = conversation.getBoundingClientRect().top < innerHeight;
if (isBelow && isReached && sheet.width > innerWidth * 0.85) {
    console.log("test successful");
} else {
    console.error(JSON.stringify({ isBelow, isReached, width: sheet.width }));
}
"""


class ScreenCase(PlanCase, HttpCase):
    def look(self, path, code, ready):
        self.browser_js(
            path,
            code,
            ready=f"document.querySelector({ready!r}) !== null",
            login=self.users["administration"].login,
        )


@tagged("post_install", "-at_install")
class TestLaptop(ScreenCase):
    """On the screen of a laptop lists and forms have the room that their words need."""

    browser_size = "1440x900"

    def test_headings_of_narrow_columns_are_whole(self):
        plan = self.make_plan(*[(f"2025-10-{day:02}", {}) for day in range(1, 4)])
        self.look(f"/odoo/vsoko.plan/{plan.id}", HEADINGS, ".o_data_row")

    def test_conversation_stands_below_the_form(self):
        plan = self.make_plan(*[(f"2025-10-{day:02}", {}) for day in range(1, 29)])
        self.look(f"/odoo/vsoko.plan/{plan.id}", CONVERSATION, ".o-mail-Chatter .o-mail-Thread")


@tagged("post_install", "-at_install")
class TestPhone(ScreenCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_names_go_into_lines(self):
        name = "Заседание объединения: результаты входного контроля по математике"
        plan = self.make_plan(("2025-10-01", {"name": name}))
        self.look(f"/odoo/vsoko.plan/{plan.id}", NAMES, ".o_data_row")

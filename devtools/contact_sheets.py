"""Walks the pages of each role with headless Chromium. Runs inside the virtual environment.

Usage: python -m devtools.contact_sheets ORDER, with the order as JSON made by `devtools.pictures`.
For each login and width there are sheets LOGIN-WIDTH-N.png with small pictures, and the pictures
themselves in the folder LOGIN.
"""

import json
import re
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from devtools import browser

HEIGHTS = {1440: 900, 768: 1024, 390: 844}
# how wide a picture stands in a sheet, and how many stand in a row: a sheet is read unscaled
SMALL = {1440: (510, 3), 768: (384, 4), 390: (260, 6)}
ON_A_SHEET = 12
CAPTION = 22
FONT = "DejaVuSans.ttf"
PORTAL = ("/my", "/vsoko")
# addresses that show a page; those with a mark of a query are the same page in another state
LINKS = """JSON.stringify([...document.querySelectorAll("a[href]")].map(a => [a.pathname,
    a.innerText.trim(), a.host === location.host && !a.search && !a.hash && !a.target]))"""
OUR_LINK = re.compile(r"/(my/(vsoko|child)|vsoko)(/(?!file|material|print)[\w-]+)*")

KIND = re.compile(r"/\d+|(?<=/indicator)/\w+")
# the first record of a list: a row that opens a form, a card, or a group that hides them
FIRST_ROW = """(document.querySelector(
    ".o_data_row td.o_data_cell:not(.o_list_button, .o_list_record_selector)")
    || document.querySelector(".o_kanban_record:not(.o_kanban_ghost)"))?.click()"""
# true when there is no group to be opened
FIRST_GROUP = """(() => {
    const group = document.querySelector(".o_group_header:not(.o_group_open) .o_group_name");
    const is_needless = !group || !!document.querySelector(".o_data_row");
    if (!is_needless) { group.click(); }
    return is_needless;
})()"""
FORM = "document.querySelector('.o_action_manager .o_form_view') ? location.pathname : ''"
GROUPS_DEEP = 3
# in seconds, after a press
PATIENCE = 15


class Place(NamedTuple):
    """A page of a role: where it is, and what it is called in a menu or link."""

    path: str
    name: str


def main(order: dict) -> int:
    complaints = []
    with browser.browsing(order["browser"]) as page:
        for login in order["logins"]:
            own = order | {"login": login}
            browser.sign_in(page, own)
            places = [place for place in find_places(page, own) if order["word"] in str(place)]
            pictures = take_all(page, own, _with_forms(page, own, places))
            count = len(pictures) // len(order["widths"])
            print(f"{login or 'nobody'}: {count} pages", flush=True)
            for width in order["widths"]:
                make_sheets(Path(order["folder"]), login or "nobody", width, pictures)
            complaints += [f"{login}: {text}" for text in page.complaints]
            page.complaints.clear()
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


def find_places(page: browser.Page, order: dict) -> list[Place]:
    """Pages of the menus of an employee; for others what the first pages link to."""
    if order["login"]:
        menus = _menus(order)
        if menus:
            return menus
    return _linked(page, order["address"], PORTAL if order["login"] else PORTAL[1:])


def _linked(page: browser.Page, address: str, starts) -> list[Place]:
    """What links of the portal lead to; of pages that differ in a number or code the first."""
    waiting, found = [Place(start, start) for start in starts], {}
    while waiting:
        place = waiting.pop(0)
        kind = KIND.sub("/*", place.path)
        if kind in found:
            continue
        found[kind] = place
        page.ask("Page.navigate", url=address + place.path)
        browser.wait(page)
        waiting += [
            Place(path, name or path)
            for path, name, is_page in json.loads(page.evaluate(LINKS))
            if is_page and OUR_LINK.fullmatch(path)
        ]
    return list(found.values())


def _menus(order: dict) -> list[Place]:
    """The menus of our app that open something; nothing for who does not get the web client."""
    request = urllib.request.Request(
        order["address"] + "/web/webclient/load_menus?lang=ru_RU",
        headers={"Cookie": f"session_id={browser.session(order)}"},
    )
    try:
        with urllib.request.urlopen(request, timeout=browser.LIMIT) as answer:
            menus = json.load(answer)
    except (urllib.error.HTTPError, ValueError):
        return []
    root = next(
        (menu for menu in menus.values() if menu.get("xmlid") == "vsoko_module.menu_root"), None
    )
    return list(_below(menus, root)) if root else []


def _below(menus: dict, menu: dict):
    for number in menu["children"]:
        child = menus[str(number)]
        if child["actionID"] and not child["children"]:
            path = child.get("actionPath") or f"action-{child['actionID']}"
            yield Place(f"/odoo/{path}", child["name"])
        yield from _below(menus, child)


def _with_forms(page: browser.Page, order: dict, places: list[Place]):
    """Behind each list the form of its first record, where a press of the row opens one."""
    for place in places:
        yield place
        if place.path.startswith("/odoo/") and (path := _first_form(page, order, place)):
            yield Place(path, f"{place.name} →")


def _first_form(page: browser.Page, order: dict, place: Place) -> str:
    browser.resize(page, max(order["widths"]), HEIGHTS[1440])
    page.ask("Page.navigate", url=order["address"] + place.path)
    browser.wait(page)
    for _level in range(GROUPS_DEEP):
        if page.evaluate(FIRST_GROUP):
            break
        page.wait_until_quiet(PATIENCE)
    page.evaluate(FIRST_ROW)
    page.wait_until_quiet(PATIENCE)
    path = page.evaluate(FORM)
    return "" if path == place.path else path


def take_all(page: browser.Page, order: dict, places) -> dict:
    """{(number of the place, width): (place, file)}; a page is loaded anew at each width."""
    folder = Path(order["folder"], order["login"] or "nobody")
    folder.mkdir(exist_ok=True)
    pictures = {}
    for number, place in enumerate(places):
        for width in order["widths"]:
            browser.resize(page, width, HEIGHTS.get(width, 900))
            page.ask("Page.navigate", url=order["address"] + place.path)
            file = folder / f"{number:03}-{width}.png"
            try:
                browser.wait(page)
            except RuntimeError as error:
                page.complaints.append(f"{place.path}: {error}")
            file.write_bytes(browser.picture(page))
            pictures[number, width] = place, file
    return pictures


def make_sheets(folder: Path, name: str, width: int, pictures: dict) -> None:
    chosen = [taken for (_number, one), taken in pictures.items() if one == width]
    for sheet, start in enumerate(range(0, len(chosen), ON_A_SHEET), 1):
        image = _sheet(width, chosen[start : start + ON_A_SHEET])
        image.save(folder / f"{name}-{width}-{sheet}.png", optimize=True)


def _sheet(width: int, taken: list) -> Image.Image:
    small, columns = SMALL.get(width, (384, 4))
    height = round(small * HEIGHTS.get(width, 900) / width)
    rows = -(-len(taken) // columns)
    step = height + CAPTION + 8
    sheet = Image.new("RGB", ((small + 8) * min(columns, len(taken)), step * rows), "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype(FONT, 13)
    for number, (place, file) in enumerate(taken):
        left, top = number % columns * (small + 8), number // columns * step
        draw.text((left + 2, top + 2), f"{place.name}"[: small // 8], "black", font)
        with Image.open(file) as picture:
            sheet.paste(picture.resize((small, height)), (left, top + CAPTION))
    return sheet


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))

import ast
from pathlib import Path
from unittest import TestCase
from xml.etree import ElementTree

ADDON = Path(__file__).parents[2]
YES = ("1", "True")
# what is bold or slanted is told by its form
COLOURS = ("danger", "warning", "success", "info", "primary", "muted")
# lists whose colour another column says in words: (list, field of the condition) → that column
SAID_BY = {
    ("vsoko_data_form_view_list", "is_locked"): "state",
    ("vsoko_fact_result_view_list", "wrote"): "attendance",
    ("vsoko_import_view_list", "state"): "completeness",
    ("vsoko_publication_view_form", "is_hidden"): "text",
    ("vsoko_report_schedule_view_list", "attempt"): "last_state",
    ("vsoko_year_document_view_list", "is_done"): "state",
    ("vsoko_address_change_view_list", "is_waiting"): "confirmed_by_id",
}
# only found by a filter that names them
ARCHIVED = {("vsoko_report_schedule_view_list", "active")}


def shown(rows):
    """The names of the fields that a list shows from the beginning."""
    return {
        field.get("name")
        for field in rows.iter("field")
        if field.get("column_invisible") not in YES
        and field.get("invisible") not in YES
        and field.get("optional") != "hide"
    }


def named(condition):
    return {
        node.id
        for node in ast.walk(ast.parse(condition, mode="eval"))
        if isinstance(node, ast.Name)
    }


def lists():
    """Yield (XML id of the view, its list) of all lists of the addon."""
    for folder in ("views", "wizard"):
        for file in sorted((ADDON / folder).rglob("*.xml")):
            for view in ElementTree.parse(file).getroot().iter("record"):
                for rows in view.iter("list"):
                    yield view.get("id"), rows


class TestColourAlone(TestCase):
    """Whoever does not see colours reads in a column why a row of a list has one."""

    def test_every_coloured_row_says_why(self):
        silent, walked = [], 0
        for view, rows in lists():
            columns = shown(rows)
            for colour in COLOURS:
                condition = rows.get(f"decoration-{colour}")
                if not condition:
                    continue
                walked += 1
                fields = named(condition)
                told = {SAID_BY.get((view, field), field) for field in fields} & columns
                if not told and not {(view, field) for field in fields} & ARCHIVED:
                    silent.append(f"{view}: {colour} by {condition}")
        self.assertGreater(walked, 60)
        self.assertEqual(silent, [])

    def test_what_is_reviewed_is_there(self):
        views = {view for view, _rows in lists()}
        self.assertEqual({view for view, _field in SAID_BY.keys() | ARCHIVED} - views, set())

import re
import unittest
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "static" / "src"
OPENED = re.compile(r"\bdoAction\(\s*([^\s,)(]+)")
# an object, a name of an action, or what says what it is
FINE = re.compile(r"""[{"'`]|returnedAction$|tour\.action$""")


def unmarked(source):
    """Return what the pages open as it came."""
    return [found for found in OPENED.findall(source) if not FINE.match(found)]


class TestReturnedActions(unittest.TestCase):
    """What a method of the server returns is opened with its help read as HTML: the empty list
    would show the tags otherwise."""

    def test_every_page_reads_the_help_of_what_it_opens(self):
        files = sorted(SOURCES.rglob("*.js"))
        found = {file.name: lost for file in files if (lost := unmarked(file.read_text()))}
        self.assertGreater(len(files), 30)
        self.assertEqual(found, {})

    def test_what_is_opened_as_it_came_is_found(self):
        self.assertEqual(unmarked("this.action.doAction(action);"), ["action"])
        self.assertEqual(unmarked("doAction(await this.orm.call(MODEL))"), ["await"])
        self.assertEqual(unmarked("doAction({ type })\ndoAction('x.y')"), [])
        self.assertEqual(unmarked("doAction(\n    returnedAction(told), {})"), [])

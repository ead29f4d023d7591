import re
import unittest
from pathlib import Path

from tools.zones import ZONE_SIGNS

ADDON = Path(__file__).parents[2]
STYLES = ADDON / "static/src/figures/figures.scss"
ARROWS = "▲▼"


def sources():
    """Everything that a page or a paper is made of, without texts for people and tests."""
    for pattern in ("**/*.py", "**/*.xml", "**/*.js", "**/*.scss"):
        for path in ADDON.glob(pattern):
            if "tests" not in path.parts:
                yield path


class TestZoneSigns(unittest.TestCase):
    """A zone is told without its colour, and no sign means two things."""

    def test_shapes_differ_and_none_is_an_arrow(self):
        self.assertEqual(set(ZONE_SIGNS), {"critical", "acceptable", "optimal", "grey"})
        self.assertEqual(len(set(ZONE_SIGNS.values())), len(ZONE_SIGNS))
        self.assertFalse(set(ZONE_SIGNS.values()) & set(ARROWS))

    def test_the_back_office_has_the_signs_of_the_portal(self):
        block = re.search(r"\$vsoko-signs: \((.*?)\);", STYLES.read_text(), re.DOTALL).group(1)
        self.assertEqual(dict(re.findall(r'(\w+): "(.)"', block)), ZONE_SIGNS)

    def test_arrows_stand_only_for_what_grew_and_fell(self):
        found = {
            (path.name, line.strip())
            for path in sources()
            for line in path.read_text().splitlines()
            if set(line) & set(ARROWS) and not line.lstrip().startswith(("#", "//"))
        }
        self.assertEqual(found, {(STYLES.name, 'content: "▲ ";'), (STYLES.name, 'content: "▼ ";')})

    def test_signs_of_zones_are_written_nowhere_else(self):
        signs = set(ZONE_SIGNS.values())
        found = {path.name for path in sources() if signs & set(path.read_text())}
        self.assertEqual(found, {"zones.py", STYLES.name})

    def test_the_glossary_names_each_sign(self):
        guide = (ADDON / "static/guide/guide.md").read_text()
        row = next(line for line in guide.splitlines() if line.startswith("| Зона |"))
        self.assertTrue(all(sign in row for sign in ZONE_SIGNS.values()))
        self.assertFalse(set(row) & set(ARROWS))

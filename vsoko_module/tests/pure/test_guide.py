import re
import unittest
from html.parser import HTMLParser
from pathlib import Path

from tools.guide import markdown, sections

GUIDE = Path(__file__).parents[2] / "static/guide"
TEXT = """Before.

# The guide

## Marks and `codes`

A **bold
word** and 2 < 3 & "so".

1. One:
   - inner **a**
     goes on
   - inner b
2. Two

| A | B |
|---|---|
| 1 | <b> |

![Seen](images/seen.png)
### Small
- only
"""


class Tags(HTMLParser):
    """Opened and closed tags in their order, and the text between them."""

    def __init__(self, html):
        super().__init__()
        self.opened, self.words = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.opened.append(tag)

    def handle_startendtag(self, tag, attrs):
        """A picture has no end of its own."""

    def handle_endtag(self, tag):
        assert self.opened.pop() == tag

    def handle_data(self, data):
        self.words += data


class TestGuide(unittest.TestCase):
    """The guide is read by the program as it is read by people."""

    def test_signs_become_html_and_nothing_else_does(self):
        whole, marks, small = markdown.read(TEXT)
        self.assertEqual([whole.level, marks.level, small.level], [1, 2, 3])
        self.assertIn(
            "<p>A <strong>bold word</strong> and 2 &lt; 3 &amp; &#34;so&#34;.</p>", marks.html
        )
        self.assertIn(
            "<ol><li>One:<ul><li>inner <strong>a</strong> goes on</li><li>inner b</li></ul></li>"
            "<li>Two</li></ol>",
            marks.html,
        )
        self.assertIn("<td>&lt;b&gt;</td>", marks.html)
        self.assertIn('src="/vsoko_module/static/guide/images/seen.png" alt="Seen"', marks.html)

    def test_no_sign_of_the_guide_is_left_over(self):
        for section in markdown.read(GUIDE.joinpath("guide.md").read_text("utf-8")):
            with self.subTest(section.title):
                page = Tags(re.sub("<code>.*?</code>", "", section.html))
                self.assertEqual(page.opened, [])
                self.assertNotRegex(page.words, r"\*\*|`|\]\(|(^|\s)\|")

    def test_titles_are_unique_and_named_ones_exist(self):
        titles = [one.title for one in markdown.read(GUIDE.joinpath("guide.md").read_text("utf-8"))]
        self.assertEqual(len(titles), len(set(titles)))
        named = {*sections.ROOMS.values(), *sections.MODELS.values(), *sections.PAGES.values()}
        self.assertEqual(named - set(titles), set())
        self.assertIn("Словарь", titles)

    def test_a_folder_without_a_section_takes_that_of_the_folder_above(self):
        self.assertEqual(sections.of_room("governance.routes"), "Индивидуальный маршрут")
        self.assertEqual(sections.of_room("reporting.reports.about"), "Отчёты")
        self.assertIsNone(sections.of_room("mixins"))

    def test_every_picture_is_there(self):
        text = GUIDE.joinpath("guide.md").read_text("utf-8")
        pictures = re.findall(r"!\[[^\]]*\]\((.*?)\)", text)
        self.assertGreater(len(pictures), 2)
        self.assertEqual([name for name in pictures if not (GUIDE / name).is_file()], [])

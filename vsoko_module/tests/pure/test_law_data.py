import unittest
from pathlib import Path

from lxml import etree

DATA = Path(__file__).parents[2] / "data/vsoko_document_law_data.xml"
# number → day of the normative acts that were compared with the regulation or with a text that
# quotes them; whatever is shipped beside them says that it was not
COMPARED = {
    "413": "2012-05-17",
    "462": "2013-06-14",
    "1324": "2013-12-10",
    "704": "2024-10-09",
    "1802": "2021-10-20",
    "СК-228/03, 01-169/08-01": "2021-08-06",
    "779": "2024-11-06",
    "87": "2017-03-23",
    "375": "2017-03-23",
}


def laws():
    """The shipped normative acts, as {field: its text}."""
    for record in etree.parse(DATA).iterfind(".//record"):
        law = {field.get("name"): field.text or field.get("eval") for field in record}
        if law.get("kind") == "law":
            yield law


class TestLawData(unittest.TestCase):
    """What is shipped of the law says where it was not compared with a text."""

    def test_what_was_not_compared_is_marked(self):
        found = {law["outer_number"]: law["date"] for law in laws() if "is_unverified" not in law}
        self.assertEqual(found, COMPARED)

    def test_the_mark_is_set(self):
        marked = [law["is_unverified"] for law in laws() if "is_unverified" in law]
        self.assertGreater(len(marked), 5)
        self.assertEqual(set(marked), {"True"})

import datetime
import unittest
from pathlib import Path

from lxml import etree
from tools.figure import Figure
from tools.writers.xml_file import NAMESPACE, PLACES, InvalidDocument, report_xml, validate

SCHEMA = (Path(__file__).parents[2] / "static/xsd/vsoko-report-1.0.xsd").read_bytes()
NAMES = {"r": NAMESPACE}
CELLS = {
    "school": "school",
    "level": "level:ooo",
    "grade": "grade:5",
    "class": "class:1",
    "subject": "subject:7",
}


def document(*figures, **changes):
    return {
        "created": datetime.datetime(2026, 1, 12, 5, 30),
        "small_groups_hidden": True,
        "school": {"name": "Школа «Берёзовая роща» & Ко", "inn": None},
        "period": {
            "name": "2 четверть",
            "schoolYear": "2025/2026",
            "kind": "quarter",
            "start": datetime.date(2025, 11, 3),
            "end": datetime.date(2025, 12, 30),
            "status": "approved",
            "approval": 1,
        },
        "framework": {"name": "Система", "from": datetime.date(2025, 9, 1)},
        "indicators": [
            {
                "code": "quality",
                "name": "Качество",
                "unit": "percent",
                "digits": 1,
                "direction": "more",
                "target": 60.0,
                "figures": list(figures),
            }
        ],
    } | changes


def figure(scope="school", grade=5, **changes):
    """A figure and its place."""
    parts = {
        "value": 66.666666,
        "numerator": 4.0,
        "denominator": 6.0,
        "n": 6,
        "status": "optimal",
    } | changes
    place = {
        "level": "ooo",
        "grade": grade,
        "class_name": "5А",
        "subject_code": "math",
        "subject_name": "Математика",
    }
    return Figure("quality", CELLS[scope], **parts), place


def written(*figures, **changes):
    return etree.fromstring(report_xml(document(*figures, **changes), SCHEMA))


class TestXml(unittest.TestCase):
    def test_a_figure_of_every_scope(self):
        root = written(*(figure(scope) for scope in PLACES))
        places = [node[0] for node in root.iterfind(".//r:figure", NAMES)]
        self.assertEqual(
            [(etree.QName(place).localname, dict(place.attrib)) for place in places],
            [
                ("wholeSchool", {}),
                ("level", {"code": "ooo"}),
                ("grade", {"number": "5"}),
                ("class", {"name": "5А", "grade": "5"}),
                ("subject", {"code": "math", "name": "Математика"}),
            ],
        )

    def test_value_with_what_it_rests_on(self):
        value = written(figure()).find(".//r:value", NAMES)
        self.assertEqual(value.text, "66.7")
        self.assertEqual(
            dict(value.attrib),
            {"numerator": "4", "denominator": "6", "n": "6", "status": "optimal"},
        )
        value = written(figure(value=0.05, numerator=None, status=None)).find(".//r:value", NAMES)
        self.assertEqual((value.text, set(value.attrib)), ("0.1", {"denominator", "n"}))

    def test_missing_has_a_reason_and_no_number(self):
        node = written(figure(value=None, missing_reason="empty_base")).find(".//r:figure", NAMES)
        self.assertEqual(node[1].get("reason"), "empty_base")
        self.assertEqual(node.xpath("string()").strip(), "")

    def test_a_hidden_figure_gives_no_number_away(self):
        known, place = figure()
        node = written((known.hide(), place)).find(".//r:figure", NAMES)
        self.assertEqual(node[1].get("reason"), "small_group")
        self.assertNotIn("66", etree.tostring(node, encoding="unicode"))

    def test_heading(self):
        root = written(figure())
        self.assertEqual(root.get("created"), "2026-01-12T05:30:00Z")
        self.assertEqual(root.get("smallGroupsHidden"), "true")
        self.assertEqual(root[0].get("name"), "Школа «Берёзовая роща» & Ко")
        self.assertEqual(root[1].get("start"), "2025-11-03")
        self.assertEqual(root.find(".//r:indicator", NAMES).get("target"), "60")

    def test_texts_of_people_cannot_break_the_document(self):
        school = {"name": '"><figure/>\x0b\n<!--', "inn": None}
        root = written(figure(), school=school)
        self.assertEqual(root[0].get("name"), '"><figure/> <!--')
        self.assertEqual(len(root.findall(".//r:figure", NAMES)), 1)

    def test_indicators_without_figures_are_left_out(self):
        empty = document()["indicators"][0] | {"code": "success"}
        full = document(figure())["indicators"]
        root = written(indicators=[*full, empty])
        self.assertEqual(
            [node.get("code") for node in root.iterfind(".//r:indicator", NAMES)], ["quality"]
        )


class TestValidation(unittest.TestCase):
    def test_what_does_not_meet_the_schema_is_not_given_out(self):
        wrong = {
            "no figure at all": document(),
            "unknown reason": document(figure(missing_reason="later")),
            "unknown status": document(figure(status="good")),
            "grade": document(figure("grade", grade=13)),
            "name": document(figure(), school={"name": "", "inn": None}),
            "inn": document(figure(), school={"name": "Школа", "inn": "12"}),
            "same code twice": document(indicators=document(figure())["indicators"] * 2),
        }
        for name, content in wrong.items():
            with self.subTest(name), self.assertRaises(InvalidDocument) as caught:
                report_xml(content, SCHEMA)
            self.assertTrue(caught.exception.problems)

    def test_names_of_people_have_no_place_in_the_schema(self):
        data = report_xml(document(figure()), SCHEMA)
        for extra in (b"<pupil name='x'/>", b"<teacher name='x'/>"):
            with self.subTest(extra), self.assertRaises(InvalidDocument):
                validate(data.replace(b"<wholeSchool/>", extra), SCHEMA)
        with self.assertRaises(InvalidDocument):
            validate(data.replace(b"<wholeSchool/>", b"<wholeSchool teacher='x'/>"), SCHEMA)

    def test_another_version_and_broken_files_are_refused(self):
        data = report_xml(document(figure()), SCHEMA)
        validate(data, SCHEMA)
        for wrong in (
            data.replace(b'version="1.0" created', b'version="2.0" created'),
            data.replace(NAMESPACE.encode(), b"urn:vsoko:report:2.0"),
            data[:-10],
        ):
            with self.subTest(wrong[-40:]), self.assertRaises(InvalidDocument):
                validate(wrong, SCHEMA)

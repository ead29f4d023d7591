import json
import unittest

from tools import framework_file
from tools.framework_file import FrameworkFileError, dump, load

KNOWN = {
    "criteria": {"code", "name", "parent"},
    "indicators": {"code", "name", "criterion", "bands", "target"},
    "bands": {"lower", "status", "origin"},
}
BAND = {"lower": 0, "status": "critical", "origin": "school"}


def system(**changes):
    return {
        "name": "Система",
        "criteria": [
            {"code": "1", "name": "Результаты"},
            {"code": "1.1", "name": "Предметные", "parent": "1"},
        ],
        "indicators": [
            {"code": "quality", "name": "Качество", "criterion": "1.1", "bands": [BAND]},
            {"code": "success", "name": "Успеваемость", "criterion": "1", "target": None},
        ],
    } | changes


def with_indicator(**changes):
    first, second = system()["indicators"]
    return system(indicators=[first | changes, second])


class TestFile(unittest.TestCase):
    def refused(self, code, data, **params):
        content = data if isinstance(data, bytes) else dump(data)
        with self.assertRaises(FrameworkFileError) as caught:
            load(content, KNOWN)
        self.assertEqual(caught.exception.code, code)
        self.assertLessEqual(params.items(), caught.exception.params.items())
        self.assertTrue(caught.exception.message())

    def test_what_was_written_is_read(self):
        content = dump(system())
        self.assertEqual(
            load(content, KNOWN), {"format": "vsoko.framework", "version": 1} | system()
        )
        self.assertIn("Качество".encode(), content, "people can read it")
        empty = {"criteria": [], "indicators": []}
        self.assertEqual(load(dump(empty), KNOWN)["criteria"], [])

    def test_five_megabytes_are_the_most(self):
        content = dump(system())
        self.assertTrue(load(content.ljust(5_000_000), KNOWN))
        self.refused("too_large", content.ljust(5_000_001), limit=5)

    def test_what_is_no_such_file(self):
        for content in (b"", b"[]", b"{", b"[" * 100_000, b"null", b"\xff", dump({"format": "x"})):
            with self.subTest(content[:20]):
                self.refused("not_json", content)
        self.refused("not_json", json.dumps(system()).encode())
        self.refused("not_json", system(name="\x00"))
        self.refused("not_json", system(criteria=None))
        self.refused("not_json", with_indicator(bands={}) | {"indicators": "quality"})

    def test_a_file_of_another_version(self):
        for version in (2, 0, None, "1"):
            self.refused("version", dump(system(version=version)), found=version, known=1)

    def test_what_an_entry_has_to_say(self):
        for name in ("code", "name", "criterion"):
            for value in (None, ""):
                self.refused("part", with_indicator(**{name: value}), number=1, missing=name)
        self.refused("part", with_indicator(bands=[BAND, {"lower": 0}]), part="bands", number=2,
                     missing="origin, status")  # fmt: skip
        self.refused("part", system(criteria=[{"name": "Результаты"}]), missing="code")

    def test_zero_and_no_are_something(self):
        self.assertTrue(load(dump(with_indicator(bands=[BAND | {"lower": 0.0}])), KNOWN))
        self.assertTrue(load(dump(with_indicator(target=False)), KNOWN))
        self.assertTrue(load(dump(with_indicator(bands=None)), KNOWN))

    def test_what_an_entry_may_not_say(self):
        self.refused("unknown", with_indicator(formula="1", colour="x"), names="colour, formula")
        self.refused("unknown", with_indicator(bands=[BAND | {"upper": 1}]), part="bands", number=1)
        self.refused("value", with_indicator(name=["Качество"]), names="name")
        self.refused("value", with_indicator(target={}), names="target")
        self.refused("value", system(criteria=["1"]), part="criteria", number=1)

    def test_codes_stand_once(self):
        first, second = system()["indicators"]
        self.refused("twice", system(indicators=[first, second, first]), entry="quality")
        self.refused("twice", system(criteria=[{"code": "1", "name": "а"}] * 2), part="criteria")
        same = [{"code": "quality", "name": "Качество", "criterion": "quality"}]
        criteria = [{"code": "quality", "name": "Качество"}]
        self.assertTrue(load(dump(system(criteria=criteria, indicators=same)), KNOWN))

    def test_parents_stand_before_children(self):
        first, second = system()["criteria"]
        self.refused("criterion", system(criteria=[second, first]), entry="1.1", criterion="1")
        own = first | {"parent": "1"}
        self.refused("criterion", system(criteria=[own, second]), entry="1", criterion="1")
        self.refused("criterion", with_indicator(criterion="2"), entry="quality", criterion="2")

    def test_each_refusal_has_its_words(self):
        for code in framework_file.MESSAGES:
            params = dict.fromkeys(
                ("limit", "found", "known", "part", "number", "missing", "names", "entry",
                 "criterion"), "7")  # fmt: skip
            self.assertNotIn("%(", FrameworkFileError(code, **params).message())

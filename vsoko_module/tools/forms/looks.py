"""Number formats of a workbook: which cells show per cents and which show dates."""

import re

_PERCENT, _DATE = {9, 10}, {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
# what a format shows as it is: quoted text, an escaped sign, conditions and colours
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


class Looks:
    """:param root: root of ``xl/styles.xml``, or None when the workbook has none"""

    def __init__(self, root):
        self._formats = []
        self._codes = {}
        if root is None:
            return
        self._codes = {
            node.get("numFmtId"): _LITERAL.sub("", node.get("formatCode", "")).lower()
            for node in root.iterfind("{*}numFmts/{*}numFmt")
        }
        self._formats = [node.get("numFmtId", "0") for node in root.iterfind("{*}cellXfs/{*}xf")]

    def is_percent(self, look):
        """:param look: number of the look, as cells give it"""
        return self._has(look, _PERCENT, "%")

    def is_date(self, look):
        return self._has(look, _DATE, "dmy")

    def _has(self, look, numbers, signs):
        number = self._formats[look] if look < len(self._formats) else "0"
        code = self._codes.get(number)
        if code is None:
            return number.isdecimal() and int(number) in numbers
        return any(sign in code for sign in signs)

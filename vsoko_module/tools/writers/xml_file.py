"""The figures of a period as XML by a published schema, never without having been validated."""

import re
from decimal import Decimal

from lxml import etree

from ..numbers import rounded
from ..readers.xml_part import parse_closed

NAMESPACE = "urn:vsoko:report:1.0"
VERSION = "1.0"
# where a figure stands: scope → name of the element and its attributes in the place
PLACES = {
    "school": ("wholeSchool", {}),
    "level": ("level", {"code": "level"}),
    "grade": ("grade", {"number": "grade"}),
    "class": ("class", {"name": "class_name", "grade": "grade"}),
    "subject": ("subject", {"code": "subject_code", "name": "subject_name"}),
}
_RESTS_ON = ("numerator", "denominator", "n", "status")
_SMALL_GROUP = "small_group"
_SHOWN_ERRORS = 5
_ILLEGAL = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")


class InvalidDocument(ValueError):
    """The document does not meet the schema; ``problems`` say where and why."""

    def __init__(self, problems):
        self.problems = problems
        super().__init__("; ".join(problems))


def report_xml(document, schema):
    """Bytes of the document.

    :param document: dict ``created`` (datetime in UTC), ``small_groups_hidden``, ``school``
        (name, inn), ``period`` (name, schoolYear, kind, start, end, status, approval),
        ``framework`` (name, from) and ``indicators``: dicts code, name, unit, digits, direction,
        target and ``figures``: pairs (`Figure`, place), the place being a dict with what `PLACES`
        needs for its scope; None is left out
    :param schema: bytes of the XSD
    :raise InvalidDocument: the document does not meet the schema, or there is no figure
    """
    data = etree.tostring(
        _report(document), xml_declaration=True, encoding="UTF-8", pretty_print=True
    )
    validate(data, schema)
    return data


def validate(data, schema):
    """Raise ``InvalidDocument`` unless the bytes are a document by the schema."""
    rules = etree.XMLSchema(parse_closed(schema))
    try:
        root = parse_closed(data)
    except etree.XMLSyntaxError as error:
        raise InvalidDocument([str(error)]) from None
    if not rules.validate(root):
        raise InvalidDocument(
            [f"{error.line}: {error.message}" for error in rules.error_log][:_SHOWN_ERRORS]
        )


def _report(document):
    root = etree.Element(f"{{{NAMESPACE}}}report", nsmap={None: NAMESPACE})
    _set(
        root,
        {
            "version": VERSION,
            "created": document["created"].strftime("%Y-%m-%dT%H:%M:%SZ"),
            "smallGroupsHidden": document["small_groups_hidden"],
        },
    )
    for name in ("school", "period", "framework"):
        _add(root, name, document[name])
    indicators = _add(root, "indicators", {})
    for indicator in document["indicators"]:
        if indicator["figures"]:
            _add_indicator(indicators, indicator)
    return root


def _add_indicator(parent, indicator):
    names = ("code", "name", "unit", "direction", "target")
    node = _add(parent, "indicator", {name: indicator[name] for name in names})
    for figure, place in indicator["figures"]:
        _add_figure(node, figure, place, indicator["digits"])


def _add_figure(parent, figure, place, digits):
    node = _add(parent, "figure", {})
    name, attributes = PLACES[figure.scope]
    _add(node, name, {attribute: place[key] for attribute, key in attributes.items()})
    reason = _SMALL_GROUP if figure.is_hidden else figure.missing_reason
    if reason:
        _add(node, "missing", {"reason": reason})
        return
    value = _add(node, "value", {name: getattr(figure, name) for name in _RESTS_ON})
    value.text = f"{rounded(figure.value, digits):f}"


def _add(parent, name, attributes):
    node = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    _set(node, attributes)
    return node


def _set(node, attributes):
    for name, value in attributes.items():
        if value is not None:
            node.set(name, _text(value))


def _text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return _ILLEGAL.sub(" ", str(value))

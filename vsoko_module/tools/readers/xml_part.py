"""XML that reads nothing but itself, whoever wrote it."""

from lxml import etree

from .refusals import Refused


def parse_closed(data):
    """The root; entities stay names, declarations of types elsewhere are not loaded.

    :raise etree.XMLSyntaxError: for what is no XML
    """
    # to load declarations, to ask the network and to build huge trees lxml has to be told
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False))


def parse_part(data):
    """The root of one part of a workbook or a document.

    :raise Refused: for what is no XML
    """
    try:
        return parse_closed(data)
    except etree.XMLSyntaxError:
        raise Refused("broken_workbook") from None

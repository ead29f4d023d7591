"""Open a file from outside in a process of its own; only plain cells come back."""

from .. import apart
from .sheet import Sheet
from .sniff import read_sheets


def read_sheets_apart(content):
    """Sheets of a file as ``sniff.read_sheets`` gives them, opened in another process.

    :raise Refused: for what that refuses, and for a file that needs too much memory or time
    """
    return [Sheet(*parts) for parts in apart.call("readers.apart:open_sheets", content)]


def open_sheets(content, _argument):
    """The job of the other process: the parts of each sheet."""
    return _parts(read_sheets(content))


def dump_sheets(sheets):
    """Bytes of JSON that `load_sheets` makes the same sheets of, none of whose cells is read."""
    return apart.dump(_parts(sheets))


def load_sheets(data):
    return [Sheet(*parts) for parts in apart.load(data)]


def _parts(sheets):
    return [(sheet.name, sheet.rows, sheet.hidden, sheet.epoch) for sheet in sheets]

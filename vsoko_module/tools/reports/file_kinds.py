"""Kinds of files that a school puts beside its documents: a browser saves them and never runs
them."""

from pathlib import PurePath

KINDS = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}


def suffix(name):
    """The extension of a file name in small letters, with its dot; empty where there is none."""
    return PurePath(name or "").suffix.lower()

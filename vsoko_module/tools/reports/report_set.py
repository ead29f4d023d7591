"""The files of all reports of a period as one archive."""

from ..readers.archive import pack
from .file_names import file_name


def archive(files, title, said):
    """Bytes of a ZIP: a folder for each type, and a text that says what is in it and what is not.

    :param files: triples (type, name, bytes); files of one name in a folder get numbers
    :param title: the name of the text
    :param said: its lines
    """
    text = "\ufeff" + "\r\n".join(said) + "\r\n"
    parts = {file_name([title], "txt"): text.encode()}
    for kind, name, content in files:
        parts[_free_path(file_name([kind], "").rstrip("."), name, parts)] = content
    return pack(parts)


def _free_path(folder, name, taken):
    """The path of a file in its folder, with the first number that is free."""
    start, dot, extension = name.rpartition(".")
    path, number = f"{folder}/{name}", 2
    while path in taken:
        path, number = f"{folder}/{start}_{number}{dot}{extension}", number + 1
    return path

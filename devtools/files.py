"""Checks of the addon's files that need neither Odoo nor a database."""

import ast
import csv
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

# folders whose XML and CSV files Odoo loads only when the manifest names them
LOADED_FOLDERS = ("data", "demo", "report", "security", "views", "wizard")


def findings(addon: Path) -> Iterator[str]:
    """Everything wrong, one line each, with the file's path inside the checkout."""
    for path in sorted(addon.rglob("*.xml")):
        yield from _named(addon, path, xml_findings(path.read_bytes()))
    for path in sorted(addon.rglob("*.csv")):
        if path.relative_to(addon).parts[0] in LOADED_FOLDERS:
            yield from _named(addon, path, csv_findings(path.read_text(encoding="utf-8")))
    yield from manifest_findings(addon)
    yield from script_findings(addon)


def _named(addon: Path, path: Path, texts) -> Iterator[str]:
    for text in texts:
        yield f"{path.relative_to(addon.parent)}: {text}"


def xml_findings(content: bytes) -> list[str]:
    """Not well-formed, or two records with one id."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        return [str(error)]
    found = [
        "t-raw shows a text without escaping it" for node in root.iter() if "t-raw" in node.attrib
    ]
    tags = ("record", "template", "menuitem")
    ids = Counter(node.get("id") for tag in tags for node in root.iter(tag) if node.get("id"))
    return found + [
        f"the id {name} is used {count} times" for name, count in ids.items() if count > 1
    ]


def csv_findings(text: str) -> list[str]:
    """Rows that do not have the header's columns, and ids that appear twice."""
    rows = list(csv.reader(text.splitlines()))
    if not rows:
        return ["the file is empty"]
    header, *body = rows
    found = [
        f"line {number}: {len(row)} columns, the header has {len(header)}"
        for number, row in enumerate(body, 2)
        if row and len(row) != len(header)
    ]
    if "id" not in header:
        return [*found, "there is no column id"]
    place = header.index("id")
    ids = Counter(row[place] for row in body if len(row) > place)
    return found + [
        f"the id {name} is used {count} times" for name, count in ids.items() if count > 1
    ]


def manifest_findings(addon: Path) -> list[str]:
    """Files that the manifest names and nobody wrote, or that it forgot."""
    manifest = ast.literal_eval((addon / "__manifest__.py").read_text(encoding="utf-8"))
    named = [*manifest.get("data", []), *manifest.get("demo", [])]
    present = {
        path.relative_to(addon).as_posix()
        for folder in LOADED_FOLDERS
        for pattern in ("*.xml", "*.csv")
        for path in (addon / folder).rglob(pattern)
    }
    where = f"{addon.name}/__manifest__.py"
    found = [f"{where}: {name} does not exist" for name in named if not (addon / name).is_file()]
    return found + [f"{where}: {name} is not loaded" for name in sorted(present - set(named))]


def script_findings(addon: Path) -> Iterator[str]:
    """Syntax of our JavaScript modules, where Node.js is installed."""
    node = shutil.which("node")
    scripts = [path for path in sorted(addon.rglob("*.js")) if "lib" not in path.parts]
    if not node or not scripts:
        return
    with tempfile.TemporaryDirectory() as folder:
        # the suffix tells Node.js that the file is a module
        copy = Path(folder) / "script.mjs"
        for path in scripts:
            copy.write_bytes(path.read_bytes())
            done = subprocess.run(
                [node, "--check", copy], capture_output=True, text=True, check=False
            )
            if done.returncode:
                place = re.search(r"script\.mjs:(\d+)", done.stderr)
                error = re.search(r"^\w*Error: .*$", done.stderr, re.M)
                line, text = place and place[1], error and error[0]
                yield f"{path.relative_to(addon.parent)}:{line}: {text or done.stderr.strip()}"

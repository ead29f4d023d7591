"""Merges and checks the Russian catalogue. Runs inside the virtual environment, which has polib.

Usage: python -m devtools.catalogue ORDER, with the order as JSON made by `devtools.translations`.
"""

import json
import re
import sys
from pathlib import Path

import polib

PLACEHOLDER = re.compile(r"%\(\w+\)[sdfr]|%[sdfr]|\$?\{\w+\}")
# questionnaires are shipped in Russian, as indicators are, but Odoo keeps their texts by language
IN_RUSSIAN = "model:survey."
SHOWN = 30
HEADER = {
    "Project-Id-Version": "Odoo Server 19.0",
    "Language": "ru",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}


def translations(catalogue: polib.POFile) -> dict[str, str]:
    """What the catalogue translates for certain."""
    return {
        entry.msgid: entry.msgstr
        for entry in catalogue
        if entry.msgstr and not entry.fuzzy and not entry.obsolete
    }


def merge(terms: polib.POFile, sources: list[dict[str, str]]) -> polib.POFile:
    """The terms in a stable order, each with the translation of the first source that has one."""
    merged = polib.POFile(wrapwidth=0)
    merged.metadata = dict(HEADER)
    for entry in sorted(terms, key=lambda entry: entry.msgid):
        found = (source[entry.msgid] for source in sources if source.get(entry.msgid))
        merged.append(
            polib.POEntry(
                msgid=entry.msgid,
                msgstr=next(found, ""),
                comment=entry.comment,
                occurrences=sorted(set(entry.occurrences)),
            )
        )
    return merged


def findings(terms: polib.POFile, catalogue: polib.POFile) -> list[str]:
    """What keeps the catalogue from being complete and exact."""
    wanted = {entry.msgid for entry in terms}
    present = {entry.msgid: entry for entry in catalogue if not entry.obsolete}
    found = [f"missing: {msgid!r}" for msgid in sorted(wanted - present.keys())]
    found += [f"not a term any more: {msgid!r}" for msgid in sorted(present.keys() - wanted)]
    for msgid, entry in sorted(present.items()):
        if entry.fuzzy:
            found.append(f"fuzzy: {msgid!r}")
        elif not entry.msgstr:
            found.append(f"untranslated: {msgid!r}")
        elif placeholders(msgid) != placeholders(entry.msgstr):
            found.append(f"placeholders differ: {msgid!r} → {entry.msgstr!r}")
    return found


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def load(path: str) -> polib.POFile:
    return polib.pofile(path, wrapwidth=0) if Path(path).exists() else polib.POFile(wrapwidth=0)


def without_russian(terms: polib.POFile) -> polib.POFile:
    """The terms that wait for a translation: what is shipped in Russian alone is left out."""
    for entry in list(terms):
        if entry.occurrences and all(
            place.startswith(IN_RUSSIAN) for place, _ in entry.occurrences
        ):
            terms.remove(entry)
    return terms


def rewrite(order: dict) -> int:
    terms, catalogue = without_russian(load(order["terms"])), load(order["catalogue"])
    dictionary = json.loads(Path(order["dictionary"]).read_text()) if order["dictionary"] else {}
    sources = [dictionary, translations(catalogue)]
    # labels of Odoo's own mixins belong to our models, but Odoo has translated them already
    sources += [translations(load(path)) for path in order["fallbacks"]]
    merged = merge(terms, sources)
    Path(order["catalogue"]).parent.mkdir(exist_ok=True)
    merged.save(order["catalogue"])
    untranslated = [entry.msgid for entry in merged if not entry.msgstr]
    if order["missing"]:
        print(json.dumps(dict.fromkeys(untranslated, ""), ensure_ascii=False, indent=1))
    else:
        print(f"{len(merged)} terms, {len(untranslated)} untranslated")
    return 0


def check(order: dict) -> int:
    found = findings(without_russian(load(order["terms"])), load(order["catalogue"]))
    for text in found[:SHOWN]:
        print(f"{order['addon']}/i18n/ru.po: {text}")
    if len(found) > SHOWN:
        print(
            f"and {len(found) - SHOWN} more; ./vsoko i18n --addon {order['addon']} sorts them out"
        )
    return 1 if found else 0


if __name__ == "__main__":
    what = json.loads(sys.argv[1])
    sys.exit(check(what) if what["check"] else rewrite(what))

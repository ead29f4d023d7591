"""Report cards («табель успеваемости»): a table of subjects and terms under the name of a pupil."""

import re

from ..layout import Asked, Extract, Layout
from ..listing import Listing
from ..names import clean, is_person
from ..problem import Problem
from ..row_reader import RowReader
from ..titles import Titles, read_titles
from . import marks_list
from .marks_list import PERIOD_HEADINGS, MarkLines

KEY = "report_card"
TERMS = tuple(f"mark {heading}" for heading in PERIOD_HEADINGS)
RESULTS = {
    "exam": ("экзамен", "экз", "экзаменационная", "экзаменационная отметка"),
    "final": ("итоговая", "итоговая отметка", "итоговая оценка", "итог"),
}
LABELS = {"subject": "Предмет", "exam": "Экзамен", "final": "Итоговая"}
LISTING = Listing(
    LABELS | {field: marks_list.LISTING.labels[field] for field in TERMS},
    {
        "subject": (
            *marks_list.ALIASES["subject"],
            "предметы",
            "учебные предметы",
            "наименование предметов",
            "наименование учебных предметов",
        ),
        **{field: marks_list.ALIASES[field] for field in TERMS},
        **RESULTS,
    },
    required=("subject", TERMS),
)
WHO = (
    r"(?:ученика?|учениц[аы]|учащ(?:ийся|аяся|егося|ейся)|обучающ(?:ийся|аяся|егося|ейся)"
    r"|реб[её]нка)"
)
LABEL = re.compile(
    rf"(?:(?:фио|ф\.\s?и\.\s?о\.?|фамилия,? имя(?:,? отчество)?)(?:\s+{WHO})?|{WHO})\s*:?\s*",
    re.IGNORECASE,
)
# what may stand after the name in one line
AFTER_NAME = re.compile(r"[,;(|]|\s+\d{1,2}\s*[«\"]?[а-яё]?[»\"]?\s*класс", re.IGNORECASE)


def recognise(sheets):
    return 0.95 if any(map(pupil_of, LISTING.above(sheets))) else 0


def extract(sheets, today):
    titles, rows, problems, dashes = Titles(), [], [], []
    for block in LISTING.reader(sheets, today).blocks:
        above = block.sheet.rows[block.first : block.header.row]
        pupil = pupil_of(above)
        if not pupil:
            continue
        reader = RowReader([block], LISTING.labels, today)
        titles = read_titles(above).completed_by(titles)
        card = MarkLines(reader, titles, dashes, pupil)
        rows += [mark for number in reader.rows() for mark in card.read(number)]
        problems += reader.problems
    if dashes:
        problems.append(Problem("dash_marks", *dashes[0], "-", {"count": len(dashes)}))
    return Extract(KEY, titles, rows, tuple(problems))


def pupil_of(rows):
    """The name in the lines above a card: after «Ученик:», else the line that is a name; or ""."""
    texts = [clean(cell) for row in rows for cell in row if cell != ""]
    for place, text in enumerate(texts):
        label = LABEL.match(text)
        if label:
            told = text[label.end() :] or (texts[place + 1] if place + 1 < len(texts) else "")
            if name := _name(told):
                return name
    # without the word each word of a name has its capital
    return next((name for text in texts if (name := _name(text)).istitle()), "")


def _name(text):
    name = AFTER_NAME.split(text, maxsplit=1)[0].strip()
    return name if is_person(name) and len(name.split()) > 1 else ""


LAYOUT = Layout(
    KEY,
    title="Report cards of pupils",
    order=47,
    recognise=recognise,
    extract=extract,
    loader="marks",
    asks={Asked.CLASS},
)

"""A list of an exam's results without answers: points of a hundred, primary points or marks."""

from ..exam_titles import read_exam_titles
from ..exams import ALIASES, IGNORED, LABELS, LISTING, is_state
from ..layout import RESULTS, Extract, Layout
from ..listing import Listing
from ..names import clean, fold
from ..subject_names import subject_of
from ..work_titles import REHEARSAL, lines_text
from ..works import ABSENT, AWAY, PRESENT, WorkRow, parse_work_mark, whole

KEY = "exam_list"
PROCEDURES = (("oge", ("огэ", "основной государственный экзамен")),)
PROCEDURES += (("ege", ("егэ", "единый государственный экзамен")),)
RESULTS_OF = ("total", "mark", "test_score")
PLAIN = Listing(
    {field: LABELS[field] for field in ALIASES if field not in ("short", "long")},
    {field: keys for field, keys in ALIASES.items() if field not in ("short", "long")},
    required=(("name", "surname"), RESULTS_OF),
    ignored=IGNORED,
)


def recognise(sheets):
    # a protocol with answers says more of the same exam
    if any(True for _above in LISTING.above(sheets)):
        return 0
    return 0.9 if _procedure(sheets) else 0


def extract(sheets, today):
    reader = PLAIN.reader_alike(sheets, today, _about)
    procedure = _procedure(sheets) or "ege"
    rows = reader.records(lambda reader, number: read_result(reader, number, RESULTS_OF))
    titles, work = read_exam_titles(reader.above, procedure, (), today)
    # «Результаты ОГЭ по математике»
    subject = work.subject or subject_of(lines_text(reader.above))
    titles, work = titles._replace(subject=subject), work._replace(subject=subject)
    return Extract(KEY, titles, rows, tuple(reader.problems), work)


def _procedure(sheets):
    """ "oge" or "ege" as the lines above the list say, "" when they name none or a rehearsal."""
    texts = [fold(clean(cell)) for above in PLAIN.above(sheets) for row in above for cell in row]
    told = " ".join(texts)
    if REHEARSAL.search(told):
        return ""
    return next((one for one, words in PROCEDURES if any(word in told for word in words)), "")


def _about(above):
    work = read_exam_titles(above, "ege", (), None)[1]
    return work.subject, work.day


def read_result(reader, number, fields):
    """Yield the ``WorkRow``; of who has no result the words about it are the note.

    :param fields: those of "total", "mark" and "test_score" that a result may stand in
    """
    class_name = reader.class_name() if reader.text("class_name") else reader.section
    found = WorkRow(reader.sheet.name, number, reader.person(), "", class_name, ABSENT)
    texts = [text for field in fields if (text := reader.text(field))]
    states = [text for text in texts if is_state(text)]
    is_away = bool(texts) and all(fold(text) in AWAY for text in texts)
    if not texts:
        reader.problem("did_not_write", next(field for field in fields if reader.column(field)))
    if not reader.ok:
        return
    if states or is_away or not texts:
        yield found._replace(note=states[0] if states else "")
        return
    scores = {
        field: None if (score := reader.number(field)) is None else whole(score)
        for field in fields
        if field != "mark"
    }
    if reader.ok:
        yield found._replace(
            attendance=PRESENT,
            mark=parse_work_mark(reader.raw("mark")),
            journal_mark=parse_work_mark(reader.raw("journal_mark")),
            score=scores.get("total"),
            test_score=scores.get("test_score"),
        )


LAYOUT = Layout(
    KEY,
    title="List of exam results",
    order=100,
    recognise=recognise,
    extract=extract,
    loader="works",
    asks=RESULTS,
)

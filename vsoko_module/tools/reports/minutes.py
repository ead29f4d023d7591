"""Minutes of a meeting and the extract for one of its questions → a ``Paper`` of texts."""

from dataclasses import dataclass

from .formatting import DASH
from .frozen import Frozen
from .paper import Paper, PaperFrame, Part

# longer lists of those present are an appendix
LONGEST_LIST = 15


@dataclass(frozen=True)
class Resolved:
    """A resolution in words; ``responsible`` and ``deadline`` may be empty."""

    number: str
    text: str
    responsible: str = ""
    deadline: str = ""


@dataclass(frozen=True)
class Question:
    """A question as it went; every text may be empty, texts of several lines stay so."""

    place: int
    name: str
    speaker: str = ""
    heard: str = ""
    speeches: str = ""
    vote: str = ""
    resolutions: tuple = ()
    opinion: str = ""
    is_postponed: bool = False


@dataclass(frozen=True)
class Minutes:
    """``absent`` are pairs (name, reason), ``corrections`` pairs (day, text); ``number`` is empty
    until the minutes are signed."""

    school: str
    body: str
    number: str
    day: str
    place: str
    form: str
    chair: str
    secretary: str
    members: int
    present: tuple
    absent: tuple
    guests: tuple
    quorum: str
    questions: tuple
    appendices: tuple = ()
    corrections: tuple = ()


def minutes(meeting, _):
    """``Paper`` of the minutes in the order of the usual form."""
    is_long = len(meeting.present) > LONGEST_LIST
    parts = [
        _part(None, _facts(meeting, is_long, _)),
        _part(_("AGENDA"), [(None, _agenda(meeting))]),
    ]
    parts += [_question(question, _) for question in meeting.questions]
    appendices = list(meeting.appendices)
    if is_long:
        appendices.append(_("List of those present: %(names)s", names=", ".join(meeting.present)))
    if appendices:
        parts.append(_part(_("APPENDICES"), [(None, _numbered(appendices))]))
    if meeting.corrections:
        lines = "\n".join(f"{day}: {text}" for day, text in meeting.corrections)
        parts.append(_part(_("CORRECTIONS"), [(None, lines)]))
    signers = [(_("Chair"), meeting.chair), (_("Secretary"), meeting.secretary)]
    form = PaperFrame(meeting.school, signers=signers, is_draft=not meeting.number)
    return Paper(Frozen({}), _title(_("MINUTES"), meeting, _), _lines(meeting), parts, form)


def extract(meeting, question, _):
    """``Paper`` of one question: its decision and vote, and no names but of who answers for it."""
    parts = [
        _part(None, [(_("Quorum"), meeting.quorum)]),
        _part(
            f"{question.place}. {question.name}",
            [(_("RESOLVED"), _decided(question, _)), (_("Vote"), question.vote)],
        ),
    ]
    signers = [(_("True copy. Secretary"), meeting.secretary)]
    form = PaperFrame(meeting.school, signers=signers, is_draft=not meeting.number)
    title = _title(_("EXTRACT FROM THE MINUTES"), meeting, _)
    return Paper(Frozen({}), title, _lines(meeting), parts, form)


def _title(word, meeting, _):
    return f"{word} {_('No. %(number)s', number=meeting.number)}" if meeting.number else word


def _lines(meeting):
    where = [meeting.day, meeting.place]
    return [meeting.body, ", ".join(text for text in where if text)]


def _part(name, texts):
    frozen = {"code": "minutes", "wide": False, "blocks": []}
    return Part(name, frozen, [(heading, text) for heading, text in texts if text])


def _facts(meeting, is_long, _):
    names = _("list in the appendix") if is_long else ", ".join(meeting.present)
    absent = [f"{name} ({reason})" if reason else name for name, reason in meeting.absent]
    return [
        (_("Form of the meeting"), meeting.form),
        (_("Chair"), meeting.chair),
        (_("Secretary"), meeting.secretary),
        (_("Members in all"), str(meeting.members)),
        (_("Were present"), f"{len(meeting.present)} — {names}" if meeting.present else DASH),
        (_("Were absent"), ", ".join(absent)),
        (_("Guests"), ", ".join(meeting.guests)),
        (_("Quorum"), meeting.quorum),
    ]


def _agenda(meeting):
    return _numbered(_sentences(one.name, one.speaker) for one in meeting.questions)


def _numbered(lines):
    return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1))


def _question(question, _):
    heard = _sentences(question.speaker, question.heard)
    texts = [(_("HEARD"), heard), (_("SPOKE"), question.speeches)]
    texts += [(_("RESOLVED"), _decided(question, _)), (_("Vote"), question.vote)]
    texts.append((_("Separate opinion"), question.opinion))
    return _part(f"{question.place}. {question.name}", texts)


def _decided(question, _):
    if question.is_postponed:
        return _("The question is put off.")
    return "\n".join(_resolution(one, _) for one in question.resolutions)


def _resolution(one, _):
    tail = []
    if one.responsible:
        tail.append(_("Responsible: %(name)s", name=one.responsible))
    if one.deadline:
        tail.append(_("Due: %(day)s", day=one.deadline))
    return f"{one.number}. {_sentences(f'{one.text.strip()}.', *(f'{text}.' for text in tail))}"


def _sentences(*texts):
    """Texts one after another, each but the last one ended by one full stop."""
    *firsts, last = [text.strip() for text in texts if text and text.strip()] or [""]
    ended = [f"{text.rstrip('.')}." for text in firsts]
    return " ".join([*ended, f"{last.rstrip('.')}." if last.endswith("..") else last])

"""Tables and charts of a closed survey, as reports and the page of the campaign show them."""

from dataclasses import dataclass

from ..measures import survey
from ..measures.chance import change_interval, share_interval
from ..reports.given import frozen_chart, frozen_table
from ..writers.cells import CHANGE, INTEGER, NUMBER, PERCENT, Cell, Column

HUNDRED = 100


@dataclass(frozen=True)
class Tally:
    """Answers to an item, a topic or a topic in a class: ``good`` of ``known`` are satisfied or
    right, ``unsure`` could not say; ``points`` is the sum over the known."""

    good: int = 0
    known: int = 0
    points: float = 0
    unsure: int = 0

    def __add__(self, other):
        return Tally(
            self.good + other.good,
            self.known + other.known,
            self.points + other.points,
            self.unsure + other.unsure,
        )

    @property
    def share(self):
        """Per cent of the known; None without them."""
        return HUNDRED * self.good / self.known if self.known else None

    @property
    def mean(self):
        return self.points / self.known if self.known else None


@dataclass(frozen=True)
class Item:
    """``previous`` is the tally of the same item with the same wording a year before, or None."""

    name: str
    topic: str
    tally: Tally
    previous: Tally | None = None


@dataclass(frozen=True)
class SurveyResults:
    """``groups``: [(name, expected, answered)]; ``classes``: {name: {topic: Tally}} of those that
    may be shown; ``is_shown``: whether there are enough answers at all; ``hidden``: how many
    classes are not shown."""

    groups: list
    items: list
    classes: dict
    is_shown: bool
    hidden: int = 0
    least: int = 5

    @property
    def expected(self):
        return sum(expected for _name, expected, _answered in self.groups)

    @property
    def answered(self):
        return sum(answered for _name, _expected, answered in self.groups)

    @property
    def topics(self):
        """{topic: Tally} in the order of the questionnaire."""
        found = {}
        for item in self.items:
            found[item.topic] = found.get(item.topic, Tally()) + item.tally
        return found


def given(results, _):
    """{name: frozen table or chart}; what may not be shown is not in it."""
    found = {"survey_response": _response(results, _)}
    if not results.is_shown or not results.items:
        return found
    found["survey_topics"] = _topics(results, _)
    found["survey_chart"] = _chart(results, _)
    found["survey_items"] = _items(results, _)
    if results.classes:
        found["survey_classes"] = _classes(results, _)
    return found


def _response(results, _):
    columns = [
        Column(_("Group")),
        Column(_("Were asked"), INTEGER),
        Column(_("Answered"), INTEGER),
        Column(_("Response, %"), PERCENT, 1),
    ]
    rows = [
        [name, expected, answered, _percent(survey.rate(answered, expected))]
        for name, expected, answered in results.groups
    ]
    whole = survey.rate(results.answered, results.expected)
    if len(rows) > 1:
        total = (_("In all"), results.expected, results.answered, _percent(whole))
        rows.append([Cell(value, bold=True) for value in total])
    sentences = [
        _(
            "%(answered)s of %(expected)s have answered.",
            answered=results.answered,
            expected=results.expected,
        )
    ]
    if not results.is_shown:
        sentences.append(
            _(
                "There are fewer than %(least)s answers: what was answered is shown to nobody.",
                least=results.least,
            )
        )
    return frozen_table(columns, rows, sentences=sentences)


def _topics(results, _):
    columns = [
        Column(_("Topic")),
        Column(_("Satisfied or right, %"), PERCENT, 1),
        Column(_("From, %"), PERCENT, 1),
        Column(_("To, %"), PERCENT, 1),
        Column(_("Mean points"), NUMBER, 2),
        Column(_("Answers"), INTEGER),
        Column(_("Hard to say"), INTEGER),
    ]
    rows = []
    for topic, tally in results.topics.items():
        low, high = _interval(tally, results.answered)
        rows.append([topic, tally.share, low, high, tally.mean, tally.known, tally.unsure])
    note = _(
        "Satisfied are the two best of five answers. Between “from” and “to” lies the share with"
        " 95 % certainty. “Hard to say” is counted apart."
    )
    return frozen_table(columns, rows, note)


def _interval(tally, answered):
    """Wilson's interval, whose base is people: answers of one person are alike."""
    base = min(tally.known, answered)
    return share_interval(tally.share, base) if base else (None, None)


def _chart(results, _):
    topics = {topic: tally for topic, tally in results.topics.items() if tally.known}
    shares = [tally.share for tally in topics.values()]
    return frozen_chart(list(topics), [(_("Satisfied or right, %"), shares, None)], highest=HUNDRED)


def _items(results, _):
    columns = [
        Column(_("Question")),
        Column(_("Satisfied or right, %"), PERCENT, 1),
        Column(_("± points"), NUMBER, 1),
        Column(_("At least, %"), PERCENT, 1),
        Column(_("At most, %"), PERCENT, 1),
        Column(_("Mean points"), NUMBER, 2),
        Column(_("Hard to say"), INTEGER),
        Column(_("Change in a year"), CHANGE, 1),
    ]
    rows = [_item_row(item, results) for item in results.items]
    note = _(
        "“±” is the error for so many answers of so many people; “at least” and “at most” say what"
        " those who were silent could change. A change is told for the same question with the same"
        " answers."
    )
    changed = [item for item in results.items if _is_certain(item)]
    sentences = [
        _(
            "“%(question)s”: %(before)s %% → %(now)s %%, more than chance can do.",
            question=item.name,
            before=round(item.previous.share),
            now=round(item.tally.share),
        )
        for item in changed
    ]
    return frozen_table(columns, rows, note, sentences)


def _item_row(item, results):
    tally = item.tally
    if not tally.known:
        return [item.name, None, None, None, None, None, tally.unsure, None]
    # who could not say has answered, but is neither satisfied nor not
    expected = max(results.expected - tally.unsure, tally.known)
    low, high = survey.bounds(tally.good, tally.known, expected)
    change = None
    if item.previous and item.previous.known:
        change = tally.share - item.previous.share
    return [
        item.name,
        tally.share,
        survey.margin(tally.good / tally.known, tally.known, expected),
        HUNDRED * low,
        HUNDRED * high,
        tally.mean,
        tally.unsure,
        change,
    ]


def _is_certain(item):
    """Whether the change of an item is more than chance can do."""
    if not item.previous or not item.previous.known or not item.tally.known:
        return False
    low, high = change_interval(
        item.tally.share, item.tally.known, item.previous.share, item.previous.known
    )
    return low > 0 or high < 0


def _classes(results, _):
    topics = list(results.topics)
    columns = [Column(_("Class")), *(Column(topic, PERCENT, 1) for topic in topics)]
    rows = [
        [name, *((tallies.get(topic) or Tally()).share for topic in topics)]
        for name, tallies in results.classes.items()
    ]
    note = ""
    if results.hidden:
        note = _(
            "Classes with few answers are not shown, nor those from which they could be found by"
            " subtraction: %(count)s.",
            count=results.hidden,
        )
    return frozen_table(columns, rows, note)


def _percent(share):
    return None if share is None else HUNDRED * share

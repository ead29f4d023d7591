"""What a type of report consists of: sections of blocks over frozen figures.

A type is declared once (``report/types/``); when a report is made, its sections are frozen as
plain data together with the figures, so a later change of the declaration leaves it as it was.
"""

from dataclasses import asdict, dataclass, field, replace

from ..translation import _lt, plain, translated

FIGURES, CELLS, MATRIX, BARS, COMPARISON, DEVIATIONS, GIVEN = (
    "figures",
    "cells",
    "matrix",
    "bars",
    "comparison",
    "deviations",
    "given",
)
GIVEN_CHART, WORDS = "given_chart", "words"
# kinds of blocks whose content is frozen as it was found
AS_FOUND = (GIVEN, GIVEN_CHART, WORDS)


@dataclass(frozen=True)
class Figures:
    """One row per indicator for the cells of one scope, with base, target and changes."""

    codes: tuple
    scope: str = "school"
    title: str = ""
    kind: str = field(default=FIGURES, init=False)


@dataclass(frozen=True)
class ObjectFigures:
    """All indicators of one object of assessment over the school, those without data too."""

    object: str
    title: str = ""
    codes: tuple = field(default=(), init=False)
    scope: str = field(default="school", init=False)
    kind: str = field(default=FIGURES, init=False)


@dataclass(frozen=True)
class Given:
    """A table that is frozen as it was found: ``Frozen.given(name)``.

    ``key`` are the places of the columns by which people tell its rows apart.
    """

    name: str
    title: str = ""
    key: tuple = (0,)
    kind: str = field(default=GIVEN, init=False)
    codes = ()
    scopes = ()


@dataclass(frozen=True)
class GivenChart(Given):
    """Chart of points that are frozen as they were found: ``Frozen.given(name)``."""

    kind: str = field(default=GIVEN_CHART, init=False)


@dataclass(frozen=True)
class Words(Given):
    """Draft sentences alone, frozen as they were found; nothing is shown above them."""

    kind: str = field(default=WORDS, init=False)


@dataclass(frozen=True)
class Cells:
    """One row per cell, in the order of ``scopes``; columns are pairs (code, part).

    Parts: ``value``, ``count`` (numerator), ``base`` (n), ``delta``, ``last_year_delta``.
    """

    scopes: tuple
    columns: tuple
    title: str = ""
    kind: str = field(default=CELLS, init=False)

    @property
    def codes(self):
        return tuple(dict.fromkeys(code for code, _part in self.columns))


@dataclass(frozen=True)
class Matrix:
    """One indicator by class (rows) and subject (columns)."""

    codes: tuple
    title: str = ""
    kind: str = field(default=MATRIX, init=False)
    scopes = ("class_subject", "class", "subject")


@dataclass(frozen=True)
class Bars:
    """Chart: indicators side by side for the cells of one scope."""

    codes: tuple
    scope: str
    title: str = ""
    horizontal: bool = False
    kind: str = field(default=BARS, init=False)


@dataclass(frozen=True)
class Comparison:
    """Chart: indicators of one cell now, in the previous period and a year before."""

    codes: tuple
    title: str = ""
    scope: str = "school"
    kind: str = field(default=COMPARISON, init=False)


@dataclass(frozen=True)
class Deviations:
    """Cells out of line: by ``criterion`` ``status`` (critical) or ``drop`` (largest harm)."""

    codes: tuple
    scopes: tuple
    criterion: str
    title: str = ""
    limit: int = 15
    kind: str = field(default=DEVIATIONS, init=False)


@dataclass(frozen=True)
class Section:
    """A chapter with its own conclusions; ``wide`` is printed on a landscape page."""

    code: str
    title: str
    blocks: tuple
    wide: bool = False


@dataclass(frozen=True)
class ReportType:
    """``about`` is what one report of the type is about, ``""`` for the whole school.

    ``signers`` are pairs (post, path from the report to the person or ``""``) of those who sign
    beside the author; ``approval`` is whether the form has the block of the director's approval.
    ``collector`` is the model that takes its figures; ``printed_as`` is its form on paper, report
    or order, headed by ``paper_heading`` and ``paper_title`` of the ``work`` when these are given;
    ``text_title`` heads the text of each section. Approving one that ``ends_analysis``
    ends the analysis of its work; an approved one that ``charges_people`` is read by whomever it
    concerns, not only by those all of whose results it shows.

    ``period_kind`` is the only kind of period it is told of, ``""`` for any; ``places`` say which
    section of a document of the year shows which indicators (`year.sections`); ``is_document``: it
    has a page of title, contents and numbered tables; ``for_outside``: everybody may read it, so
    small groups are hidden when its figures are taken; ``main_alone``: it shows the main indicators
    of each section (`year.sections.main_of`).
    """

    code: str
    name: str
    sections: tuple
    about: str = ""
    signers: tuple = ()
    approval: bool = True
    collector: str = "vsoko.report.collector"
    printed_as: str = "report"
    paper_heading: str = ""
    paper_title: str = ""
    text_title: str = _lt("Conclusions")
    ends_analysis: bool = False
    charges_people: bool = False
    period_kind: str = ""
    places: dict = field(default_factory=dict)
    is_document: bool = False
    for_outside: bool = False
    main_alone: bool = False

    def objects(self):
        """Codes of the objects of assessment all of whose indicators are shown."""
        blocks = (block for section in self.sections for block in section.blocks)
        return [block.object for block in blocks if isinstance(block, ObjectFigures)]

    def given(self):
        """Names of what is frozen as it was found."""
        blocks = (block for section in self.sections for block in section.blocks)
        return [block.name for block in blocks if isinstance(block, Given)]

    def present_sections(self, given):
        """Sections with the blocks that were found; a section whose blocks were all left out
        is left out too.

        :param given: {name: what was found} of the blocks that are frozen as they were found
        """
        present = []
        for section in self.sections:
            blocks = tuple(
                block
                for block in section.blocks
                if not isinstance(block, Given) or block.name in given
            )
            if blocks or not section.blocks:
                present.append(replace(section, blocks=blocks))
        return present

    def needs(self):
        """Pairs (scope, code) of the figures that the blocks name."""
        return {
            (scope, code)
            for section in self.sections
            for block in section.blocks
            for scope in _scopes(block)
            for code in block.codes
        }


def _scopes(block):
    return block.scopes if hasattr(block, "scopes") else (block.scope,)


def frozen_section(section, _=plain, objects=None):
    """The section as data for the frozen part of a report, titles in the user's language.

    :param objects: {code of an object of assessment: codes of its indicators}
    """
    blocks = []
    for block in section.blocks:
        frozen = dict(asdict(block), title=translated(_, block.title) if block.title else "")
        if isinstance(block, ObjectFigures):
            frozen["codes"] = (objects or {}).get(block.object, [])
        blocks.append(frozen)
    return {"code": section.code, "wide": section.wide, "blocks": blocks}

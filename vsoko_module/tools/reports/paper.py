"""What every rendering of a report shows: frozen figures, texts of people, changes, signatures."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from .frozen import Frozen


class Picture(NamedTuple):
    """A picture of people: its title without a number, what stands on it in words, its bytes."""

    title: str
    alt: str
    content: bytes


class Part(NamedTuple):
    """A section that is in the report.

    ``frozen`` is the frozen section (empty ``blocks`` in one that people added), ``texts`` are
    pairs (heading, text) that people wrote or have yet to accept, ``pictures`` are of ``Picture``
    and ``appendices`` the titles of the files that are put beside the document.
    """

    name: str
    frozen: dict
    texts: list
    pictures: tuple = ()
    appendices: tuple = ()


@dataclass(frozen=True)
class PaperFrame:
    """What stands around the content: approval and signatures, everything in words.

    ``approval`` is None where the form has no such block, else a pair (name, date), both empty
    until the report is approved; ``reference`` is (day, number) of an order, empty until it is
    signed; ``signers`` are pairs (post, name). ``requisites`` are address and telephone of the
    school. A document with a page of title has ``considered``, (council, minutes), both empty
    until then, and ``town``, which stands at the foot of that page.
    """

    school: str = ""
    approval: tuple | None = None
    signers: list = field(default_factory=list)
    is_draft: bool = True
    reference: tuple = ("", "")
    requisites: str = ""
    considered: tuple | None = None
    town: str = ""

    @property
    def has_title_page(self):
        """Whether it is a document with a page of title, contents and numbered tables."""
        return self.considered is not None


@dataclass(frozen=True)
class Paper:
    """``title`` is the name of the report, ``lines`` are what stands under it."""

    frozen: Frozen
    title: str
    lines: list
    parts: list
    form: PaperFrame = field(default_factory=PaperFrame)
    changes: object = None

    def with_requisites(self, requisites):
        """The same with address and telephone of the school under its name."""
        return replace(self, form=replace(self.form, requisites=requisites))

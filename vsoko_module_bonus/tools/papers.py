"""A bonus in print: the protocol of the commission, the order with its appendix, the payroll file.

They are papers of `vsoko_module`: the same tables and look as all other documents of the school.
"""

from dataclasses import dataclass

from odoo.addons.vsoko_module.tools.reports.frozen import Frozen
from odoo.addons.vsoko_module.tools.reports.given import frozen_table
from odoo.addons.vsoko_module.tools.reports.order_paper import PREAMBLE
from odoo.addons.vsoko_module.tools.reports.paper import Paper, PaperFrame, Part
from odoo.addons.vsoko_module.tools.writers.cells import CODE, INTEGER, NUMBER, TEXT, Cell, Column
from odoo.addons.vsoko_module.tools.writers.xlsx import XlsxWriter

_EMPTY = Cell("", kind=TEXT)
# the part of an order that is printed below the signature
AFTER_SIGNATURE = "acquaintance"


@dataclass(frozen=True)
class FundPaid:
    """Sums in roubles; ``reason`` says in words why something is left."""

    name: str
    amount: float
    reserve: float
    weights: float
    price: float
    people: int
    cuts: float
    undistributed: float
    reason: str


@dataclass(frozen=True)
class PersonPaid:
    """``points`` None: nothing is known; ``note`` says in words why the sum is what it is."""

    name: str
    number: str
    position: str
    fund: str
    points: float | None
    days: int
    rate: float
    weight: float
    amount: float
    cut: float
    penalty: str
    before: float
    payable: float
    note: str


@dataclass(frozen=True)
class Paid:
    """The bonus as a whole; ``minutes`` are empty until the commission has agreed."""

    school: str
    title: str
    commission: str
    minutes: str
    chair: str
    secretary: str
    is_draft: bool
    rules: str
    funds: tuple
    people: tuple


@dataclass(frozen=True)
class Order:
    """``director`` and ``reference`` (day, number) are empty until it is signed."""

    title: str
    text: str
    director: str
    reference: tuple


def protocol(paid, _):
    """``Paper`` of what the commission has agreed to: funds, people, rules, signatures.

    All of it lies across, as its tables do: pages that turn between them would be half empty.
    """
    parts = [
        Part(_("How the sums come about"), _frozen("rules"), [("", paid.rules)]),
        _table("funds", _("Funds")),
        _table("people", _("Sums of people")),
        Part(_("Signatures"), _frozen("signatures"), [("", _signatures(paid, _))]),
    ]
    lines = list(filter(None, (paid.title, paid.commission, paid.minutes)))
    form = PaperFrame(paid.school, is_draft=paid.is_draft)
    return Paper(_given(paid, _), _("Protocol of the distribution"), lines, parts, form)


def order(paid, signed, _):
    """``Paper`` of the order with the sums of people as its appendix."""
    form = PaperFrame(
        paid.school,
        (signed.director, signed.reference[0]),
        is_draft=not signed.reference[1],
        reference=signed.reference,
    )
    appendix = _table("people", _("Appendix to the order"), AFTER_SIGNATURE)
    parts = [Part("", PREAMBLE, [("", signed.text)]), appendix]
    return Paper(_given(paid, _), signed.title, [_("ORDER")], parts, form)


def payroll(paid, _):
    """Bytes of the workbook for the payroll: people, and funds whose control sum is 0."""
    writer = XlsxWriter("—", paid.school)
    writer.set_title(paid.title, paid.school)
    sheet = writer.sheet(_("To pay"))
    sheet.title(paid.title)
    first = sheet.row + 2
    sheet.table(_payroll_columns(_), [*_payroll_rows(paid), _payroll_total(paid, first, _)])
    control = writer.sheet(_("Control"))
    control.title(_("Fund − reserve − not distributed − sums of people = 0"))
    control.table(_control_columns(_), _control_rows(paid, control.row + 2))
    return writer.close()


def _given(paid, _):
    funds = [
        Column(_("Category of staff")),
        Column(_("Fund, roubles"), NUMBER, 2),
        Column(_("Reserve"), NUMBER, 2),
        Column(_("People"), INTEGER),
        Column(_("Sum of weights"), NUMBER, 4),
        Column(_("Price of a point"), NUMBER, 4),
        Column(_("Not distributed"), NUMBER, 2),
        Column(_("Why")),
    ]
    fund_rows = [
        [
            one.name,
            one.amount,
            one.reserve,
            one.people,
            one.weights,
            one.price,
            one.undistributed,
            one.reason,
        ]
        for one in paid.funds
    ]
    tables = {"funds": frozen_table(funds, fund_rows), "people": _people(paid, _)}
    return Frozen({"given": tables})


def _people(paid, _):
    is_correction = any(one.before for one in paid.people)
    is_cut = any(one.cut for one in paid.people)
    columns = [
        Column(_("No. in order"), INTEGER),
        Column(_("Full name")),
        Column(_("Position")),
        Column(_("Points"), NUMBER, 2),
        Column(_("Days"), INTEGER),
        Column(_("Rate"), NUMBER, 2),
        Column(_("By the points"), NUMBER, 2),
        *([Column(_("Ordered before"), NUMBER, 2)] if is_correction else []),
        *([Column(_("Cut"), NUMBER, 2)] if is_cut else []),
        Column(_("To pay, roubles"), NUMBER, 2),
        Column(_("Remark")),
    ]
    rows = [
        [
            place,
            one.name,
            one.position,
            _or_dash(one.points),
            one.days,
            one.rate,
            one.amount,
            *([one.before] if is_correction else []),
            *([one.cut] if is_cut else []),
            Cell(one.payable, bold=True),
            "; ".join(filter(None, (one.note, one.penalty))),
        ]
        for place, one in enumerate(paid.people, start=1)
    ]
    total = Cell(_sum(one.payable for one in paid.people), bold=True)
    blank = [_EMPTY] * (len(columns) - 4)
    rows.append([_EMPTY, Cell(_("Total"), bold=True), *blank, total, ""])
    return frozen_table(columns, rows)


def _payroll_columns(_):
    return [
        Column(_("Personnel number"), CODE),
        Column(_("Full name")),
        Column(_("Position")),
        Column(_("Category of staff")),
        Column(_("Points"), NUMBER, 2),
        Column(_("Days"), INTEGER),
        Column(_("Rate"), NUMBER, 3),
        Column(_("Weight"), NUMBER, 4),
        Column(_("By the points"), NUMBER, 2),
        Column(_("Ordered before"), NUMBER, 2),
        Column(_("Cut"), NUMBER, 2),
        Column(_("Order of the penalty")),
        Column(_("To pay, roubles"), NUMBER, 2),
        Column(_("Remark")),
    ]


def _payroll_rows(paid):
    return [
        [
            one.number,
            one.name,
            one.position,
            one.fund,
            _or_dash(one.points),
            one.days,
            one.rate,
            one.weight,
            one.amount,
            one.before,
            one.cut,
            one.penalty,
            one.payable,
            one.note,
        ]
        for one in paid.people
    ]


def _payroll_total(paid, first, _):
    """The last row: sums that the spreadsheet counts anew. ``first`` is the row of the first
    person, counted from 1."""
    last = first + len(paid.people) - 1
    columns = {"I": "amount", "J": "before", "K": "cut", "M": "payable"}
    sums = {
        column: Cell(
            _sum(getattr(one, name) for one in paid.people),
            bold=True,
            formula=f"=SUM({column}{first}:{column}{last})",
        )
        for column, name in columns.items()
    }
    blank = dict.fromkeys("ABCDEFGHIJKLMN", _EMPTY)
    return list((blank | {"B": Cell(_("Total"), bold=True)} | sums).values())


def _control_columns(_):
    titles = (_("Fund, roubles"), _("Reserve"), _("Not distributed"), _("Sums of people"))
    numbers = [Column(title, NUMBER, 2) for title in (*titles, _("Control sum"))]
    return [Column(_("Category of staff")), *numbers]


def _control_rows(paid, first):
    rows = []
    for row, one in enumerate(paid.funds, start=first):
        given = _sum(person.amount for person in paid.people if person.fund == one.name)
        left = _sum((one.amount, -one.reserve, -one.undistributed, -given))
        control = Cell(left, bold=True, formula=f"=ROUND(B{row}-C{row}-D{row}-E{row},2)")
        rows.append([one.name, one.amount, one.reserve, one.undistributed, given, control])
    return rows


def _signatures(paid, _):
    blank = "_" * 20
    return "\n".join(
        f"{post}: {blank} {name}".rstrip()
        for post, name in ((_("Chair"), paid.chair), (_("Secretary"), paid.secretary))
    )


def _frozen(code, *blocks):
    return {"code": code, "wide": True, "blocks": list(blocks)}


def _table(name, title, code=""):
    block = {"kind": "given", "name": name, "title": "", "key": [0]}
    return Part(title, _frozen(code or name, block), [])


def _or_dash(number):
    return Cell("—", kind=TEXT) if number is None else number


def _sum(roubles):
    """The sum of whole kopecks, in roubles."""
    return sum(round(one * 100) for one in roubles) / 100

"""«Приказ по итогам работы»: a draft made from the approved note, edited in words."""

from ...translation import _lt
from ..declaration import Given, ReportType, Section, Words

ASSESSMENT_ORDER = ReportType(
    "assessment_order",
    _lt("Order on the results of a work"),
    (
        Section("preamble", _lt("Grounds"), (Words("preamble"),)),
        Section("points", _lt("I ORDER:"), (Words("points"),)),
        Section(
            "acquaintance", _lt("Acquainted with the order"), (Given("acquaintance", key=(1,)),)
        ),
    ),
    about="assessment",
    collector="vsoko.report.order.collector",
    printed_as="order",
    paper_heading=_lt("ORDER"),
    paper_title=_lt("On the results of the work: %(work)s"),
    text_title=_lt("Text"),
    charges_people=True,
)

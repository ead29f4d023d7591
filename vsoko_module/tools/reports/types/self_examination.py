"""«Отчёт о результатах самообследования»: ten assessments of order 462, the table of 1324."""

from ...translation import _lt
from ..declaration import Given, GivenChart, ReportType, Section
from ..year.sections import SELF_EXAMINATION as PLACES

TITLES = {
    "activity": _lt("Educational activity"),
    "management": _lt("System of management"),
    "results": _lt("Content and quality of the training of pupils"),
    "process": _lt("Organisation of the teaching process"),
    "graduates": _lt("Demand for graduates"),
    "staff": _lt("Quality of the staff"),
    "methodical": _lt("Quality of teaching materials"),
    "library": _lt("Quality of the library and information resources"),
    "facilities": _lt("Quality of the material base"),
    "vsoko": _lt("Functioning of the internal system of quality assessment"),
}

SELF_EXAMINATION = ReportType(
    "self_examination",
    _lt("Report on self-examination"),
    (
        *(
            Section(
                code,
                TITLES[code],
                (
                    GivenChart(f"chart_{code}", title=_lt("Main indicators of the section, %")),
                    Given(f"year_{code}", title=_lt("Indicators of the section")),
                ),
            )
            for code in PLACES
        ),
        Section(
            "indicators",
            _lt("Analysis of the indicators of activity"),
            (Given("order_1324", title=_lt("Annex 2 of the order of 10.12.2013 No. 1324")),),
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
    collector="vsoko.report.year.collector",
    period_kind="calendar_year",
    places=PLACES,
    is_document=True,
    for_outside=True,
)

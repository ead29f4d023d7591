"""What the director shows to councils: the school on one page, and slides for a screen.

Both are for readers outside, so small groups are hidden when the figures are taken."""

from ...translation import _lt
from ..declaration import Given, GivenChart, ReportType, Section, Words
from .year_analysis import OBJECTS

COLLECTOR = "vsoko.report.council.collector"
PLACES = {code: (code,) for code in OBJECTS}
STATE = Given("council_objects", title=_lt("The objects of assessment"))

SCHOOL_PAGE = ReportType(
    "school_page",
    _lt("The school on one page"),
    (
        Section("objects", _lt("State of the objects of assessment"), (STATE,)),
        Section("changed", _lt("What has changed"), (Words("council_changes"),)),
        Section("decisions", _lt("Decisions and their effect"), (Words("council_decided"),)),
        Section("forecasts", _lt("What is to be expected"), (Words("council_expected"),)),
    ),
    collector=COLLECTOR,
    places=PLACES,
    for_outside=True,
    approval=False,
    printed_as="page",
)

COUNCIL_SLIDES = ReportType(
    "council_slides",
    _lt("Slides for the council"),
    (
        Section("objects", _lt("State of the objects of assessment"), (STATE,)),
        *(
            Section(
                code,
                title,
                (
                    GivenChart(f"council_chart_{code}", title=_lt("Main shares over the years, %")),
                    Given(f"council_{code}"),
                ),
            )
            for code, title in OBJECTS.items()
        ),
        Section("changed", _lt("What has changed"), (Words("council_changes"),)),
        Section("decisions", _lt("Decisions and their effect"), (Given("council_decisions"),)),
        Section("forecasts", _lt("What is to be expected"), (Given("council_forecasts"),)),
        Section("summary", _lt("What we ask of the council"), ()),
    ),
    collector=COLLECTOR,
    places=PLACES,
    for_outside=True,
    approval=False,
    printed_as="slides",
)

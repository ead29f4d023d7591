"""«Публичный доклад директора»: the year in plain words, for readers outside the school."""

from ...translation import _lt
from ..declaration import Given, GivenChart, ReportType, Section
from ..year.sections import PUBLIC_REPORT as PLACES

TITLES = {
    "about": _lt("The school in general"),
    "process": _lt("What is taught and how"),
    "conditions": _lt("Conditions of learning and the staff"),
    "results": _lt("Results of the pupils"),
    "health": _lt("Health and safety"),
    "activity": _lt("Upbringing and social activity"),
    "decisions": _lt("What was decided and done"),
}

PUBLIC_REPORT = ReportType(
    "public_report",
    _lt("Public report of the director"),
    (
        *(
            Section(
                code,
                TITLES[code],
                (
                    GivenChart(f"chart_{code}", title=_lt("Main indicators of the section, %")),
                    Given(f"year_{code}", title=_lt("The figures")),
                ),
            )
            for code in PLACES
        ),
        Section("finance", _lt("Finances"), ()),
        Section("plans", _lt("Tasks of the coming year"), ()),
        Section(
            "meaning",
            _lt("What the indicators mean"),
            (Given("year_meaning", title=_lt("Indicators in plain words")),),
        ),
    ),
    collector="vsoko.report.year.collector",
    period_kind="year",
    places=PLACES,
    is_document=True,
    for_outside=True,
    main_alone=True,
    text_title=_lt("In plain words"),
)

"""«Анализ работы школы за учебный год» by the seven objects of paragraph 4.3, with what has no
data, what was decided about the figures and what came of it."""

from ...translation import _lt
from ..declaration import Comparison, Given, GivenChart, ObjectFigures, ReportType, Section
from .common import SHARES

OBJECTS = {
    "o1": _lt("Educational results"),
    "o2": _lt("Organisation of the educational process"),
    "o3": _lt("Educational programmes"),
    "o4": _lt("Upbringing"),
    "o5": _lt("Competence of the staff"),
    "o6": _lt("Management and openness"),
    "o7": _lt("Health of pupils"),
}

YEAR_ANALYSIS = ReportType(
    "year_analysis",
    _lt("Analysis of the year"),
    (
        Section(
            "dynamics",
            _lt("Results over time"),
            (
                Comparison(SHARES, title=_lt("Main indicators compared, %")),
                Given("completeness", title=_lt("Completeness of the marks")),
            ),
        ),
        *(
            Section(
                code,
                title,
                (
                    GivenChart(f"chart_{code}", title=_lt("Main indicators of the section, %")),
                    ObjectFigures(code, title=_lt("Indicators of the object")),
                ),
            )
            for code, title in OBJECTS.items()
        ),
        Section(
            "actions",
            _lt("What was decided and done"),
            (Given("actions", title=_lt("Decisions on the figures and their effect")),),
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
    collector="vsoko.report.year.collector",
    period_kind="year",
    places={code: (code,) for code in OBJECTS},
    is_document=True,
)

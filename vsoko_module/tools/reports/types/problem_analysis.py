"""«Проблемный анализ» of a school year: what is strong and weak by evidence, what goes together
with it, what is to be expected, and which directions follow (paragraphs 2.1.2, 2.2.6, 4.2)."""

from ...translation import _lt
from ..declaration import Given, GivenChart, ReportType, Section
from .year_analysis import OBJECTS

PROBLEM_ANALYSIS = ReportType(
    "problem_analysis",
    _lt("Problem analysis"),
    (
        Section(
            "state",
            _lt("State of the objects of assessment"),
            (
                Given("problem_state", title=_lt("Main indicators by objects"), key=(0, 1)),
                Given("completeness", title=_lt("Completeness of the marks")),
            ),
        ),
        Section(
            "years",
            _lt("What has changed over the years"),
            (
                GivenChart("problem_chart", title=_lt("Main shares over the years, %")),
                Given("problem_years", title=_lt("Main indicators over the years")),
            ),
        ),
        Section(
            "evidence",
            _lt("Strongest and weakest by evidence"),
            (
                Given("problem_strong", title=_lt("Strong figures"), key=(0, 1)),
                Given("problem_weak", title=_lt("Weak figures"), key=(0, 1)),
            ),
        ),
        Section(
            "factors",
            _lt("What goes together with the results"),
            (Given("problem_factors", title=_lt("Connections that are seen"), key=(0, 1)),),
        ),
        Section(
            "forecasts",
            _lt("What is to be expected"),
            (Given("problem_forecasts", title=_lt("Forecasts of the school"), key=(0, 1)),),
        ),
        Section(
            "actions",
            _lt("What was decided and done"),
            (Given("actions", title=_lt("Decisions on the figures and their effect")),),
        ),
        Section(
            "training",
            _lt("Directions of training"),
            (Given("problem_training", title=_lt("Directions by numbers"), key=(0, 1)),),
        ),
        Section(
            "directions",
            _lt("Proposed directions of development"),
            (Given("problem_directions", title=_lt("Weak figures and decisions"), key=(0, 1)),),
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
    collector="vsoko.report.problem.collector",
    period_kind="year",
    places={code: (code,) for code in OBJECTS},
    is_document=True,
)

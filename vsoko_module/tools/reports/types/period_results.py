"""«Итоги учебного периода»: what the administration takes to the pedagogical council."""

from ...translation import _lt
from ..declaration import (
    Bars,
    Cells,
    Comparison,
    Deviations,
    Figures,
    Given,
    Matrix,
    ReportType,
    Section,
)
from .common import GROUP_COLUMNS, GROUPS, MAIN, MARK_COLUMNS, SHARES

# what the overview judges, too
JUDGED = (*MAIN, *GROUPS)
SCOPES = ("school", "level", "grade", "class", "subject", "class_subject")

PERIOD_RESULTS = ReportType(
    "period_results",
    _lt("Results of the period"),
    (
        Section(
            "school",
            _lt("The school as a whole"),
            (
                Figures(MAIN, title=_lt("Main indicators")),
                Given("completeness", title=_lt("Completeness of the marks")),
                Comparison(SHARES, title=_lt("Main indicators compared, %")),
            ),
        ),
        Section(
            "contingent",
            _lt("Contingent"),
            (
                Figures(("contingent", "arrived", "departed"), title=_lt("Movement of pupils")),
                Cells(
                    ("level", "grade"),
                    (("contingent", "value"), ("arrived", "value"), ("departed", "value")),
                    title=_lt("Contingent by levels and grades"),
                ),
            ),
        ),
        Section(
            "groups",
            _lt("Groups of pupils by results"),
            (
                Cells(
                    ("school", "level", "class"),
                    GROUP_COLUMNS,
                    title=_lt("Number and share of pupils in the groups"),
                ),
            ),
            wide=True,
        ),
        Section(
            "levels",
            _lt("Levels and grades"),
            (Cells(("level", "grade"), MARK_COLUMNS, title=_lt("Results by levels and grades")),),
        ),
        Section(
            "classes",
            _lt("Classes"),
            (
                Bars(("success", "quality"), "class", title=_lt("Success and quality, %")),
                Cells(("class",), MARK_COLUMNS, title=_lt("Results by classes")),
            ),
        ),
        Section(
            "subjects",
            _lt("Subjects"),
            (
                Bars(("quality",), "subject", title=_lt("Quality by subjects, %"), horizontal=True),
                Cells(("subject",), MARK_COLUMNS, title=_lt("Results by subjects")),
            ),
        ),
        Section(
            "class_subject",
            _lt("Classes and subjects"),
            (Matrix(("quality",), title=_lt("Quality by classes and subjects, %")),),
            wide=True,
        ),
        Section(
            "teachers",
            _lt("Teachers"),
            (Cells(("teacher",), MARK_COLUMNS, title=_lt("Results of the lessons of teachers")),),
        ),
        Section(
            "deviations",
            _lt("What is out of line"),
            (
                Deviations(
                    JUDGED,
                    SCOPES,
                    "status",
                    title=_lt("Figures with the status “critical”"),
                ),
                Deviations(
                    JUDGED,
                    SCOPES,
                    "drop",
                    title=_lt("The largest changes for the worse"),
                ),
            ),
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
)

"""«Отчёт по классу»: for the class teacher and the small pedagogical council."""

from ...translation import _lt
from ..declaration import Bars, Cells, Comparison, Deviations, Figures, Given, ReportType, Section
from .common import GROUP_COLUMNS, MAIN, MARK_COLUMNS, MOVEMENT, SHARES

CLASS_RESULTS = ReportType(
    "class_results",
    _lt("Report of a class"),
    (
        Section(
            "class",
            _lt("The class as a whole"),
            (
                Figures(MAIN, "class", title=_lt("Main indicators")),
                Given("completeness", title=_lt("Completeness of the marks")),
                Comparison(SHARES, title=_lt("Main indicators compared, %"), scope="class"),
                Cells(("class",), GROUP_COLUMNS, title=_lt("Groups of pupils by results")),
            ),
        ),
        Section(
            "movement",
            _lt("Contingent"),
            (Figures(MOVEMENT, "class", title=_lt("Movement of pupils")),),
        ),
        Section(
            "subjects",
            _lt("Subjects"),
            (
                Bars(
                    ("quality",),
                    "class_subject",
                    title=_lt("Quality by subjects, %"),
                    horizontal=True,
                ),
                Cells(("class_subject",), MARK_COLUMNS, title=_lt("Results by subjects")),
                Deviations(
                    SHARES,
                    ("class_subject",),
                    "status",
                    title=_lt("Figures with the status “critical”"),
                ),
            ),
        ),
        Section(
            "pupils",
            _lt("Pupils"),
            (
                Cells(
                    ("student",),
                    (
                        ("average_mark", "value"),
                        ("quality", "value"),
                        ("quality", "delta"),
                        ("failing_share", "count"),
                        ("not_attested", "count"),
                    ),
                    title=_lt("Results of pupils"),
                ),
            ),
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
    about="class",
    signers=((_lt("Class teacher"), "class_id.homeroom_teacher_id"),),
)

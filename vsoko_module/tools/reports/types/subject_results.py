"""«Отчёт по предмету»: one subject over all classes."""

from ...translation import _lt
from ..declaration import Bars, Cells, Comparison, Deviations, Figures, Given, ReportType, Section
from .common import MAIN, MARK_COLUMNS, SHARES

SUBJECT_RESULTS = ReportType(
    "subject_results",
    _lt("Report of a subject"),
    (
        Section(
            "subject",
            _lt("The subject as a whole"),
            (
                Figures(MAIN, "subject", title=_lt("Main indicators")),
                Given("completeness", title=_lt("Completeness of the marks")),
                Comparison(SHARES, title=_lt("Main indicators compared, %"), scope="subject"),
            ),
        ),
        Section(
            "classes",
            _lt("Classes"),
            (
                Bars(
                    ("quality",),
                    "class_subject",
                    title=_lt("Quality by classes, %"),
                    horizontal=True,
                ),
                Cells(("class_subject",), MARK_COLUMNS, title=_lt("Results by classes")),
                Deviations(
                    SHARES,
                    ("class_subject",),
                    "status",
                    title=_lt("Figures with the status “critical”"),
                ),
            ),
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
    about="subject",
)

"""«Отчёт методического объединения»: subjects of one association and their teachers."""

from ...translation import _lt
from ..declaration import Bars, Cells, Deviations, ReportType, Section
from .common import MARK_COLUMNS, SHARES

ASSOCIATION_RESULTS = ReportType(
    "association_results",
    _lt("Report of a methodical association"),
    (
        Section(
            "subjects",
            _lt("Subjects of the association"),
            (
                Bars(("success", "quality"), "subject", title=_lt("Success and quality, %")),
                Cells(("subject",), MARK_COLUMNS, title=_lt("Results by subjects")),
            ),
        ),
        Section(
            "teachers",
            _lt("Teachers"),
            (Cells(("teacher_subject",), MARK_COLUMNS, title=_lt("Results by teachers")),),
        ),
        Section(
            "classes",
            _lt("Classes"),
            (
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
    about="association",
    signers=((_lt("Head of the association"), "association_id.head_id"),),
)

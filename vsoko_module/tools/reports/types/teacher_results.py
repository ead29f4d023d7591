"""«Отчёт учителя»: results of the lessons of one teacher."""

from ...translation import _lt
from ..declaration import Cells, Comparison, Figures, ReportType, Section
from .common import MAIN, MARK_COLUMNS, SHARES

TEACHER_RESULTS = ReportType(
    "teacher_results",
    _lt("Report of a teacher"),
    (
        Section(
            "teacher",
            _lt("All lessons of the teacher"),
            (
                Figures(MAIN, "teacher", title=_lt("Main indicators")),
                Comparison(SHARES, title=_lt("Main indicators compared, %"), scope="teacher"),
                Cells(("teacher_subject",), MARK_COLUMNS, title=_lt("Results by subjects")),
            ),
        ),
        Section(
            "classes",
            _lt("Classes"),
            (Cells(("class_subject",), MARK_COLUMNS, title=_lt("Results by classes")),),
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
    about="teacher",
    signers=((_lt("Teacher has read it"), "teacher_id"),),
)

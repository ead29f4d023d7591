"""«Движение контингента»: who was there, came and left, without names."""

from ...translation import _lt
from ..declaration import Bars, Cells, Figures, ReportType, Section
from .common import MOVEMENT, MOVEMENT_COLUMNS

CONTINGENT = ReportType(
    "contingent",
    _lt("Movement of the contingent"),
    (
        Section(
            "school",
            _lt("The school as a whole"),
            (Figures(MOVEMENT, title=_lt("Movement of pupils")),),
        ),
        Section(
            "levels",
            _lt("Levels and grades"),
            (
                Cells(
                    ("level", "grade"),
                    MOVEMENT_COLUMNS,
                    title=_lt("Contingent by levels and grades"),
                ),
            ),
        ),
        Section(
            "classes",
            _lt("Classes"),
            (
                Bars(("contingent",), "class", title=_lt("Number of pupils in classes")),
                Cells(("class",), MOVEMENT_COLUMNS, title=_lt("Contingent by classes")),
            ),
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
)

"""«Отчёт об ученике для родителей»: own marks over the terms, nobody else is in it."""

from ...translation import _lt
from ..declaration import Figures, Given, ReportType, Section

PUPIL_RESULTS = ReportType(
    "pupil_results",
    _lt("Report of a pupil for the parents"),
    (
        Section("marks", _lt("Marks"), (Given("marks", title=_lt("Marks by terms of the year")),)),
        Section(
            "pupil",
            _lt("Results of the period"),
            (
                Figures(
                    ("average_mark", "quality", "not_attested"),
                    "student",
                    title=_lt("Main indicators"),
                ),
            ),
        ),
        Section("summary", _lt("What to pay attention to"), ()),
    ),
    about="student",
    signers=(
        (_lt("Class teacher"), "student_id.class_id.homeroom_teacher_id"),
        (_lt("Parent or guardian has read it"), ""),
    ),
    approval=False,
)

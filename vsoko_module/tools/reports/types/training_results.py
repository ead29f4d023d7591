"""«Обучение педагогов» of a school year: which directions there were, with their evidence, what is
planned and what has become of them (paragraphs 2.2.9, 3.2.6, 3.3.1)."""

from ...translation import _lt
from ..declaration import Given, ReportType, Section

TRAINING_RESULTS = ReportType(
    "training_results",
    _lt("Training of teachers"),
    (
        Section(
            "directions",
            _lt("Directions of training"),
            (Given("training_directions", title=_lt("Directions by numbers"), key=(0, 1)),),
        ),
        Section(
            "teachers",
            _lt("Directions by teachers"),
            (Given("training_teachers", title=_lt("Evidence and plans"), key=(0, 1, 2)),),
            wide=True,
        ),
        Section(
            "changes",
            _lt("What has become of the directions"),
            (Given("training_changes", title=_lt("Then and now"), key=(0, 1)),),
            wide=True,
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
    collector="vsoko.report.training.collector",
    period_kind="year",
)

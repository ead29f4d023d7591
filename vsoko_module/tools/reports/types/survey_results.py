"""«Результаты анкетирования»: who has answered, and what, of groups large enough to be shown."""

from ...translation import _lt
from ..declaration import Given, GivenChart, ReportType, Section

SURVEY_RESULTS = ReportType(
    "survey_results",
    _lt("Results of a survey"),
    (
        Section("response", _lt("Who has answered"), (Given("survey_response"),)),
        Section(
            "topics",
            _lt("Topics"),
            (
                GivenChart("survey_chart", title=_lt("Satisfaction by topics, %")),
                Given("survey_topics", title=_lt("Satisfaction and right answers by topics")),
            ),
        ),
        Section("items", _lt("Questions"), (Given("survey_items"),), wide=True),
        Section("classes", _lt("Classes"), (Given("survey_classes"),), wide=True),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
    about="survey",
    collector="vsoko.report.survey.collector",
)

"""«Справка по итогам работы»: what one assessment showed and what to teach again."""

from ...translation import _lt
from ..declaration import Given, GivenChart, ReportType, Section, Words

ASSESSMENT_NOTE = ReportType(
    "assessment_note",
    _lt("Analytic note"),
    (
        Section("passport", _lt("About the work"), (Given("passport"),)),
        Section(
            "classes",
            _lt("Results by classes"),
            (
                Given("classes"),
                GivenChart("classes_chart", title=_lt("Success and quality, %")),
                Given("aggregates", title=_lt("Beside other groups of participants")),
            ),
        ),
        Section(
            "distribution",
            _lt("Distribution of primary points"),
            (
                GivenChart("distribution", title=_lt("Pupils by points; the colour is the mark")),
                Given("levels", title=_lt("Levels of achievement")),
                GivenChart(
                    "points_beside", title=_lt("Share of the participants by primary points, %")
                ),
            ),
        ),
        Section(
            "tasks",
            _lt("Tasks"),
            (
                Given("tasks", title=_lt("How the tasks were done")),
                GivenChart("tasks_chart", title=_lt("Share of the points of each task, %")),
                Given("tasks_beside", title=_lt("Tasks beside other groups of participants")),
            ),
        ),
        Section(
            "elements",
            _lt("Elements of content and skills"),
            (
                Given("content", title=_lt("Elements of content")),
                Given("skills", title=_lt("Skills")),
                Given("task_levels", title=_lt("Levels of tasks")),
            ),
        ),
        Section(
            "groups",
            _lt("Groups by marks"),
            (
                Given("groups", title=_lt("Tasks by groups of marks, %")),
                GivenChart("groups_chart", title=_lt("The lines of the groups should not cross")),
                Given("marks_beside", title=_lt("Groups by marks beside those of others, %")),
            ),
        ),
        Section(
            "measurement",
            _lt("Quality of the test"),
            (
                Given("measurement", title=_lt("The work as a whole")),
                Given("items", title=_lt("Analysis of tasks")),
            ),
        ),
        Section("objectivity", _lt("The work against the journal"), (Given("objectivity"),)),
        Section("progress", _lt("Change since the earlier work"), (Given("progress"),)),
        Section("pupils", _lt("Pupils who need help"), (Given("pupils", key=(0, 1)),)),
        Section("reteaching", _lt("Tasks for teaching again"), (Given("reteaching", key=(0, 2)),)),
        Section(
            "summary",
            _lt("General conclusions and recommendations"),
            (Words("totals"), Words("summary")),
        ),
    ),
    about="assessment",
    collector="vsoko.report.work.collector",
    ends_analysis=True,
)

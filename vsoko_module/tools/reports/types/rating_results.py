"""«Рейтинг классов» and «Рейтинг предметов»: who can be told apart comes before any place."""

from ...translation import _lt
from ..declaration import Given, ReportType, Section

_SECTIONS = (
    Section(
        "groups",
        _lt("Who can be told apart"),
        (Given("rating_groups", title=_lt("Groups that can be told apart")),),
    ),
    Section(
        "index",
        _lt("Index and places"),
        (Given("rating_lines", title=_lt("Index with what chance can do to it")),),
    ),
    Section(
        "parts",
        _lt("What the index is made of"),
        (
            Given("rating_parts", title=_lt("Contributions to the index, points")),
            Given("rating_rule", title=_lt("Components, weights and goalposts")),
        ),
        wide=True,
    ),
    Section(
        "stability",
        _lt("How stable the places are"),
        (Given("rating_stability", title=_lt("Places by other weights")),),
    ),
    Section("summary", _lt("General conclusions and recommendations"), ()),
)
_COMMON = {"about": "rating", "collector": "vsoko.report.rating.collector"}

CLASS_RATING = ReportType("class_rating", _lt("Rating of classes"), _SECTIONS, **_COMMON)
SUBJECT_RATING = ReportType("subject_rating", _lt("Rating of subjects"), _SECTIONS, **_COMMON)

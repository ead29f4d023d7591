"""«Показатели деятельности (приказ № 1324)»: the form of the order for self-examination."""

from ...translation import _lt
from ..declaration import Given, ReportType, Section

ORDER_1324 = ReportType(
    "order_1324",
    _lt("Indicators of activity (order No. 1324)"),
    (
        Section(
            "indicators",
            _lt("Indicators of activity subject to self-examination"),
            (Given("order_1324", title=_lt("Annex 2 of the order of 10.12.2013 No. 1324")),),
        ),
        Section("summary", _lt("General conclusions and recommendations"), ()),
    ),
    period_kind="calendar_year",
)

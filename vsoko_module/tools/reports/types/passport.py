"""«Паспорт системы показателей»: annex to the regulation."""

from ...translation import _lt
from ..declaration import Given, ReportType, Section

PASSPORT = ReportType(
    "passport",
    _lt("Passport of the system of indicators"),
    (
        Section(
            "indicators",
            _lt("Objects, criteria and indicators"),
            (Given("indicators", title=_lt("How the indicators are counted"), key=(2,)),),
            wide=True,
        ),
        Section(
            "bands",
            _lt("Bands of values"),
            (Given("bands", title=_lt("Bands of values and where they come from"), key=(0, 3)),),
        ),
    ),
)

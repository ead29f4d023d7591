"""The registry of layouts."""

from . import class_ledger, class_ledger_year, contingent, load, staff, teacher_report

LAYOUTS = {
    module.LAYOUT.key: module.LAYOUT
    for module in (
        contingent,
        staff,
        load,
        class_ledger,
        class_ledger_year,
        teacher_report,
    )
}

"""The registry of layouts."""

from . import (
    assessment_sheet,
    class_ledger,
    class_ledger_year,
    class_test,
    codifier,
    contingent,
    ege_protocol,
    load,
    marks_list,
    oge_protocol,
    staff,
    task_points,
    teacher_report,
    test_description,
    vpr_codes,
    vpr_collection_form,
    vpr_individual_results,
    vpr_journal_comparison,
    vpr_mark_statistics,
)

LAYOUTS = {
    module.LAYOUT.key: module.LAYOUT
    for module in (
        contingent,
        staff,
        load,
        marks_list,
        class_ledger,
        class_ledger_year,
        teacher_report,
        codifier,
        test_description,
        vpr_codes,
        class_test,
        task_points,
        assessment_sheet,
        vpr_collection_form,
        vpr_individual_results,
        vpr_journal_comparison,
        vpr_mark_statistics,
        oge_protocol,
        ege_protocol,
    )
}

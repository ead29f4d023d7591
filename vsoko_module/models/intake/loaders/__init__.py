"""Loaders of files, one for each layout of ``tools.readers.layouts``."""

from .assessment_sheet import SheetLoader
from .codes import CodesLoader
from .codifier import CodifierLoader
from .contingent import ContingentLoader
from .description import DescriptionLoader
from .groups import GroupsLoader
from .marks import MarksLoader
from .resolver import Resolver
from .staff import StaffLoader
from .teacher_report import TeacherReportLoader
from .teaching import TeachingLoader
from .works import WorkLoader

LOADERS = {
    "contingent": ContingentLoader,
    "staff": StaffLoader,
    "load": TeachingLoader,
    "class_ledger": MarksLoader,
    "class_ledger_year": MarksLoader,
    "marks_list": MarksLoader,
    "teacher_report": TeacherReportLoader,
    "codifier": CodifierLoader,
    "test_description": DescriptionLoader,
    "class_test": WorkLoader,
    "task_points": WorkLoader,
    "assessment_sheet": SheetLoader,
    "vpr_codes": CodesLoader,
    "vpr_collection_form": WorkLoader,
    "vpr_individual_results": WorkLoader,
    "vpr_journal_comparison": GroupsLoader,
    "vpr_mark_statistics": GroupsLoader,
    "oge_protocol": WorkLoader,
    "ege_protocol": WorkLoader,
}

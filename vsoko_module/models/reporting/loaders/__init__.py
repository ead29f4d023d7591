"""Loaders of files, one for each layout of ``tools.readers.layouts``."""

from .contingent import ContingentLoader
from .marks import MarksLoader
from .resolver import Resolver
from .staff import StaffLoader
from .teacher_report import TeacherReportLoader
from .teaching import TeachingLoader

LOADERS = {
    "contingent": ContingentLoader,
    "staff": StaffLoader,
    "load": TeachingLoader,
    "class_ledger": MarksLoader,
    "class_ledger_year": MarksLoader,
    "teacher_report": TeacherReportLoader,
}

"""Loaders of files: a layout of ``tools.readers.layouts`` names the key of its own."""

from .assessment_sheet import SheetLoader
from .codes import CodesLoader
from .codifier import CodifierLoader
from .contingent import ContingentLoader
from .data_form import DataFormLoader
from .description import DescriptionLoader
from .groups import GroupsLoader
from .marks import MarksLoader
from .programme_pupils import ProgrammePupilsLoader
from .pupil_lines import AchievementsLoader, ClassAbsencesLoader, GraduatesLoader
from .resolver import Resolver
from .staff import StaffLoader
from .staff_registers import StaffCoursesLoader, StaffEventsLoader
from .teacher_report import TeacherReportLoader
from .teaching import TeachingLoader
from .works import WorkLoader

LOADERS = {
    loader.key: loader
    for loader in (
        ContingentLoader,
        StaffLoader,
        StaffCoursesLoader,
        StaffEventsLoader,
        TeachingLoader,
        MarksLoader,
        TeacherReportLoader,
        CodifierLoader,
        DescriptionLoader,
        DataFormLoader,
        WorkLoader,
        SheetLoader,
        CodesLoader,
        GroupsLoader,
        AchievementsLoader,
        GraduatesLoader,
        ClassAbsencesLoader,
        ProgrammePupilsLoader,
    )
}

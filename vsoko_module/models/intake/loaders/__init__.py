"""Loaders of files: a layout of ``tools.readers.layouts`` names the key of its own."""

from .absences import ClassAbsencesLoader, PupilAbsencesLoader, PupilMissedDaysLoader
from .assessment_sheet import SheetLoader
from .codes import CodesLoader
from .codifier import CodifierLoader
from .contingent import ContingentLoader
from .data_form import DataFormLoader
from .description import DescriptionLoader
from .groups import GroupsLoader
from .homeroom import HomeroomLoader
from .marks import MarksLoader
from .observations import ObservationsLoader
from .programme_pupils import ProgrammePupilsLoader
from .pupil_lines import (
    AchievementsLoader,
    ConsentsLoader,
    GraduatesLoader,
    InjuriesLoader,
    UpbringingLoader,
)
from .resolver import Resolver
from .staff import StaffLoader
from .staff_experience import StaffExperienceLoader
from .staff_registers import (
    StaffAttestationLoader,
    StaffCoursesLoader,
    StaffEducationLoader,
    StaffEventsLoader,
)
from .teacher_report import TeacherReportLoader
from .teaching import TeachingLoader
from .works import WorkLoader

LOADERS = {
    loader.key: loader
    for loader in (
        ContingentLoader,
        StaffLoader,
        StaffEducationLoader,
        StaffAttestationLoader,
        StaffExperienceLoader,
        StaffCoursesLoader,
        StaffEventsLoader,
        HomeroomLoader,
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
        PupilMissedDaysLoader,
        PupilAbsencesLoader,
        ConsentsLoader,
        InjuriesLoader,
        UpbringingLoader,
        ProgrammePupilsLoader,
        ObservationsLoader,
    )
}

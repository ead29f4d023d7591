"""Types of reports, each declared in its own file."""

from .assessment_note import ASSESSMENT_NOTE
from .assessment_order import ASSESSMENT_ORDER
from .association_results import ASSOCIATION_RESULTS
from .class_results import CLASS_RESULTS
from .council import COUNCIL_SLIDES, SCHOOL_PAGE
from .contingent import CONTINGENT
from .order_1324 import ORDER_1324
from .passport import PASSPORT
from .period_results import PERIOD_RESULTS
from .problem_analysis import PROBLEM_ANALYSIS
from .public_report import PUBLIC_REPORT
from .pupil_results import PUPIL_RESULTS
from .rating_results import CLASS_RATING, SUBJECT_RATING
from .self_examination import SELF_EXAMINATION
from .subject_results import SUBJECT_RESULTS
from .survey_results import SURVEY_RESULTS
from .teacher_results import TEACHER_RESULTS
from .training_results import TRAINING_RESULTS
from .year_analysis import YEAR_ANALYSIS

_ALL = (
    PERIOD_RESULTS,
    YEAR_ANALYSIS,
    PROBLEM_ANALYSIS,
    SELF_EXAMINATION,
    PUBLIC_REPORT,
    SCHOOL_PAGE,
    COUNCIL_SLIDES,
    CONTINGENT,
    CLASS_RESULTS,
    SUBJECT_RESULTS,
    ASSOCIATION_RESULTS,
    TEACHER_RESULTS,
    TRAINING_RESULTS,
    PUPIL_RESULTS,
    PASSPORT,
    ORDER_1324,
    ASSESSMENT_NOTE,
    ASSESSMENT_ORDER,
    SURVEY_RESULTS,
    CLASS_RATING,
    SUBJECT_RATING,
)
REPORT_TYPES = {report_type.code: report_type for report_type in _ALL}

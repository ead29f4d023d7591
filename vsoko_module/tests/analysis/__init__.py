from . import test_assessment_analysis
from . import test_assessment_page
from . import test_mastery
from . import test_mastery_search
from . import test_mastery_tour
from . import test_dynamics
from . import test_element_map

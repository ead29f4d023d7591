from . import vsoko_achievement_level
from . import vsoko_mastery
from . import vsoko_mastery_search
from . import vsoko_element_share
from . import vsoko_element_map
from . import vsoko_student_mastery

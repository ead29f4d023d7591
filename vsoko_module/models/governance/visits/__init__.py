from . import vsoko_visit_mark
from . import vsoko_visit_profile
from . import vsoko_visit_weak
from . import vsoko_visit_pair
from . import vsoko_rubric
from . import vsoko_teacher

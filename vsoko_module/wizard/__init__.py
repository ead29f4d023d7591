from . import vsoko_movement
from . import vsoko_movement_newcomer
from . import vsoko_contingent
from . import vsoko_contingent_line
from . import vsoko_promotion
from . import vsoko_promotion_line
from . import vsoko_promotion_student
from . import vsoko_teacher_change

from . import vsoko_plan_line_changing
from . import vsoko_plan_line_linking
from . import vsoko_plan_maker

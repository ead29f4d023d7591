from . import vsoko_achievement_level
from . import vsoko_element_total
from . import vsoko_result
from . import vsoko_assessment
from . import vsoko_test
from . import vsoko_test_task
from . import res_company

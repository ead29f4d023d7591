from . import vsoko_rubric
from . import vsoko_rubric_criterion
from . import vsoko_rubric_level
from . import vsoko_observation
from . import vsoko_observation_state
from . import vsoko_year
from . import vsoko_teacher

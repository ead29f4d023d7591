from . import vsoko_training_need
from . import vsoko_training_need_sources
from . import vsoko_training_need_finding
from . import vsoko_training_need_change
from . import vsoko_training_need_plan

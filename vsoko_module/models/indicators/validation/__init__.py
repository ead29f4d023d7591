from . import vsoko_validation_rule
from . import vsoko_validation_finding
from . import vsoko_period
from . import vsoko_data_form

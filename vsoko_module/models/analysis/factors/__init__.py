from . import vsoko_factor_study
from . import vsoko_factor_study_facts
from . import vsoko_factor_finding

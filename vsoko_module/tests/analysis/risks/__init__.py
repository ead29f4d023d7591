from . import test_risk_access
from . import test_risk_check
from . import test_risk_list
from . import test_risk_matrix
from . import test_risk_queries
from . import test_risk_recount
from . import test_risk_rules

from . import vsoko_dashboard
from . import vsoko_indicator_value
from . import vsoko_dashboard_card
from . import vsoko_dashboard_deviation
from . import vsoko_dashboard_heat_map
from . import vsoko_import
from . import vsoko_first_steps

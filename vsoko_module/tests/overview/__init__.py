from . import test_dashboard
from . import test_dashboard_tour
from . import test_first_steps
from . import test_first_steps_tour
from . import test_handing_over
from . import test_start_page
from . import test_start_page_figures
from . import test_start_page_weak

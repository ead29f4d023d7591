from . import test_route
from . import test_route_access
from . import test_route_growth
from . import test_route_matrix
from . import test_route_print
from . import test_route_tour

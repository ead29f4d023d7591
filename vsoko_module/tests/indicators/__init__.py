from . import test_definitions
from . import test_framework_regulation

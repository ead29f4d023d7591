from .school import test_subject
from .school import test_year
from .indicators import test_definitions
from .indicators import test_framework_regulation
from .reporting import test_import_samples

from .school import test_subject
from .school import test_year

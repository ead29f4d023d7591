from . import reports
from . import publications
from . import schedules
from . import submissions
from . import vsoko_year

from . import imports
from . import reports
from . import publications
from . import families
from . import schedules
from . import submissions
from . import vsoko_year

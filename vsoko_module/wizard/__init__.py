from . import school
from . import evidence
from . import intake
from . import reporting

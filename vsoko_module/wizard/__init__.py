from . import school
from . import evidence
from . import intake
from . import indicators
from . import analysis
from . import governance
from . import reporting

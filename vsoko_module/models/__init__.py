from . import mixins
from . import school
from . import evidence
from . import indicators
from . import governance
from . import reporting

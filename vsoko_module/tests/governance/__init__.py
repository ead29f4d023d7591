from . import actions
from . import bodies
from . import meetings

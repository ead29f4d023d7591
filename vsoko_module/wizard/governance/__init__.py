from . import meetings
from . import actions

from . import bodies
from . import actions

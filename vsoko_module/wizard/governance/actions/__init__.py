from . import vsoko_action_ending
from . import vsoko_action_return

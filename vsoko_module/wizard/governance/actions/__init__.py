from . import vsoko_action_ending

from . import vsoko_bonus

from . import vsoko_bonus_agreement

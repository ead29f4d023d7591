from . import dataset
from . import vsoko_bonus

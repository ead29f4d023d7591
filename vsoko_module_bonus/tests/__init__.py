from . import test_bonus_files
from . import test_bonus_looks
from . import test_bonus_penalty
from . import test_bonus_rights
from . import test_bonus_state
from . import test_bonus_sums
from . import test_bonus_tour
from . import test_bonus_transparency

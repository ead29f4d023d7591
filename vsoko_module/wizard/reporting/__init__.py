from . import vsoko_publication_withdrawal
from . import vsoko_print_mixin
from . import vsoko_calendar_print
from . import vsoko_roadmap
from . import vsoko_comparison

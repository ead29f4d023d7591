from . import ir_ui_menu
from . import res_partner
from . import vsoko_class
from . import vsoko_consent
from . import vsoko_family_child
from . import vsoko_family_mark
from . import vsoko_family_route
from . import vsoko_student

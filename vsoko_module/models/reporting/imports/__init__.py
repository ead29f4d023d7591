from . import res_company
from . import vsoko_import_match
from . import vsoko_import
from . import vsoko_import_page
from . import vsoko_import_issue
from . import vsoko_import_change
from . import vsoko_import_template
from . import vsoko_assessment

from . import meetings
from . import documents
from . import actions
from . import plan
from . import sheets

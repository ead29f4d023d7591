from . import bodies
from . import documents
from . import meetings
from . import actions
from . import visits
from . import plan
from . import sheets
from . import routes

from . import base
from . import closed_names
from . import signing
from . import turns
from . import entered_fields
from . import locked_children
from . import schools
from . import waiting

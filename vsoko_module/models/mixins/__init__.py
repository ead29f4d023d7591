from . import base
from . import closed_names
from . import signing
from . import turns

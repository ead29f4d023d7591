from . import bodies

from . import vsoko_demo

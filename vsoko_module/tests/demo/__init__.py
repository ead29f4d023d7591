from . import test_demo_load

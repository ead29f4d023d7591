"""The parts of the command `vsoko`.

Standard library only: it must run before anything is installed.
"""

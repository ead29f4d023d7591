"""Runs the pure tests and prints {file of tools/: {line: names of the tests that run it}} as JSON.

Usage: coverage_runner.py ADDON FOLDER_WITH_TESTS
"""

import json
import sys
import unittest
from pathlib import Path

import coverage


def main(addon: str, tests: str) -> None:
    sys.path.insert(0, addon)
    tool = coverage.Coverage(source=[str(Path(addon) / "tools")], data_file=None, config_file=False)
    tool.set_option("run:dynamic_context", "test_function")
    tool.start()
    suite = unittest.TestLoader().discover(tests, "test_*.py", top_level_dir=tests)
    suite.run(unittest.TestResult())
    tool.stop()
    data = tool.get_data()
    found = {
        Path(file).relative_to(addon).as_posix(): data.contexts_by_lineno(file)
        for file in data.measured_files()
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])

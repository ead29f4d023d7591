"""Reads damaged kin of the sample files; keeps those that a reader does not meet in words.

Usage: fuzz_runner.py FOLDER_OF_THE_ADDON COUNT SEED FOLDER_TO_KEEP_FILES
"""

import sys
from pathlib import Path


def main(addon: str, count: str, seed: str, kept: str) -> int:
    sys.path[:0] = [addon, f"{addon}/tests/pure"]
    from mutants import hunt

    found = 0
    for failing in hunt(int(count), int(seed)):
        found += 1
        target = Path(kept) / f"{seed}-{failing.number}{Path(failing.name).suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(failing.content)
        print(f"{target}, made from {failing.name}\n{failing.trace}", flush=True)
    print(f"{count} mutants of the seed {seed}, {found} not met in words")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

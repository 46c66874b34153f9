"""All benchmarks, or those named: a JSON line a row. `python tests/bench/run.py [--quick] [--strict] [NAME...]`.

A benchmark is a file `bench_NAME.py` beside this one with `rows(quick) -> Iterator[dict]`.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

NAMES = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))


def main() -> int:
    """Run them; 1 with `--strict` where a row does not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="smaller inputs, fewer rounds")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a row does not hold")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(NAMES):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    holds = True
    for row in _rows(asked.names or NAMES, asked.quick):
        print(json.dumps(row, ensure_ascii=False), flush=True)
        holds = holds and row["holds"]
    return int(asked.strict and not holds)


def _rows(names: list[str], quick: bool) -> Iterator[dict[str, Any]]:
    for name in names:
        yield from import_module(f"bench_{name}").rows(quick)


if __name__ == "__main__":
    sys.exit(main())

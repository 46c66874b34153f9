"""Reads the rows of a quick benchmark: each must be one; a ratio over its bound is only a warning on a busy machine."""

import json
import math
import sys

rows = [json.loads(line) for line in sys.stdin if line.strip()]
for row in rows:
    if not math.isfinite(row["ratio"]):
        sys.exit(f"{row['name']}: {row['ratio']} is no ratio")
    if not row["holds"]:
        print(f"warning: {row['name']}: {row['ratio']:.2f} times its measure, where {row['at_most']} is the most")
if not rows:
    sys.exit("not one row")
print(f"{len(rows)} rows")

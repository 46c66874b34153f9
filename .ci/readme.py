"""What the README tells people to type, word by word: `readme.py job`, `tests` or `packages`."""

import re
import sys
from pathlib import Path

readme = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")
block = re.search(rf"<!-- {sys.argv[1]} -->\s*```\w*\n(.*?)```", readme, re.DOTALL)
if not block:
    sys.exit(f"README.md has no block <!-- {sys.argv[1]} -->")
print(block[1].strip().removeprefix("sudo apt install "))

"""Count the lines of code of a folder: not those that are blank, comments, docstrings or imports.

``python tests/benchmarks/code_lines.py [FOLDER]`` prints the sum, and below it the same for each folder in it.
"""

from __future__ import annotations

import ast
import sys
import tokenize
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}


def code_lines(path: Path) -> int:
    """Return how many lines of a file hold code."""
    with tokenize.open(path) as file:
        tokens = [t for t in tokenize.generate_tokens(file.readline) if t.type not in _NO_CODE]
    lines = {line for t in tokens for line in range(t.start[0], t.end[0] + 1)}
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        is_text = (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        )
        if is_text or isinstance(node, ast.Import | ast.ImportFrom):
            lines -= set(range(node.lineno, node.end_lineno + 1))
    return len(lines)


def main() -> None:
    """Print the lines of the folder and of the folders in it."""
    folder = ROOT / (sys.argv[1] if len(sys.argv) > 1 else "playground")
    counts: Counter[str] = Counter()
    for path in folder.rglob("*.py"):
        parts = path.relative_to(folder).parts
        counts["/".join(parts[: min(2, len(parts) - 1)]) or "."] += code_lines(path)
    print(f"{sum(counts.values()):7,d}  {folder.name}")
    for name, lines in sorted(counts.items()):
        print(f"{lines:7,d}  {name}")


if __name__ == "__main__":
    main()

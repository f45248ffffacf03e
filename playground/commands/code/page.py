"""The table over the files of a class as a page: to be read on a screen, light or dark, and to be printed."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from nn.messages import printable
from playground.commands.code.rows import VERDICTS, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 1000
_CLASSES = {VERDICTS[True]: "right", VERDICTS[False]: "wrong", VERDICTS[None]: "open"}
_SIGNS = {VERDICTS[True]: "✓", VERDICTS[False]: "✗", VERDICTS[None]: "–"}  # also told apart without colours
_TITLES = {"name": "Class or function", "checks": "Passed"}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ margin: 1.5em; background: #fff; color: #1b1b1b; line-height: 1.4; word-break: keep-all;
  font-family: system-ui, "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif }}
h1 {{ margin: 0; font-size: 1.4em }}
p {{ margin: 0.3em 0 1em }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ border: 1px solid #999; padding: 0.3em 0.6em; text-align: left; vertical-align: top }}
thead th {{ background: #ececec; white-space: nowrap }}
tbody th {{ overflow-wrap: anywhere; min-width: 8em }}
td.reason, td.change {{ overflow-wrap: anywhere; min-width: 15em; width: 36% }}
td.change {{ width: 30% }}
tr.first > * {{ border-top: 2px solid #555 }}
td.number {{ text-align: right }}
td.verdict {{ white-space: nowrap; font-weight: bold }}
.right {{ color: #00622b }}
.wrong {{ color: #a3123a }}
.open {{ color: #595959 }}
code {{ font-family: ui-monospace, Consolas, Menlo, monospace; white-space: pre-wrap }}
@media screen and (prefers-color-scheme: dark) {{
  body {{ background: #1b1b1b; color: #ececec }}
  thead th {{ background: #333 }}
  tr.first > * {{ border-top-color: #bbb }}
  .right {{ color: #6fdc94 }}
  .wrong {{ color: #ff9db4 }}
  .open {{ color: #b5b5b5 }}
}}
@media screen and (max-width: 75em) {{
  body {{ margin: 0.8em; font-size: 0.85em }}
  th, td {{ padding: 0.2em 0.4em }}
  td.reason, td.change {{ min-width: 11em }}
}}
@media print {{
  @page {{ size: landscape; margin: 12mm }}
  body {{ margin: 0; font-size: 9pt }}
  thead {{ display: table-header-group }}
  tr {{ break-inside: avoid }}
}}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{summary}</p>
<table>
<thead>
{head}
</thead>
<tbody>
{rows}
</tbody>
</table>
</body>
</html>
"""


def as_page(title: str, rows: Sequence[Row]) -> str:
    """Return the page; what a stranger's file brings stays text in it."""
    fields = [field for field in Row._fields if field in ("file", "verdict") or any(getattr(r, field) for r in rows)]
    starts = [number == 0 or rows[number - 1].file != row.file for number, row in enumerate(rows)]
    return _PAGE.format(
        title=_text(title),
        summary=_text(_summary(rows)),
        head=f"<tr>{''.join(_head(field) for field in fields)}</tr>",
        rows="\n".join(_line(row, fields, is_first=is_first) for row, is_first in zip(rows, starts, strict=True)),
    )


def _summary(rows: Sequence[Row]) -> str:
    """Say how many files are right: those with something right in them, and nothing that is not."""
    verdicts: dict[str, set[str]] = {}
    for row in rows:
        verdicts.setdefault(row.file, set()).add(row.verdict)
    files = [next(verdict for verdict in _IN_ORDER if verdict in found) for found in verdicts.values()]
    counts = [f"{files.count(verdict)} {verdict}" for verdict in VERDICTS.values()]
    return f"{len(files)} {'file' if len(files) == 1 else 'files'}: {', '.join(counts)}"


_IN_ORDER = (VERDICTS[False], VERDICTS[True], VERDICTS[None])


def _head(field: str) -> str:
    return f'<th scope="col">{_TITLES.get(field, field.capitalize())}</th>'


def _line(row: Row, fields: Sequence[str], *, is_first: bool) -> str:
    cells = "".join(_cell(field, getattr(row, field)) for field in fields)
    return f'<tr class="first">{cells}</tr>' if is_first else f"<tr>{cells}</tr>"


def _cell(field: str, text: str) -> str:
    shown = _text(text)
    match field:
        case "file":
            return f'<th scope="row">{shown}</th>'
        case "verdict":
            return f'<td class="verdict {_CLASSES[text]}">{_SIGNS[text]} {shown}</td>'
        case "checks" | "line":
            return f'<td class="number">{shown}</td>'
        case "change":
            in_lines = shown.replace("; ", "\n").replace(" → ", "\n→ ")
            return f'<td class="change"><code>{in_lines}</code></td>' if text else "<td></td>"
        case "reason":
            return f'<td class="reason">{shown}</td>'
    return f"<td>{shown}</td>"


def _text(text: str) -> str:
    return html.escape(printable(text, _LONGEST))

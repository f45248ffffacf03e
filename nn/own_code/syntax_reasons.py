"""What Python says of a text that is none, as messages: a window says them in its own language.

The sentences are those of CPython 3.11 to 3.13, word for word; one that is not among them stays as Python says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nn.messages import Message, from_parts

_ANY = "…"
_PLACE = re.compile(r"\\\{(\w+)\\\}")
_REASONS = (
    Message("invalid syntax"),
    Message("invalid syntax. Perhaps you forgot a comma?"),
    Message("invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
    Message("'{bracket}' was never closed", bracket=_ANY),
    Message("unmatched '{bracket}'", bracket=_ANY),
    Message(
        "closing parenthesis '{closing}' does not match opening parenthesis '{opening}' on line {line}",
        closing=_ANY,
        opening=_ANY,
        line=_ANY,
    ),
    Message(
        "closing parenthesis '{closing}' does not match opening parenthesis '{opening}'", closing=_ANY, opening=_ANY
    ),
    Message("expected '{sign}'", sign=_ANY),
    Message("expecting '{sign}'", sign=_ANY),
    Message("expected 'else' after 'if' expression"),
    Message("expected 'except' or 'finally' block"),
    Message("expected one or more exception types"),
    Message("multiple exception types must be parenthesized"),
    Message("default 'except:' must be last"),
    Message("'in' expected after for-loop variables"),
    Message("':' expected after dictionary key"),
    Message("expression expected after dictionary key and ':'"),
    Message("expected default value expression"),
    Message("expected argument value expression"),
    Message("Expected one or more names after 'import'"),
    Message("Did you mean to use 'from ... import ...' instead?"),
    Message("trailing comma not allowed without surrounding parentheses"),
    Message("unexpected EOF while parsing"),
    Message("unexpected character after line continuation character"),
    # ---- indentation
    Message("unexpected indent"),
    Message("unindent does not match any outer indentation level"),
    Message("expected an indented block after '{word}' statement on line {line}", word=_ANY, line=_ANY),
    Message("expected an indented block after function definition on line {line}", line=_ANY),
    Message("expected an indented block after class definition on line {line}", line=_ANY),
    Message("expected an indented block"),
    Message("too many levels of indentation"),
    Message("too many statically nested blocks"),
    Message("too many nested parentheses"),
    # ---- texts, numbers, characters
    Message("unterminated string literal (detected at line {line})", line=_ANY),
    Message("unterminated triple-quoted string literal (detected at line {line})", line=_ANY),
    Message("unterminated f-string literal (detected at line {line})", line=_ANY),
    Message("unterminated triple-quoted f-string literal (detected at line {line})", line=_ANY),
    Message("bytes can only contain ASCII literal characters"),
    Message("cannot mix bytes and nonbytes literals"),
    Message(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {place}: {reason}",
        place=_ANY,
        reason=_ANY,
    ),
    Message("invalid character '{character}' ({code})", character=_ANY, code=_ANY),
    Message("invalid non-printable character {code}", code=_ANY),
    Message("invalid digit '{digit}' in {kind} literal", digit=_ANY, kind=_ANY),
    Message("invalid {kind} literal", kind=_ANY),
    Message(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
    ),
    Message("f-string: {reason}", reason=_ANY),
    Message("unterminated string"),
    Message("empty expression not allowed"),
    Message("single '{sign}' is not allowed", sign=_ANY),
    Message("valid expression required before '{sign}'", sign=_ANY),
    Message("expecting '=', or '!', or ':', or '{sign}'", sign=_ANY),
    Message("expecting a valid expression after '{sign}'", sign=_ANY),
    Message("missing conversion character"),
    Message("invalid conversion character: expected 's', 'r', or 'a'"),
    Message("invalid conversion character '{character}': expected 's', 'r', or 'a'", character=_ANY),
    Message("lambda expressions are not allowed without parentheses"),
    Message("f-string expression part cannot include a backslash"),
    Message("f-string expression part cannot include '#'"),
    # ---- what is assigned to
    Message("cannot assign to {what} here. Maybe you meant '==' instead of '='?", what=_ANY),
    Message("cannot assign to {what}", what=_ANY),
    Message("cannot delete {what}", what=_ANY),
    Message("cannot use assignment expressions with {what}", what=_ANY),
    Message("'{what}' is an illegal expression for augmented assignment", what=_ANY),
    Message("only single target (not {what}) can be annotated", what=_ANY),
    Message("illegal target for annotation"),
    Message("multiple starred expressions in assignment"),
    Message("starred assignment target must be in a list or tuple"),
    Message("can't use starred expression here"),
    Message("cannot use starred expression here"),
    Message("Invalid star expression"),
    Message("too many expressions in star-unpacking assignment"),
    Message("assignment to yield expression not possible"),
    Message("dict unpacking cannot be used in dict comprehension"),
    Message("iterable unpacking cannot be used in comprehension"),
    # ---- calls and definitions
    Message('expression cannot contain assignment, perhaps you meant "=="?'),
    Message("Missing parentheses in call to '{name}'. Did you mean {name}(...)?", name=_ANY),
    Message("Generator expression must be parenthesized"),
    Message("positional argument follows keyword argument"),
    Message("positional argument follows keyword argument unpacking"),
    Message("keyword argument repeated: {name}", name=_ANY),
    Message("duplicate argument '{name}' in function definition", name=_ANY),
    Message("non-default argument follows default argument"),
    Message("parameter without a default follows parameter with a default"),
    Message("named arguments must follow bare *"),
    Message("* argument may appear only once"),
    Message("arguments cannot follow var-keyword argument"),
    Message("var-keyword argument cannot have default value"),
    Message("var-positional argument cannot have default value"),
    Message("Function parameters cannot be parenthesized"),
    Message("Lambda expression parameters cannot be parenthesized"),
    Message("did you forget parentheses around the comprehension target?"),
    Message("'not' after an operator must be parenthesized"),
    # ---- where something may stand
    Message("'{word}' outside function", word=_ANY),
    Message("'{word}' outside async function", word=_ANY),
    Message("'{word}' inside async function", word=_ANY),
    Message("'{word}' outside loop", word=_ANY),
    Message("'{word}' not properly in loop", word=_ANY),
    Message("import * only allowed at module level"),
    Message("from __future__ imports must occur at the beginning of the file"),
    Message("future feature {name} is not defined", name=_ANY),
    Message("name '{name}' is parameter and {word}", name=_ANY, word=_ANY),
    Message("name '{name}' is assigned to before {word} declaration", name=_ANY, word=_ANY),
    Message("name '{name}' is used prior to {word} declaration", name=_ANY, word=_ANY),
    Message("name '{name}' is nonlocal and global", name=_ANY),
    Message("no binding for nonlocal '{name}' found", name=_ANY),
    Message("nonlocal declaration not allowed at module level"),
)
"""In this order: of two that fit the first one says more."""
_WHAT = (
    Message("attribute"),
    Message("await expression"),
    Message("comparison"),
    Message("conditional expression"),
    Message("decimal"),
    Message("hexadecimal"),
    Message("octal"),
    Message("binary"),
    Message("imaginary"),
    Message("dict comprehension"),
    Message("dict literal"),
    Message("ellipsis"),
    Message("expression"),
    Message("f-string expression"),
    Message("function call"),
    Message("generator expression"),
    Message("iterable argument unpacking"),
    Message("keyword argument unpacking"),
    Message("lambda"),
    Message("list"),
    Message("list comprehension"),
    Message("literal"),
    Message("named expression"),
    Message("set comprehension"),
    Message("set display"),
    Message("starred"),
    Message("subscript"),
    Message("tuple"),
    Message("yield expression"),
)
"""What stands in their places."""


def reason_of(text: str) -> str:
    """Return what Python says of a text that it cannot read, word for word: a message, if it is known."""
    for message, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return from_parts(message.template, {name: _part(name, part) for name, part in found.groupdict().items()})
    return text


def _part(name: str, text: str) -> str:
    if name == "reason":
        return reason_of(text)
    return next((message for message in _WHAT if message == text), text) if name in ("what", "kind") else text


@cache
def _patterns() -> tuple[tuple[Message, re.Pattern[str]], ...]:
    return tuple((message, re.compile("".join(_pattern(message.template)))) for message in _REASONS)


def _pattern(template: str) -> Iterator[str]:
    """Give the parts of what a template matches: in a place any text, the same one again where it stands twice."""
    seen, end = set[str](), 0
    escaped = re.escape(template)
    for place in _PLACE.finditer(escaped):
        name = place.group(1)
        yield escaped[end : place.start()] + (f"(?P={name})" if name in seen else f"(?P<{name}>.+?)")
        seen.add(name)
        end = place.end()
    yield escaped[end:]

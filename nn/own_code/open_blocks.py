"""Where the next statement of a text without indentation may stand: the blocks that are open."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass, field
from itertools import takewhile

_HEAD = re.compile(r"(class|def|if|elif|else|for|while|with|try|except|finally)\b.*:\s*(#.*)?$", re.DOTALL)
_METHOD = re.compile(r"def\s+\w+\s*\(\s*(self|cls)\b")
_GOES_WITH = {
    "elif": ("if", "elif"),
    "else": ("if", "elif", "for", "while", "except", "try"),
    "except": ("try", "except"),
    "finally": ("try", "except", "else"),
}
_ENDS_BLOCK = ("return", "break", "continue", "raise", "pass")
_BEGINS_ANEW = ("class", "def", "@", "import", "from")
_MAIN = "if __name__"
_INNER = ("if", "elif", "else", "for", "while", "with", "try", "except", "finally")


@dataclass
class _Block:
    word: str
    depth: int
    names: set[str] = field(default_factory=set)
    statements: int = 0
    has_methods: bool = False
    changes: bool = False  # whether its first statement gives a name that was known another value


@dataclass
class OpenBlocks:
    """The heads of blocks that the next statement may belong to, the innermost last."""

    blocks: list[_Block] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    is_decorated: bool = False

    @property
    def depth(self) -> int:
        """How deep a statement stands now."""
        return self.blocks[-1].depth + 1 if self.blocks else 0

    def place(self, text: str, following: list[str]) -> int:
        """Return how deep a statement stands, and open or close blocks for what follows."""
        word = first_word(text)
        self._close_before(word, text, following)
        depth = self.depth
        self._count(word, text)
        self.is_decorated = word == "@"
        if is_head(text):
            is_main = text.startswith(_MAIN)  # all that comes belongs to it
            self.blocks.append(_Block("main" if is_main else word, depth, _loop_names(word, text)))
        elif word in _ENDS_BLOCK and self.blocks and not _else_comes(following):
            self.blocks.pop()
        return depth

    def _count(self, word: str, text: str) -> None:
        bound = _bound(text)
        if self.blocks:
            innermost = self.blocks[-1]
            innermost.changes |= not innermost.statements and bool(bound) and bound <= self.known
            innermost.statements += 1
            innermost.has_methods |= word == "def"
        for block in self.blocks:
            if block.word in ("for", "while"):
                block.names |= bound
        self.known = _bound(text) | (set() if word == "def" else self.known)

    def blank_line(self, following: list[str]) -> None:
        """Close what a blank line ends: inner blocks that have something in them."""
        while self._is_inner_and_done() and not _else_comes(following) and not self._is_used(following):
            self.blocks.pop()

    def _close_before(self, word: str, text: str, following: list[str]) -> None:
        if word in ("class", "import", "from") or text.startswith(_MAIN):
            self.blocks.clear()
        elif word in ("def", "@"):
            self._close_before_function(text, is_decorator=word == "@")
        elif word in _GOES_WITH:
            while self.blocks and self.blocks[-1].word not in _GOES_WITH[word]:
                self.blocks.pop()
            del self.blocks[-1:]
        elif word == "return" and not _else_comes(following):
            while self._is_inner_and_done():
                self.blocks.pop()
        else:
            self._close_before_statement(text, following)

    def _close_before_function(self, text: str, is_decorator: bool) -> None:
        if self.is_decorated:
            return
        is_method = _METHOD.match(text) is not None
        if not is_method and self.blocks and self.blocks[-1].word == "def" and not self.blocks[-1].statements:
            return  # a function whose first statement is a function
        in_class = (is_method or is_decorator) and self.blocks and self.blocks[0].word == "class"
        del self.blocks[1 if in_class else 0 :]

    def _close_before_statement(self, text: str, following: list[str]) -> None:
        if self._is_inner_and_done() and self.blocks[-1].word == "if" and self.blocks[-1].changes:
            is_new = bool(_bound(text) - self.known) and not is_head(text)
            if is_new and not _else_comes(following):  # if t.size == y.size: t = t.argmax(axis=1)
                self.blocks.pop()
        while self._is_inner_and_done() and self.blocks[-1].word in ("for", "while"):
            if _else_comes(following) or self._is_used([text, *following]):
                return
            self.blocks.pop()
        if self.blocks and self.blocks[-1].word == "class" and self.blocks[-1].has_methods:
            self.blocks.clear()

    def _is_inner_and_done(self) -> bool:
        return bool(self.blocks) and self.blocks[-1].word in _INNER and self.blocks[-1].statements > 0

    def _is_used(self, following: list[str]) -> bool:
        """Whether what follows still uses the names of the innermost loop."""
        names = self.blocks[-1].names
        if self.blocks[-1].word not in ("for", "while"):
            return False
        for text in takewhile(lambda text: first_word(text) not in (*_BEGINS_ANEW, "return"), following):
            if first_word(text) == "for" and _bound(text) & names:
                return False
            if _used(text) & names:
                return True
        return False


def first_word(text: str) -> str:
    """Return the word that a statement begins with, ``@`` for a decorator."""
    if text.startswith("@"):
        return "@"
    found = re.match(r"\w+", text)
    return found.group() if found else ""


def is_head(text: str) -> bool:
    """Whether a statement opens a block."""
    return _HEAD.match(text) is not None


def parsed(text: str) -> ast.Module | None:
    """Return the syntax tree of a text, None if it is no Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def syntax_error(text: str) -> SyntaxError | None:
    """Return what is wrong with a text, None if it is Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError) as error:
        return SyntaxError(str(error))
    return None


def _else_comes(following: list[str]) -> bool:
    """Whether an `else` and the like comes for the block that is open, before anything begins anew."""
    inner = 0
    for text in takewhile(lambda text: first_word(text) not in _BEGINS_ANEW, following):
        word = first_word(text)
        if word in ("if", "try") and is_head(text):
            inner += 1
        elif word in _GOES_WITH and is_head(text):
            if not inner:
                return True
            inner -= word in ("else", "finally")
    return False


def _loop_names(word: str, text: str) -> set[str]:
    """Return the names that a loop goes on by."""
    return _bound(text) if word == "for" else _used(text) if word == "while" else set()


def _names(text: str, context: type[ast.expr_context]) -> set[str]:
    tree = parsed(f"{text}\n    pass" if is_head(text) else text)
    nodes = ast.walk(tree) if tree is not None else ()
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, context)}


def _bound(text: str) -> set[str]:
    tree = parsed(f"{text}\n    pass") if first_word(text) == "def" else None
    if tree is not None:
        return {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return _names(text, ast.Store)


def _used(text: str) -> set[str]:
    return _names(text, ast.Load)

"""Lines of the book's own class of that name: one that is missing here, or stands here in another form."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from nn.own_code.diagnosis.candidate import Candidate, insertion, statement
from nn.own_code.diagnosis.scope import Place, Scope
from nn.own_code.roles import CLASSES, FUNCTIONS, kind_of

MODELS = "nn.own_code.diagnosis.models"


_COUNTS = {"self.batch_size", "batch_size", "batch_num", "N", "n"}
"""What the models call the number of samples."""


def candidates(scope: Scope) -> Iterator[Candidate]:
    """Yield all changes of this kind: nearest model first, and of the rest only what is near."""
    places = [p for p in scope.places if isinstance(p.node, ast.stmt) and p.index is not None]
    for model in models_of(scope):
        yield from _from_model(scope, places, model)


@cache
def _definitions() -> tuple[ast.FunctionDef | ast.ClassDef, ...]:
    """Read all models; they are text, and never run."""
    texts = [each.read_text("utf-8") for each in files(MODELS).iterdir() if each.name.endswith(".txt")]
    return tuple(
        node
        for text in sorted(texts)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    )


def models_of(scope: Scope) -> list[ast.FunctionDef]:
    """List the book's functions that correspond to one, by the kind of its class and its own name."""
    name = scope.function.name
    found: list[ast.FunctionDef] = []
    for node in _definitions():
        if scope.owner is None and isinstance(node, ast.FunctionDef):
            kind = kind_of(name, FUNCTIONS)
            if node.name == name or (kind and kind_of(node.name, FUNCTIONS) == kind):
                found.append(node)
        elif scope.owner is not None and isinstance(node, ast.ClassDef):
            kind = kind_of(scope.owner.name, CLASSES)
            if kind and kind_of(node.name, CLASSES) == kind:
                found += [each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == name]
    present = {ast.unparse(node) for node in scope.function.body}
    return sorted(found, key=lambda model: -sum(ast.unparse(node) in present for node in model.body))


def _from_model(scope: Scope, places: list[Place], model: ast.FunctionDef) -> Iterator[Candidate]:
    here = {_head(place.node) for place in places}
    lines = _lines_of(model, _translation(scope, places, model))
    wanted = {line.head for line in lines}
    missing = [line for line in lines if line.head not in here and not line.is_block]
    strange = [place for place in places if _head(place.node) not in wanted and not _is_block(place.node)]
    surplus = min(len(missing) + len(strange) - 1, 4) * 0.35  # the nearer the model, the likelier its line
    for line in missing:
        for place in strange:
            likeness = difflib.SequenceMatcher(None, ast.unparse(place.node), line.text).ratio()
            yield statement(scope, place, 2.0 - 1.2 * likeness + surplus, "line of the book", line.text)
        twice = 1.2 * any(_is_twin(place.node, ast.parse(line.text).body[0]) for place in strange)
        for place in places:
            head, is_return = _head(place.node), isinstance(place.node, ast.Return)
            gives_back = line.text.startswith("return")
            if not gives_back:
                cost = 0.4 + surplus + (head != line.after) + twice
                yield insertion(scope, place, cost, "missing line", line.text)
            if not is_return and not (gives_back and _returns_next(place)):
                cost = 0.4 + surplus + (head != line.before) + twice
                yield insertion(scope, place, cost, "missing line", line.text, after=True)


def _returns_next(place: Place) -> bool:
    """Whether a return follows: another one before it would take its place and leave it standing."""
    following = getattr(place.parent, place.field)[(place.index or 0) + 1 :]
    return any(isinstance(node, ast.Return) for node in following)


def _is_twin(node: ast.AST, other: ast.AST) -> bool:
    """Whether two statements assign to the same, or the same to something: then none of them is missing."""
    if _targets(node) & _targets(other):
        return True
    if not isinstance(node, ast.Assign) or not isinstance(other, ast.Assign):
        return False
    return ast.unparse(node.value) == ast.unparse(other.value)


def _targets(node: ast.AST) -> set[str]:
    """Return what a statement assigns to; nothing of others."""
    if isinstance(node, ast.AugAssign):
        return {ast.unparse(node.target)}
    if not isinstance(node, ast.Assign):
        return set()
    first = node.targets[0]
    return {ast.unparse(each) for each in (first.elts if isinstance(first, ast.Tuple) else [first])}


@dataclass(frozen=True)
class _Line:
    """A statement of a model, and the ones that stand before and behind it in its block."""

    text: str
    head: str
    before: str
    after: str
    is_block: bool


def _lines_of(model: ast.FunctionDef, names: dict[str, str]) -> list[_Line]:
    lines = []
    for block in (b for node in ast.walk(model) for b in _blocks(node)):
        texts = [_renamed(node, names) for node in block]
        heads = ["", *(_head_text(text) for text in texts), ""]
        for k, text in enumerate(texts):
            lines.append(_Line(text, heads[k + 1], heads[k], heads[k + 2], _is_block(block[k])))
    return lines


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse"):
        block = getattr(node, name, None)
        if isinstance(block, list) and block:
            yield block


def _is_block(node: ast.AST) -> bool:
    return isinstance(node, ast.If | ast.For | ast.While | ast.With | ast.Try | ast.FunctionDef)


def _head(node: ast.AST) -> str:
    """Return what a statement says, of a block only its first line."""
    return _head_text(ast.unparse(node))


def _head_text(text: str) -> str:
    return text.split("\n")[0]


def _translation(scope: Scope, places: list[Place], model: ast.FunctionDef) -> dict[str, str]:
    """Return the learner's names for those of the model: arguments by place, others by lines of one form."""
    known = set(_names_in(model))
    arguments = [each.arg for each in model.args.args][1 if scope.owner else 0 :]
    names = dict(zip(arguments, scope.arguments, strict=False))
    mine = [(place.node, _shape(place.node)) for place in places]
    theirs = [(node, _shape(node)) for node in ast.walk(model) if isinstance(node, ast.stmt) and node is not model]
    matcher = difflib.SequenceMatcher(None, [s for _, s in mine], [s for _, s in theirs], autojunk=False)
    for block in matcher.get_matching_blocks():
        for k in range(block.size):
            pairs = zip(_names_in(mine[block.a + k][0]), _names_in(theirs[block.b + k][0]), strict=False)
            for my_name, their_name in pairs:
                if my_name not in known:
                    names.setdefault(their_name, my_name)
    if scope.arguments:
        for name in _COUNTS & known:
            names.setdefault(name, next(iter(scope.counts), f"{scope.arguments[0]}.shape[0]"))
    return {old: new for old, new in names.items() if old != new and old not in scope.values}


def _names_in(node: ast.AST) -> list[str]:
    return [_name(each) for each in ast.walk(node) if _is_name(each)]


def _is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) or (
        isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    )


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else f"self.{node.attr}"  # type: ignore[attr-defined]


def _shape(node: ast.AST) -> str:
    """Return the form of a statement without its names."""
    text = _head(node)
    for name in sorted(set(_names_in(node)), key=len, reverse=True):
        if name not in ("np", "self"):
            text = text.replace(name, "_")
    return text


def _renamed(node: ast.AST, names: dict[str, str]) -> str:
    class Renamer(ast.NodeTransformer):
        def visit_Name(self, each: ast.Name) -> ast.AST:
            return ast.parse(names[each.id], mode="eval").body if each.id in names else each

        def visit_Attribute(self, each: ast.Attribute) -> ast.AST:
            self.generic_visit(each)
            whole = ast.unparse(each)
            return ast.parse(names[whole], mode="eval").body if whole in names else each

    return ast.unparse(Renamer().visit(ast.parse(ast.unparse(node)).body[0]))

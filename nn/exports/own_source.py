"""What a person wrote, as it goes into a program: their text, kept apart so that its names meet no others."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator

from nn.exports.base import Run, Unfit
from nn.messages import Message, joined
from nn.network.spec import LayerSpec, NetworkSpec
from nn.recorded import Program

_MODULES = {"numpy", "math"}
_INDENT = "    "


def brought(run: Run) -> dict[LayerSpec, str]:
    """Return the kinds of layers of a run that a person wrote, each with what its class is called in a program."""
    layers = dict.fromkeys(layer for layer in run.network.spec.layers if layer.own is not None)
    names: dict[LayerSpec, str] = {}
    for layer in layers:
        name = layer.name
        while name in names.values():
            name = f"{name}_"
        names[layer] = name
    return names


def check_rows(spec: NetworkSpec) -> None:
    """Refuse a person's layer that was recorded on rows where shaped samples reach it and keep their shape."""
    shapes = (spec.input_shape, *(plan.output for plan in spec.plans))
    for layer, shape in zip(spec.layers, shapes, strict=False):
        if layer.own is not None and layer.kind == "OwnLayer" and len(shape) > 1:
            raise Unfit(
                Message(
                    "{name} gets samples of shape {shape}, and its code was recorded on rows: put a Flatten before it.",
                    name=layer.name,
                    shape=shape,
                )
            )


def own_classes(run: Run) -> str:
    """Return the text that defines them.

    Raises
    ------
    Unfit
        If what one of them uses would not be in the program.
    """
    return "\n\n".join(_defined(layer.own, name) for layer, name in brought(run).items() if layer.own is not None)


def _defined(program: Program, name: str) -> str:
    from nn.own_code.definitions import definitions_of  # which only those need who have code of their own
    from nn.own_code.source import Source, SourceError, parse

    source = Source(program.source, program.file)
    try:
        tree = parse(source)
    except SourceError as error:
        raise Unfit(Message("The source of {name} cannot be read: {reason}", name=name, reason=error)) from None
    if not any(isinstance(each, ast.ClassDef) and each.name == program.name for each in tree.body):
        raise Unfit(Message("The source of {name} does not define it.", name=name))
    _check(program, tree)
    text = "\n".join(_indented(definitions_of(source, tree).text))
    return (
        f"# Written by whoever made this layer: read it before you run it.\n"
        f'def the_class_{name}():\n{_INDENT}"""What stands in {program.file}."""\n{text}\n'
        f"{_INDENT}return {program.name}\n\n\n{name} = the_class_{name}()\n"
    )


def _check(program: Program, tree: ast.Module) -> None:
    """Refuse a text that leans on what the program will not have."""
    from nn.own_code.loading.lent import names_taken_for_granted
    from nn.own_code.loading.old_names import with_new_names

    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    modules = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for node in imports
        for alias in node.names
    }
    for module in sorted(modules):
        if module.partition(".")[0] not in _MODULES:
            raise Unfit(
                Message(
                    "{file} imports {module}, which a program on NumPy alone has not; write what {name} needs of it "
                    "into the file, and use it in the network again.",
                    file=program.file,
                    module=module,
                    name=program.name,
                )
            )
    notes = (*names_taken_for_granted(tree), *with_new_names(tree))
    if notes:
        raise Unfit(
            Message(
                "{name} leans on what its file does not say: {notes}", name=program.name, notes=joined(notes[:3], " ")
            )
        )


def _indented(text: str) -> Iterator[str]:
    """Yield the lines one level deeper, but for those that begin within a text of several lines."""
    inside: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.STRING:
            inside.update(range(token.start[0] + 1, token.end[0] + 1))
    was_blank = True
    for number, line in enumerate(text.split("\n"), start=1):
        if number in inside:
            yield line
        elif line.strip() or not was_blank:
            yield f"{_INDENT}{line}" if line.strip() else ""
        was_blank = not line.strip() and number not in inside

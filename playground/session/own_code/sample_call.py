"""Lines that let a learner's class or function do something, to be stepped through: small, and for a person to edit."""

from __future__ import annotations

import ast

_X = "x = np.array([[1.0, -2.0, 3.0], [-4.0, 5.0, -6.0]])"
_DOUT = "dout = np.arange(1.0, out.size + 1).reshape(out.shape)"  # each another: a sum over the wrong axis shows
_PREPARING = {"sys.path.append", "sys.path.insert", "np.random.seed", "numpy.random.seed", "np.set_printoptions"}
_T = "t = np.array([[0, 0, 1], [0, 1, 0]])"


def sample_call(text: str, wanted: str = "") -> str:
    """Return lines for a class with methods of the book, or a function; empty if the program does it itself.

    Parameters
    ----------
    text : str
        The program.
    wanted : str
        Which class or function is looked at; otherwise it is the first class, or the last function.

    Raises
    ------
    SyntaxError, ValueError
        If the text is no Python.
    """
    tree = ast.parse(text)
    if any(_acts(node) for node in tree.body):
        return ""
    defined = [node for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef)]
    classes = [node for node in defined if isinstance(node, ast.ClassDef)]
    functions = [node for node in defined if isinstance(node, ast.FunctionDef)]
    named = [node for node in defined if node.name == wanted]
    for node in (*named, *classes, *functions[::-1]):
        lines = _of_class(node) if isinstance(node, ast.ClassDef) else _of_function(node)
        if lines:
            return "\n".join(lines)
    return ""


def _acts(node: ast.stmt) -> bool:
    """Say whether a statement of a module is more than a definition, an import, a constant or what precedes them."""
    if isinstance(node, ast.Expr):
        return not (isinstance(node.value, ast.Constant) or _prepares(node.value))
    if isinstance(node, ast.Assign):
        return any(isinstance(part, ast.Call) for part in ast.walk(node.value))
    return isinstance(node, ast.For | ast.While | ast.With | ast.AugAssign)


def _prepares(value: ast.expr) -> bool:
    """Say whether it is one of the lines with which the files of the book begin: nothing is computed in them."""
    return isinstance(value, ast.Call) and ast.unparse(value.func) in _PREPARING


def _of_class(node: ast.ClassDef) -> list[str]:
    methods = {each.name: each for each in node.body if isinstance(each, ast.FunctionDef)}
    begin = methods.get("__init__")
    wanted = [] if begin is None else _names(begin)
    if {"forward", "backward"} <= methods.keys():
        inputs = len(_names(methods["forward"]))
        made = [*_values(wanted), f"layer = {node.name}({_arguments(wanted)})"]
        if inputs > 1 and _names(methods["forward"])[1] in ("t", "label", "target"):
            return [_X, _T, *made, "loss = layer.forward(x, t)", "dx = layer.backward()"]
        if inputs > 1 and "flg" not in _names(methods["forward"])[1]:
            given = ["x = 2.0", "y = 3.0"]
            return [*given, *made, "out = layer.forward(x, y)", "dout = 1.0", "dx = layer.backward(dout)"]
        return [_X, *made, "out = layer.forward(x)", _DOUT, "dx = layer.backward(dout)"]
    if "update" in methods:
        optimizer = f"optimizer = {node.name}()"
        values = ["params = {'W': np.array([1.0, -2.0])}", "grads = {'W': np.array([0.5, -0.1])}"]
        return [*values, optimizer, "optimizer.update(params, grads)", "optimizer.update(params, grads)"]
    if "gradient" in methods:
        network = f"network = {node.name}(3, 4, 3)"
        return [_X, _T, network, "loss = network.loss(x, t)", "grads = network.gradient(x, t)"]
    return []


def _of_function(node: ast.FunctionDef) -> list[str]:
    names = _names(node)
    if names[:2] == ["y", "t"]:
        return ["y = np.array([[0.1, 0.2, 0.7], [0.3, 0.6, 0.1]])", _T, f"result = {node.name}(y, t)"]
    return [_X, f"result = {node.name}({'x' if names else ''})"]


def _names(node: ast.FunctionDef) -> list[str]:
    return [argument.arg for argument in node.args.args if argument.arg != "self"]


_VALUES = {
    "W": "0.1 * np.arange(12.0).reshape(3, 4)",
    "b": "np.zeros(4)",
    "gamma": "np.ones(3)",
    "beta": "np.zeros(3)",
}


def _values(names: list[str]) -> list[str]:
    """Return lines for the arguments without a default that the book's layers have."""
    return [f"{name} = {_VALUES[name]}" for name in names if name in _VALUES]


def _arguments(names: list[str]) -> str:
    return ", ".join(name for name in names if name in _VALUES)

"""Runs a learner's program, recorded or not."""

from __future__ import annotations

import ast
import builtins
import types
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from nn.messages import Message, message_of
from nn.own_code.loading.imports import Imports
from nn.own_code.loading.lent import lent_names, names_taken_for_granted
from nn.own_code.loading.old_names import with_new_names
from nn.own_code.loading.refused import Refused
from nn.own_code.recording import RecordingEnds
from nn.own_code.source import Source, SourceError, parse, too_deep

_DEFINES = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Import, ast.ImportFrom)


class Rewriter(Protocol):
    """What has a program run in another way than it stands there: a recorder, say."""

    def rewrite(self, tree: ast.Module, file: str, text: str) -> ast.Module:
        """Return the program as it is to run."""
        ...

    def hooks(self) -> Mapping[str, Callable[..., Any]]:
        """Return what a program that was rewritten calls, by name."""
        ...


@dataclass(frozen=True)
class Failure:
    """Why a program ended before its end.

    Attributes
    ----------
    message : str
        A `Message`.
    file : str
        In which of the program's files.
    line : int or None
    """

    message: str
    file: str
    line: int | None


@dataclass(frozen=True, eq=False)
class Loaded:
    """A program that ran.

    Attributes
    ----------
    module : module
    notes : tuple of Message
        What was read in another way than it is written.
    failure : Failure or None
        Why it did not come to its end; what it defines before and after is there all the same.
    """

    module: types.ModuleType
    notes: tuple[Message, ...]
    failure: Failure | None = None

    @property
    def namespace(self) -> dict[str, Any]:
        """What the program defined, by name."""
        return self.module.__dict__


def load(source: Source, recorder: Rewriter | None = None, *, name: str = "own") -> Loaded:
    """Run a program's text as a module.

    The caller decides whether its running is recorded: with ``with recorder.recording():`` around it. Without a
    recorder it runs as it is.

    Parameters
    ----------
    source : Source
    recorder : Rewriter, optional
        Gets the program rewritten, so that its functions can be recorded when they are called.
    name : str
        The module's ``__name__``: ``"__main__"`` runs what a script keeps for that.

    Raises
    ------
    SourceError
        If the text is no Python.
    """
    program = _Program(source, recorder)
    module = types.ModuleType(name)
    module.__file__ = source.name
    prepared = program.prepared(source.name, source.text, parse(source))
    failure = None
    try:
        program.run(module, prepared.code)
    except (SystemExit, RecordingEnds):
        pass
    except Exception as error:  # noqa: BLE001 - it is the learner's
        failure = failure_of(error, program.files, source.name)
        program.run_definitions(module, source.name, prepared.tree, _line_of(error, source.name))
    return Loaded(module, (*prepared.notes, *program.imports.notes.values()), failure)


class Prepared(NamedTuple):
    """A program as it will run."""

    tree: ast.Module
    code: types.CodeType
    notes: tuple[Message, ...]


class _Program:
    """The modules of one program: its own text and those that it imports."""

    def __init__(self, source: Source, recorder: Rewriter | None) -> None:
        self._recorder = recorder
        self.files: set[str] = set()
        self.imports = Imports(source.siblings, self._run_text)
        self._builtins = dict(vars(builtins)) | lent_names() | {"__import__": self.imports, "input": _no_input}
        if recorder is not None:
            self._builtins |= recorder.hooks()

    def prepared(self, file: str, text: str, tree: ast.Module) -> Prepared:
        """Return a syntax tree as it will run: rewritten, if it is recorded.

        Raises
        ------
        SourceError
            If it is nested too deep for that.
        """
        self.files.add(file)
        try:
            notes = (*with_new_names(tree), *names_taken_for_granted(tree))
            if self._recorder is not None:
                tree = self._recorder.rewrite(tree, file, text)
            return Prepared(tree, _compiled(tree, file), notes)
        except (RecursionError, MemoryError):
            raise too_deep(file) from None

    def run(self, module: types.ModuleType, code: types.CodeType) -> None:
        """Run code as a module."""
        module.__dict__["__builtins__"] = self._builtins
        exec(code, module.__dict__)

    def run_definitions(self, module: types.ModuleType, file: str, tree: ast.Module, line: int) -> None:
        """Run what a program defines and imports behind the line that it failed at."""
        for statement in tree.body:
            if isinstance(statement, _DEFINES) and statement.lineno > line:
                with suppress(Exception):
                    self.run(module, _compiled(ast.Module([statement], []), file))

    def _run_text(self, module: types.ModuleType, file: str, text: str) -> None:
        self.run(module, self.prepared(file, text, parse(Source(text, file))).code)


def _compiled(tree: ast.Module, file: str) -> types.CodeType:
    with warnings.catch_warnings():  # `parse` says what is wrong; the rest is between Python and the learner
        warnings.simplefilter("ignore")
        return compile(tree, file, "exec", dont_inherit=True)


def _line_of(error: BaseException, file: str) -> int:
    """Return the line of a file at whose top level a program failed."""
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == file and code.co_name == "<module>":
            return trace.tb_lineno
        trace = trace.tb_next
    return 0


def failure_of(error: BaseException, files: set[str] | frozenset[str], file: str) -> Failure:
    """Return what a learner's program failed with, and the line of it that did."""
    if isinstance(error, SourceError):  # of another file
        return Failure(error.message, error.file or file, error.line)
    line = None
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        is_call = isinstance(error, RecursionError) and trace.tb_lineno == code.co_firstlineno  # for which is no room
        if code.co_filename in files and not is_call:
            file, line = code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    if isinstance(error, Refused):
        reason: str = message_of(error)
    elif isinstance(error, OSError) and error.filename is not None:
        reason = Message("{file} is not here: a program that is followed reads no files", file=str(error.filename))
    elif isinstance(error, RecursionError):
        reason = Message("a function calls itself without end")
    else:
        reason = Message("{error}: {reason}", error=type(error).__name__, reason=error)
    if line is None:
        return Failure(reason, file, None)
    return Failure(Message("Line {line}: {reason}", line=line, reason=reason), file, line)


def _no_input(*prompt: object) -> str:
    raise Refused(Message("input() waits for somebody to type; write the value into the program"))

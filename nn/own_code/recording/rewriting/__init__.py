"""From a program's syntax tree to one that tells what it does."""

from nn.own_code.recording.rewriting.statements import Rewriting as Rewriting

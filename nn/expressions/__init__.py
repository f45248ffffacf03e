"""Arithmetic that a person types, over named values: ``max(abs(dW1))``, ``dot(x, W1) + b1``, ``x[x > 0]``.

It looks like the book's Python and is a small part of it, read here and computed here: Python itself never runs it.
Watches, breakpoints, lessons and the scratch line all mean the same by it.
"""

from nn.expressions.evaluation import Part as Part
from nn.expressions.expression import Answer as Answer
from nn.expressions.expression import Expression as Expression
from nn.expressions.functions import FUNCTIONS as FUNCTIONS
from nn.expressions.refusals import Unavailable as Unavailable
from nn.expressions.refusals import near as near
from nn.expressions.refusals import no_such_name as no_such_name

"""How a line is off, in one sentence, from the change that put it right."""

from __future__ import annotations

import ast
from collections.abc import Callable

from nn.messages import Message
from nn.own_code.diagnosis.candidate import Candidate

SHOWN = 120
"""Characters of a piece of code in a sentence."""


def how(candidate: Candidate) -> Message:
    """Return the sentence for a change that makes all right."""
    words = WORDS.get(candidate.key, _other)
    return words(candidate, _short(candidate.old), _short(candidate.new))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _other(candidate: Candidate, old: str, new: str) -> Message:
    if not old:
        return _missing_line(candidate, old, new)
    if not new:
        return Message("`{old}` is too many.", old=old)
    return Message("`{old}` should be `{new}`.", old=old, new=new)


def _line_of_the_book(candidate: Candidate, old: str, new: str) -> Message:
    """Say what the line has too much or too little, if that has a name."""
    before, after = (_value_of(text) for text in (candidate.old, candidate.new))
    quotient = before if isinstance(before, ast.BinOp) and isinstance(before.op, ast.Div) else None
    if quotient is not None and after is not None and ast.unparse(quotient.left) == ast.unparse(after):
        return Message(
            "It is divided by `{count}` once too often: `{new}`.", count=ast.unparse(quotient.right), new=new
        )
    if "dout" in new and "dout" not in old:
        return Message("What comes from above, `dout`, is missing: the chain rule multiplies by it, `{new}`.", new=new)
    return _other(candidate, old, new)


def _value_of(text: str) -> ast.expr | None:
    """Return what a statement assigns or returns, None of others."""
    node = ast.parse(text).body[0] if text else None
    return node.value if isinstance(node, ast.Assign | ast.Return) else None


def _brackets(candidate: Candidate, old: str, new: str) -> Message:
    return Message("The brackets are missing or stand elsewhere: `{old}` should be `{new}`.", old=old, new=new)


def _sign(candidate: Candidate, old: str, new: str) -> Message:
    return Message("The sign is the other way round: `{old}` should be `{new}`.", old=old, new=new)


def _division(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "It is too large by the number of samples: divide `{old}` by `{count}` once.",
        old=old,
        count=candidate.data.get("count", ""),
    )


def _product(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "It is too small by the number of samples: `{old}` is divided once too often.",
        old=old,
    )


def _one_minus(candidate: Candidate, old: str, new: str) -> Message:
    return Message("1 - {old} belongs here, not {old}.", old=old)


def _factor(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "The factor `{factor}` is missing: the chain rule multiplies what comes from above by it, `{new}`.",
        factor=candidate.data.get("factor", ""),
        new=new,
    )


def _surplus_factor(candidate: Candidate, old: str, new: str) -> Message:
    return Message("`{extra}` is one factor too many in `{old}`.", extra=candidate.data.get("extra", ""), old=old)


def _surplus_term(candidate: Candidate, old: str, new: str) -> Message:
    return Message("`{extra}` is too much in `{old}`.", extra=candidate.data.get("extra", ""), old=old)


def _transposed(candidate: Candidate, old: str, new: str) -> Message:
    return Message("Transposed: `{old}` should be `{new}`.", old=old, new=new)


def _axis(candidate: Candidate, old: str, new: str) -> Message:
    return Message("It goes along the wrong axis: `{old}` should be `{new}`.", old=old, new=new)


def _mask(candidate: Candidate, old: str, new: str) -> Message:
    return Message("The mask picks the other elements: `{old}` should be `{new}`.", old=old, new=new)


def _comparison(candidate: Candidate, old: str, new: str) -> Message:
    return Message("The comparison picks the wrong elements: `{old}` should be `{new}`.", old=old, new=new)


def _copy(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "It writes into an array that belongs to somebody else; on a copy nobody is disturbed: `{new}`.", new=new
    )


def _new_array(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "It makes a new array, and whoever holds the old one sees nothing of it: `{new}` changes it where it is.",
        new=new,
    )


def _order_of_arguments(candidate: Candidate, old: str, new: str) -> Message:
    return Message("The order is another one: `{old}` should be `{new}`.", old=old, new=new)


def _order_of_lines(candidate: Candidate, old: str, new: str) -> Message:
    return Message("These lines stand in the wrong order.")


def _missing_line(candidate: Candidate, old: str, new: str) -> Message:
    return Message("A line is missing here: `{new}`.", new=new)


def _not_kept(candidate: Candidate, old: str, new: str) -> Message:
    return Message("What is needed later is not kept: `{new}`.", new=new)


def _output_not_input(candidate: Candidate, old: str, new: str) -> Message:
    line = candidate.new.split("\n")[-2]
    return Message("What goes in is kept, and `backward` needs what comes out: `{new}`.", new=_short(line))


def _made_anew(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "It is made anew in every call, and what was kept is lost: only where there is none yet, `{new}`.",
        new=new.split(":")[0] + ":",
    )


def _training_mode(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "It runs as in a test, where nothing is dropped and nothing is kept for the way back: `{new}`.", new=new
    )


def _decay(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "The loss has a penalty on {key} and its gradient has not: `{term}` is to be added to `{old}`.",
        key=candidate.data.get("weight", ""),
        term=candidate.data.get("term", ""),
        old=old,
    )


def _no_return(candidate: Candidate, old: str, new: str) -> Message:
    return Message("Nothing is returned: `{new}` is missing at the end.", new=new)


def _other_returned(candidate: Candidate, old: str, new: str) -> Message:
    return Message("Something else is returned than was computed: `{new}`.", new=new)


def _no_forward(candidate: Candidate, old: str, new: str) -> Message:
    return Message("The layers hold the values of an earlier batch: run forward first, `{new}`.", new=new)


def _reversed(candidate: Candidate, old: str, new: str) -> Message:
    return Message("Backwards the layers come in the opposite order.")


def _not_added(candidate: Candidate, old: str, new: str) -> Message:
    return Message("What was there is overwritten; it should be added to: `{new}`.", new=new)


def _added(candidate: Candidate, old: str, new: str) -> Message:
    return Message("It is added to what was there before; it should be set: `{new}`.", new=new)


def _matrices(candidate: Candidate, old: str, new: str) -> Message:
    return Message("Element by element is not a product of matrices: `{old}` should be `{new}`.", old=old, new=new)


def _key(candidate: Candidate, old: str, new: str) -> Message:
    return Message("The key is another one: {new}, not {old}.", old=old, new=new)


def _all_rows(candidate: Candidate, old: str, new: str) -> Message:
    return Message("A colon takes these columns of every row; here each row has its own: `{new}`.", new=new)


def _rows(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "It takes all rows together: `{old}`. Each row is a sample of its own: axis=-1, keepdims=True in each.", old=old
    )


def _rows_along_samples(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "It goes from sample to sample: `{old}`. Each row is a sample of its own: axis=-1, keepdims=True in each.",
        old=old,
    )


def _dimension_lost(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "What comes out has one dimension less than the rows, and goes against their columns: `{old}`. "
        "With keepdims=True each row meets its own.",
        old=old,
    )


def _columns(candidate: Candidate, old: str, new: str) -> Message:
    return Message("It goes along each sample by itself: `{old}`. Over the samples of a batch means axis=0.", old=old)


def _mean_of_all(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "`np.mean` divides by the number of all elements; the sum is to be divided by the number of samples: `{new}`.",
        new=new,
    )


def _one_row(candidate: Candidate, old: str, new: str) -> Message:
    return Message("`{old}` makes one row of the whole batch; each sample keeps its own: `{new}`.", old=old, new=new)


def _value_for_slope(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "`{old}` is the value; the way back is multiplied by the slope, which is 1 or 0: `{new}`.", old=old, new=new
    )


def _of_the_batch(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "`{old}` is of the samples that are asked about; in test mode what was kept while training belongs here, "
        "`{new}`.",
        old=old,
        new=new,
    )


def _softmax_twice(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "SoftmaxWithLoss takes softmax once more of what comes out here: `{old}` should be `{new}`.", old=old, new=new
    )


def _one_number(candidate: Candidate, old: str, new: str) -> Message:
    return Message("`if` asks one number, and an array has many; `np.where` asks each of them: `{new}`.", new=new)


def _put_back(candidate: Candidate, old: str, new: str) -> Message:
    return Message(
        "`{name}` stays changed when its turn is over: put back what was there, `{new}`.",
        name=candidate.data.get("name", ""),
        new=new,
    )


def _in_every_turn(candidate: Candidate, old: str, new: str) -> Message:
    return Message("`{new}` runs in every turn of the loop; it should run once, before it.", new=new)


def _copies(candidate: Candidate, old: str, new: str) -> Message:
    return Message("The layers get copies, and never see what is changed in `params`: give them the arrays themselves.")


def _rounded_down(candidate: Candidate, old: str, new: str) -> Message:
    return Message("It is rounded down, and the samples of the last batch are left out: `{new}`.", new=new)


def _surplus_line(candidate: Candidate, old: str, new: str) -> Message:
    return Message("The line `{old}` is too many.", old=old)


WORDS: dict[str, Callable[[Candidate, str, str], Message]] = {
    "line of the book": _line_of_the_book,
    "brackets": _brackets,
    "sign": _sign,
    "missing division": _division,
    "missing product": _product,
    "one minus": _one_minus,
    "missing factor": _factor,
    "surplus factor": _surplus_factor,
    "surplus term": _surplus_term,
    "transpose": _transposed,
    "surplus transpose": _transposed,
    "axis": _axis,
    "mask": _mask,
    "comparison": _comparison,
    "copy": _copy,
    "new array": _new_array,
    "order": _order_of_arguments,
    "order of arguments": _order_of_arguments,
    "swapped": _order_of_arguments,
    "order of lines": _order_of_lines,
    "missing line": _missing_line,
    "not kept": _not_kept,
    "no return": _no_return,
    "decay": _decay,
    "training mode": _training_mode,
    "output, not input": _output_not_input,
    "made anew": _made_anew,
    "other returned": _other_returned,
    "no forward": _no_forward,
    "reversed": _reversed,
    "overwritten, not added": _not_added,
    "added, not set": _added,
    "product of matrices": _matrices,
    "key": _key,
    "all rows": _all_rows,
    "rows": _rows,
    "rows along samples": _rows_along_samples,
    "dimension lost": _dimension_lost,
    "columns": _columns,
    "mean of all": _mean_of_all,
    "one row": _one_row,
    "value for slope": _value_for_slope,
    "of the batch": _of_the_batch,
    "softmax twice": _softmax_twice,
    "one number": _one_number,
    "put back": _put_back,
    "in every turn": _in_every_turn,
    "copies": _copies,
    "rounded down": _rounded_down,
    "surplus line": _surplus_line,
}

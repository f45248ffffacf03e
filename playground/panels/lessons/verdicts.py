"""What is said of numbers that were typed: how far they are off, and in the end what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.lessons.readings import answer_rows
from playground.panels.lessons.texts import say
from playground.session.phrase import said

if TYPE_CHECKING:
    from playground.lessons.asking.answering import Answering
    from playground.lessons.asking.verdict import Verdict
    from playground.lessons.task import Prediction


def tolerance_text(prediction: Prediction) -> str:
    """Say how exact an answer has to be, and how it may be written."""
    translate = QCoreApplication.translate
    if prediction.is_shape:
        return translate("LessonVerdict", "A shape, such as (2, 3)")
    if prediction.is_truth:
        return translate("LessonVerdict", "True or False for each, such as [True, False]")
    if prediction.within is not None:
        text = translate("LessonVerdict", "Off by at most {within}; {form}")
    elif prediction.decimals:
        text = translate("LessonVerdict", "To {decimals} decimals; {form}")
    elif prediction.digits is not None:
        text = translate("LessonVerdict", "To {digits} digits; {form}")
    else:
        text = translate("LessonVerdict", "Exactly; {form}")
    within = "" if prediction.within is None else f"{prediction.within:g}"
    return text.format(within=within, decimals=prediction.decimals, digits=prediction.digits, form=_form(prediction))


def _form(prediction: Prediction) -> str:
    translate = QCoreApplication.translate
    if prediction.expected.ndim > 1:
        return translate("LessonVerdict", "rows such as [[1, 2], [3, 4]]")
    if prediction.expected.size > 1:
        return translate("LessonVerdict", "a list such as [1, 2.5]")
    return translate("LessonVerdict", "a number such as 0.5 or 1/2")


def feedback(prediction: Prediction, answering: Answering) -> str:
    """Say how the last answer was, in Markdown; empty before there is one."""
    translate = QCoreApplication.translate
    if answering.complaint:
        return said(answering.complaint)
    rows = " ".join(answer_rows(prediction))
    reply = say(prediction.reply)
    if answering.is_right:
        right = translate("LessonVerdict", "**Right:** {answer}").format(answer=f"`{rows}`")
        return f"{right} {reply}".rstrip()
    if answering.is_shown:
        text = translate("LessonVerdict", "**The answer:** {answer}").format(answer=f"`{rows}`")
        return " ".join(filter(None, (text, _distance(prediction, answering), reply)))
    return "" if answering.verdict is None else _off(answering.verdict)


def _off(verdict: Verdict) -> str:
    translate = QCoreApplication.translate
    if verdict.shape != verdict.wanted:
        text = translate("LessonVerdict", "**Not yet.** Your numbers have the shape {shape}; {wanted} is asked for.")
        return text.format(shape=verdict.shape, wanted=verdict.wanted)
    if verdict.count > 1:
        text = translate("LessonVerdict", "**Not yet.** {right} of {count} numbers are right.")
        return text.format(right=verdict.right, count=verdict.count)
    texts = {
        "close": translate("LessonVerdict", "**Nearly.** It is a little off: look at the last digits."),
        "high": translate("LessonVerdict", "**Not yet.** That is too high."),
        "low": translate("LessonVerdict", "**Not yet.** That is too low."),
        "sign": translate("LessonVerdict", "**Not yet.** It has the other sign."),
    }
    return texts.get(verdict.tendency, translate("LessonVerdict", "**Not yet.**"))


def _distance(prediction: Prediction, answering: Answering) -> str:
    """Say by how much the last number was off, now that the answer is no secret any more."""
    from playground.lessons.asking.typed_numbers import typed_numbers

    if answering.verdict is None or prediction.expected.size != 1 or prediction.is_shape:
        return ""
    given = typed_numbers(answering.given)
    if given.size != 1:
        return ""
    off = abs(given.item() - prediction.expected.item())
    text = QCoreApplication.translate("LessonVerdict", "Yours, {given}, was off by {off}.")
    return text.format(given=answering.given, off=f"{off:.4g}")

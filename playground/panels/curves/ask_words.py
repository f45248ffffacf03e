"""What is said of a question to the past: how far it is, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from playground.session.past.first_time import FirstTime
    from playground.session.session import Session


def watch_text(session: Session, drawn: str) -> str:
    """Say how far the past of a watch is read that is drawn, none if empty."""
    past, way = session.past.watch_past, session.timeline.way
    if past.is_busy:
        text = QCoreApplication.translate("AskRow", "Its past is found by training again: {share:.0%}")
        return text.format(share=past.share_done)
    if not drawn:
        return QCoreApplication.translate(
            "AskRow", "A number is drawn beside the loss; of a condition the first time is found."
        )
    if way is None or way.first == way.last:
        return QCoreApplication.translate("AskRow", "There is no past yet: it is read while you train.")
    count, passes = past.count(drawn)
    if count < passes:
        text = QCoreApplication.translate(
            "AskRow", "Blue, by the right axis: read in {count:,} of {all:,} iterations, straight between them."
        )
        return text.format(count=count, all=passes)
    return QCoreApplication.translate("AskRow", "Blue, by the right axis. A click on the line leads to that moment.")


def first_time_text(session: Session) -> str:
    """Say when what was asked first held, as far as that is known."""
    first = session.past.first_time
    known = first.known
    if known is None:
        return ""
    if first.is_busy:
        return _busy_text(first)
    if first.iteration:
        return _found_text(first)
    if first.iteration == 0:
        return _never_text(session)
    text = QCoreApplication.translate("AskRow", "Given up: not before iteration {first:,}. Enter looks on.")
    return text.format(first=known.covered + 1)


def _busy_text(first: FirstTime) -> str:
    known = first.known
    assert known is not None
    if known.latest is None:
        text = QCoreApplication.translate("AskRow", "Looking: not before iteration {first:,} ({share:.0%})")
        return text.format(first=known.covered + 1, share=first.share_done)
    text = QCoreApplication.translate("AskRow", "Looking: between iterations {first:,} and {latest:,} ({share:.0%})")
    return text.format(first=known.covered + 1, latest=known.latest, share=first.share_done)


def _found_text(first: FirstTime) -> str:
    held = first.held
    text = QCoreApplication.translate("AskRow", "First in iteration {iteration:,}.")
    said = [text.format(iteration=first.iteration)]
    if held is not None and held.part:
        said.append(f"{held.part} = {held.number:.6g}.")
    return " ".join([*said, *_promise(first)])


def _never_text(session: Session) -> str:
    asking = session.past.asking
    text = QCoreApplication.translate("AskRow", "It held in none of the iterations {first:,} to {last:,}.")
    return " ".join([text.format(first=asking.first + 1, last=asking.last), *_promise(session.past.first_time)])


def _promise(first: FirstTime) -> list[str]:
    """Say what an answer rests on where a person promised something, and not every pass was looked at."""
    is_promised = first.question is not None and first.question.is_promised
    return [QCoreApplication.translate("AskRow", "If it stays true, once it is.")] if is_promised else []

"""What went wrong, when it was decided and what would have helped, in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from nn.editing.architecture import groups
from nn.network.naming import layer_names
from playground.panels.change_words import setup_change_text
from playground.widgets.text.loss_text import loss_text
from playground.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nn.causes import Earlier, Found, Narrowing, Suspect, Verdict
    from nn.causes.edits import PastEdit
    from nn.causes.verdict import Score

_UNUSUAL, _OUTSTANDING = 2.0, 5.0  # times the usual size, of updates and of samples: less is not worth a sentence


def headline(found: Found) -> str:
    """Say what went wrong, in one line."""
    symptom = found.symptom
    values = {"iteration": f"{symptom.iteration:,}"}
    if symptom.kind == "not_finite":
        text = QCoreApplication.translate("CauseWords", "In iteration {iteration} the loss stopped being a number")
    elif symptom.kind == "dead":
        text = QCoreApplication.translate("CauseWords", "All neurons of {layer} are dead since update {iteration}")
        values["layer"] = _layer(found)
    elif symptom.kind == "plateau":
        text = QCoreApplication.translate("CauseWords", "The loss does not fall: it is no better than a guess")
    elif symptom.returned:
        text = QCoreApplication.translate(
            "CauseWords", "In iteration {iteration} the loss jumped, and came back by itself"
        )
    else:
        text = QCoreApplication.translate("CauseWords", "In iteration {iteration} the loss jumped, and stayed high")
    return text.format(**values)


def _layer(found: Found) -> str:
    spec = found.before.spec
    return layer_names(spec)[groups(spec)[found.symptom.group].stop - 1]


def moment_text(found: Found) -> str:
    """Say with which update it began, and what was unusual there."""
    return " ".join(_moment(found))


def _moment(found: Found) -> Iterator[str]:
    translate, guilty = QCoreApplication.translate, found.guilty
    if guilty is None:
        return
    if found.symptom.kind == "plateau" and math.isnan(found.step):
        yield translate("CauseWords", "It was so from the very first update on.")
    elif math.isnan(guilty.step):
        text = translate("CauseWords", "Already the batch of iteration {iteration} gave no loss that is a number.")
        yield text.format(iteration=f"{guilty.iteration:,}")
    elif guilty.step > _UNUSUAL * found.step:
        text = translate(
            "CauseWords",
            "It began with update {iteration}: it moved the weights {times} times as far as usual ({step} instead of "
            "{usual}).",
        )
        yield text.format(
            iteration=f"{guilty.iteration:,}",
            times=_short(guilty.step / found.step),
            step=_short(guilty.step),
            usual=_short(found.step),
        )
    else:
        text = translate("CauseWords", "It came with update {iteration}, which was no larger than usual.")
        yield text.format(iteration=f"{guilty.iteration:,}")
    if guilty.gradient > _UNUSUAL * found.gradient:
        text = translate("CauseWords", "The gradient was {times} times as long as usual.")
        yield text.format(times=_short(guilty.gradient / found.gradient))
    elif not math.isnan(found.gradient) and guilty.step > _UNUSUAL * found.step:
        yield translate("CauseWords", "The gradient was as always, the step was not.")
    sample = found.sample
    if sample is not None and sample.gradient > _OUTSTANDING * sample.usual:
        text = translate(
            "CauseWords", "Of the {count} samples of its batch, number {row} pulled hardest: {times} times the median."
        )
        times = _short(sample.gradient / sample.usual) if sample.usual else "∞"
        yield text.format(count=sample.samples, row=sample.row, times=times)
    if found.edit is not None:
        text = translate("CauseWords", "After iteration {iteration} you had changed something: {change}.")
        yield text.format(iteration=f"{found.edit.iteration:,}", change=edit_text(found.edit))


def edit_text(edit: PastEdit) -> str:
    """Say what was changed."""
    text = setup_change_text(edit.before, edit.after)
    if text:
        return text
    if edit.before.data is not edit.after.data:
        return QCoreApplication.translate("CauseWords", "the data")
    return QCoreApplication.translate("CauseWords", "weights by hand")


def suspect_title(suspect: Suspect) -> str:
    """Name what is otherwise in a trial."""
    translate, facts = QCoreApplication.translate, suspect.facts
    if suspect.kind == "edit":
        text = translate("CauseWords", "Without the change: {change}").format(change=edit_text(facts["edit"]))
    elif suspect.kind == "sample":
        text = translate("CauseWords", "Without sample {row}").format(row=facts["row"])
    elif suspect.kind == "rate":
        text = translate("CauseWords", "Half the learning rate: {new:g} instead of {old:g}").format(**facts)
    elif suspect.kind == "faster":
        text = translate("CauseWords", "Ten times the learning rate: {new:g} instead of {old:g}").format(**facts)
    elif suspect.kind == "clip":
        text = translate("CauseWords", "Gradient clipping at the usual norm, {new:g}").format(**facts)
    elif suspect.kind == "activation":
        old, new = (word("layer", str(facts[name])).label for name in ("old", "new"))
        text = translate("CauseWords", "{new} instead of {old} in this layer")
        if facts["count"] > 1:
            text = translate("CauseWords", "{new} instead of {old} in {count} layers")
        text = text.format(old=old, new=new, count=facts["count"])
    elif suspect.kind == "initial" and facts["is_other_rule"]:
        old, new = (word("initializer", str(facts[name])).label for name in ("old", "new"))
        text = translate("CauseWords", "Other initial weights: {new} instead of {old}").format(old=old, new=new)
    elif suspect.kind == "initial":
        text = translate("CauseWords", "Other initial weights, drawn with another seed")
    else:
        text = translate("CauseWords", "As it was")
    return text


def suspect_about(suspect: Suspect) -> str:
    """Explain a trial."""
    translate = QCoreApplication.translate
    if suspect.kind == "activation" and suspect.facts["old"] != "Relu":
        return translate(
            "CauseWords",
            "The slope of a ReLU is 1 where it fires: through several layers the gradient comes as it is, while a flat "
            "curve leaves little of it in each.",
        )
    return {
        "as_it_was": translate(
            "CauseWords",
            "Nothing is changed: the true batches do the same again, to the bit. Other streams of batches tell whether "
            "it was chance.",
        ),
        "edit": translate("CauseWords", "Training goes on from the moment of the change as if you had not made it."),
        "sample": translate(
            "CauseWords",
            "The batches stay as they were, but for the sample whose gradient was the longest in the guilty batch.",
        ),
        "rate": translate("CauseWords", "Every update is half as long from just before it began."),
        "faster": translate(
            "CauseWords", "Every update is ten times as long: too small a rate looks like no learning."
        ),
        "clip": translate(
            "CauseWords",
            "A gradient longer than usual is made shorter, to the median norm of the updates before; its direction "
            "stays.",
        ),
        "activation": translate("CauseWords", "An activation whose slope is never 0 cannot die."),
        "initial": translate("CauseWords", "The whole run again, from other weights."),
    }.get(suspect.kind, "")


def score_text(score: Score) -> str:
    """Say on how many streams of batches it went well."""
    text = QCoreApplication.translate("CauseWords", "{good} of {all} streams went well")
    return text.format(good=score.recovered, all=score.tried)


def verdict_text(found: Found, verdict: Verdict) -> str:
    """Say what follows from the trials."""
    translate = QCoreApplication.translate
    known = {score.suspect.kind: score for score in verdict.scores}
    plain = known.get("as_it_was")
    if plain is None:
        return ""
    chance = {"good": plain.recovered, "all": plain.tried}
    if verdict.kind == "returned":
        text = translate(
            "CauseWords",
            "It did no lasting harm: the loss came back by itself. None of these suspects prevents it; without a "
            "change it does not happen on {good} of {all} streams of batches.",
        )
        if 2 * plain.recovered >= plain.tried:
            text = translate(
                "CauseWords", "It was chance and did no lasting harm: the loss came back by itself, without any change."
            )
        return text.format(**chance)
    if verdict.kind == "longer":
        text = translate(
            "CauseWords",
            "It only takes longer: trained on without any change, it goes well on {good} of {all} streams of batches.",
        )
        return text.format(**chance)
    if verdict.kind == "chance":
        text = translate(
            "CauseWords",
            "It was chance: from the same moment, {good} of {all} streams of batches go well without any change.",
        )
        return text.format(**chance)
    if verdict.kind == "open":
        is_one = len(verdict.scores) > 1  # besides the run as it was
        return translate("CauseWords", "None that was tried so far mends it; others were not tried.") if is_one else ""
    if verdict.kind == "unmended":
        text = translate(
            "CauseWords",
            "None of these suspects mends it ({good} of {all} streams go well without a change): what decided it lies "
            "further back, or in something that was not tried.",
        )
        if found.before.checkpoint.iteration == 0:
            text = translate(
                "CauseWords",
                "None of these suspects mends it ({good} of {all} streams go well without a change): it lies in "
                "something that was not tried.",
            )
        return text.format(**chance)
    return " ".join(_mended(verdict, plain))


def _mended(verdict: Verdict, plain: Score) -> Iterator[str]:
    translate, best = QCoreApplication.translate, verdict.by[0]
    score = next(each for each in verdict.scores if each.suspect is best)
    first = translate(
        "CauseWords", "{suspect}: with that it goes well on {good} of {all} streams of batches; as it was, on {plain}."
    )
    if best.kind == "edit":
        first = translate(
            "CauseWords",
            "The change ({change}) was the cause: taken back, it goes well on {good} of {all} streams of batches; as "
            "it was, on {plain}.",
        )
    elif best.kind == "sample":
        first = translate(
            "CauseWords",
            "One sample was the cause. {suspect}: with that it goes well on {good} of {all} streams of batches; as it "
            "was, on {plain}.",
        )
    change = edit_text(best.facts["edit"]) if best.kind == "edit" else ""
    counts = {"good": score.recovered, "all": score.tried, "plain": plain.recovered}
    yield first.format(suspect=suspect_title(best), change=change, **counts)
    others = [suspect_title(each) for each in verdict.by[1:]]
    if others:
        yield translate("CauseWords", "This helps as well: {others}.").format(others="; ".join(others))


def earlier_text(earlier: Earlier | None) -> str:
    """Say whether it was decided before the update with which it began."""
    if earlier is None:
        return ""
    translate = QCoreApplication.translate
    values = {"good": earlier.good, "all": earlier.streams}
    if earlier.found is None:
        text = translate(
            "CauseWords",
            "No: from iteration {open}, one update before, {good} of {all} other streams of batches go well.",
        )
        return text.format(open=f"{earlier.open_at or 0:,}", **values)
    text = translate(
        "CauseWords",
        "It was decided by iteration {decided}: from there on each of {all} other streams of batches goes wrong.",
    )
    if not earlier.found.decided:
        text = translate(
            "CauseWords",
            "It was decided from the start: there, too, each of {all} other streams of batches goes wrong.",
        )
    parts = [text.format(decided=f"{earlier.found.decided or 0:,}", **values)]
    if earlier.open_at is not None:
        text = translate("CauseWords", "From iteration {open}, {good} of them still went well.")
        parts.append(text.format(open=f"{earlier.open_at:,}", **values))
    return " ".join(parts)


def narrowing_text(narrowing: Narrowing | None) -> str:
    """Say between which moments it was decided, as far as that is known."""
    if narrowing is None:
        return ""
    translate = QCoreApplication.translate
    decided = f"{narrowing.decided:,}"
    if narrowing.open_at is None:
        return translate("CauseWords", "Decided by iteration {decided}, perhaps earlier …").format(decided=decided)
    text = translate("CauseWords", "Decided between iterations {open} and {decided} …")
    return text.format(open=f"{narrowing.open_at:,}", decided=decided)


def loss_range_text(found: Found) -> str:
    """Say what the loss was before."""
    if math.isnan(found.symptom.usual):
        return ""
    text = QCoreApplication.translate("CauseWords", "Before, the loss was about {loss}.")
    return text.format(loss=loss_text(found.symptom.usual))


def seconds_text(seconds: float) -> str:
    """Say how long something takes, about."""
    if seconds < 1:
        return QCoreApplication.translate("CauseWords", "less than a second")
    if seconds < 100:
        return QCoreApplication.translate("CauseWords", "about {seconds:.0f} s").format(seconds=seconds)
    return QCoreApplication.translate("CauseWords", "about {minutes:.0f} min").format(minutes=seconds / 60)


def _short(number: float) -> str:
    return f"{number:,.0f}" if 10 <= number < 1e6 else f"{number:.2g}"

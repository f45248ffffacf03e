"""What is known of who taught a network a score, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from playground.window.origins.words import digits, signed
from playground.words import class_word

if TYPE_CHECKING:
    from nn.origins import Teacher, Teaching
    from playground.session.past.teachers import Inquiry


def output_text(asked: Inquiry, output: int) -> str:
    """Name one of the network's outputs: its class, where each class has one."""
    if len(asked.classes) == asked.way.leg_of(asked.end).spec.outputs:
        return class_word(asked.classes[output])
    return f"y{output + 1}"


class TeachingWords(QObject):
    """Says it in the language of the moment."""

    def question(self, asked: Inquiry) -> str:
        """Say what was asked."""
        text = self.tr("Who taught the network its score for {name}, for this sample?")
        return text.format(name=output_text(asked, asked.label))

    def told(self, asked: Inquiry, teaching: Teaching) -> str:
        """Say what was changed, what of it is divided among samples, and what the rest is."""
        if not teaching.updates:
            return self.tr("Asking the kept moments of the training …")
        is_rough = teaching is asked.rough
        if is_rough and not asked.is_rough_whole:
            return self.tr("The first of the kept moments have answered: this is not all yet.")
        text = self.tr(
            "Updates {first:,} to {last:,} changed the score by {change}: that is exact. The samples' gradients, "
            "used as SGD uses them, make {shared} of it. The rest, {rest}: {what}."
        )
        told = text.format(
            first=teaching.first,
            last=teaching.last,
            change=signed(teaching.change),
            shared=signed(teaching.shared),
            rest=signed(teaching.rest),
            what=self._rest(asked),
        )
        lines = [told, self._kind(asked, teaching, is_rough)]
        if asked.is_edited:
            lines.append(self.tr("The network was edited after its training; that is not in these numbers."))
        return "\n".join(lines)

    def _kind(self, asked: Inquiry, teaching: Teaching, is_rough: bool) -> str:
        if is_rough:
            text = self.tr(
                "The division is an estimate from {count} kept moments, each for the updates around it; Refine trains "
                "again and divides every update."
            )
            return text.format(count=teaching.parts)
        if asked.is_exact_whole:
            return self.tr("Every update was done again and divided.")
        return self.tr("These updates were done again and divided; the earlier ones were given up.")

    def _rest(self, asked: Inquiry) -> str:
        """Say what cannot be divided by gradients of samples."""
        configs = [leg.config for leg in asked.way.legs if leg.first < asked.end]
        kinds = {layer.kind for leg in asked.way.legs for layer in leg.spec.layers}
        others = sorted({config.optimizer for config in configs} - {"SGD"})
        parts = []
        if others:
            text = self.tr("what {optimizer} makes of gradients by its memory")
            parts.append(text.format(optimizer=", ".join(others)))
        if any(config.weight_decay for config in configs):
            parts.append(self.tr("weight decay"))
        if "BatchNormalization" in kinds:
            parts.append(self.tr("the running means of batch normalization"))
        parts.append(self.tr("steps too large for a straight line"))
        return "; ".join(parts)

    def about(self, teacher: Teacher, label: str) -> str:
        """Say on hover what a sample did."""
        text = self.tr(
            "Training sample {row:,} ({label}): {share} in {times:,} updates. A click looks at it as the network was "
            "before the update in which it did most."
        )
        where = self.tr("That is update {first:,}.")
        if teacher.first != teacher.last:
            where = self.tr("That is, by the estimate, one from {first:,} to {last:,}.")
        about = text.format(row=teacher.row, label=label, share=digits(teacher.share), times=teacher.times)
        return f"{about} {where.format(first=teacher.first, last=teacher.last)}"

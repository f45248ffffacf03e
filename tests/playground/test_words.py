"""Everything nn registers has a name and an explanation on screen; nothing has one without being registered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from nn.datasets import DATASETS
from nn.initializers import INITIALIZERS
from nn.layers import LAYERS
from nn.losses import LOSSES
from nn.optimizers import OPTIMIZERS
from playground import words
from playground.panels import registered_choices as training_options

REGISTRIES = [
    (LAYERS, words.LAYERS),
    (LOSSES, words.LOSSES),
    (OPTIMIZERS, words.OPTIMIZERS),
    (INITIALIZERS, words.INITIALIZERS),
    (DATASETS, words.DATASETS),
    (LOSSES, words.OUTPUTS),
]
OWNERS = {**LAYERS, **OPTIMIZERS, **DATASETS}
OPTIONS = [(owner, option.name) for owner, thing in OWNERS.items() for option in thing.options]
ENTRIES = [
    (name, entry)
    for table in (*(table for _, table in REGISTRIES), words.OPTIONS, words.CONFIG)
    for name, entry in table.items()
]


@pytest.mark.parametrize(("registry", "table"), REGISTRIES, ids=lambda part: getattr(part, "kind", "words"))
def test_every_registered_name_has_its_words_and_no_other(registry, table):
    assert sorted(table) == sorted(registry)


def test_every_activation_has_its_words_and_nothing_else_has():
    assert sorted(words.ACTIVATIONS) == sorted(name for name, layer in LAYERS.items() if layer.elementwise)
    for entry in words.ACTIVATIONS.values():
        assert all(text.endswith(".") and text[0] == text[0].upper() for text in entry)


@pytest.mark.parametrize(("owner", "name"), OPTIONS)
def test_every_option_has_its_words(owner, name):
    assert f"{owner}.{name}" in words.OPTIONS or name in words.OPTIONS
    label, explanation = words.option_word(owner, name)
    assert label != name.replace("_", " ")
    assert explanation


def test_no_words_for_options_that_are_gone():
    known = {f"{owner}.{name}" for owner, name in OPTIONS} | {name for _, name in OPTIONS}
    assert set(words.OPTIONS) <= known


def test_every_choice_of_the_training_form_has_its_words():
    groups = ("DATASET", "NETWORK", "PRECISION", "OPTIMIZER", "AGAINST_EXTREMES", "REPLACEMENT", "RUN")
    names = {option.name for group in groups for option in getattr(training_options, group)}
    assert names | {"lr", "left_out"} == set(words.CONFIG)  # samples are left out where a cause is tried


@pytest.mark.parametrize(("name", "entry"), ENTRIES)
def test_labels_are_short_and_explanations_are_sentences(name, entry):
    assert 0 < len(entry.label) <= 27
    assert entry.explanation.endswith(".")
    assert entry.explanation[0] == entry.explanation[0].upper()


def test_a_thing_without_words_shows_its_own_name_and_help():
    assert words.word("layer", "Mish", "A smooth ReLU.") == ("Mish", "A smooth ReLU.")
    assert words.activation_word("Mish") == ("", "", "")
    assert words.option_word("Mish", "inner_slope", "How steep.") == ("inner slope", "How steep.")


def test_words_follow_the_language(qapp):
    class Shouting(QTranslator):
        def isEmpty(self):
            return False

        def translate(self, context, text, disambiguation=None, n=-1):
            return text.upper() if context == "Words" else ""

    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    try:
        assert words.word("optimizer", "Momentum").label == "MOMENTUM"
    finally:
        QCoreApplication.removeTranslator(translator)
    assert words.word("optimizer", "Momentum").label == "Momentum"

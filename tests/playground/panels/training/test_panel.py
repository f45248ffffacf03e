"""The training panel as a person uses it: a real session, real training, mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from nn.imports.reading import read_samples
from nn.network import LayerSpec, NetworkSpec
from playground.panels.training.blueprint import Blueprint
from playground.panels.training.layers_editor import LayerRow
from playground.panels.training.panel import TrainingPanel
from playground.session.document.state import DatasetChoice
from playground.session.session import Session
from playground.widgets.fields.log_slider import LogSlider


@pytest.fixture
def session(qtbot):
    """Give a session with its data; training needs nothing of the shipped network."""
    made = Session()
    qtbot.waitUntil(lambda: made.library.data is not None)
    yield made
    made.close()


@pytest.fixture
def panel(qtbot, session):
    made = TrainingPanel()
    qtbot.addWidget(made)
    made.resize(350, 700)
    made.show()
    list(made.attach(session))  # to its end, in one turn
    return made


@pytest.fixture
def document(session):
    return session.document


def field(panel, name, kind=QWidget):
    return panel.findChild(kind, name)


def press(qtbot, panel, name):
    qtbot.mouseClick(panel.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def choose(qtbot, box, name):
    """Go to an entry with the arrow keys; each entry on the way is chosen for a moment."""
    target = box.findData(name)
    while box.currentIndex() != target:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down if target > before else Qt.Key.Key_Up)
        assert box.currentIndex() != before


def choose_once(qtbot, box):
    """Press an arrow key once: the entry beside the present one is chosen."""
    qtbot.keyClick(box, Qt.Key.Key_Up)


def write(qtbot, entry, text):
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def kinds(document):
    return [layer.kind for layer in document.state.spec.layers]


def rows(panel):
    return [row for row in panel.findChildren(LayerRow) if row.isVisibleTo(panel)]


def said(panel):
    return [label.text() for label in panel.findChildren(QLabel)]


def described(panel):
    return [label.text() for label in panel.findChildren(QLabel) if "→" in label.text() and label.isVisibleTo(panel)]


def handle(slider):
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    return slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider).center()


# ---- showing


def test_it_shows_the_document(panel, document):
    config = document.state.config
    assert field(panel, "dataset").value() == "mnist"
    assert [(row.units.value(), row.activation.value()) for row in rows(panel)] == [(100, "Relu"), (100, "Relu")]
    assert field(panel, "optimizer").value() == config.optimizer
    assert panel.findChild(LogSlider).value() == config.lr
    for name in ("batch_size", "epochs", "seed", "weight_decay"):
        assert field(panel, name).value() == getattr(config, name)
    assert "89,610 parameters" in field(panel, "networkSize").text()


def test_attaching_and_refreshing_edit_nothing(panel, document, session, qtbot):
    before = document.state
    assert not document.can_undo
    # Values that no slider tick, no two decimals and no default would bring back.
    session.editing.edit_config(
        "Set much",
        lr=0.0123456789,
        weight_decay=1.23456789e-7,
        optimizer="RMSprop",
        optimizer_options={"decay": 0.987654321},
        batch_size=257,
        seed=2**31 - 1,
        evaluate_every=12_345,
    )
    network = NetworkSpec.mlp(784, (1234, 7), 10, activation="LeakyRelu", initializer="std", scale=0.0314159)
    session.editing.edit_spec("Set network", network)
    qtbot.waitUntil(lambda: document.state.spec == network)  # its million numbers are made in a thread
    shown = document.state
    panel.retranslate()
    QApplication.processEvents()
    assert document.state is shown
    assert panel.findChild(LogSlider).value() == 0.0123456789
    assert field(panel, "weight_decay").text() == "1.23456789e-07"
    assert field(panel, "decay").text() == "0.987654321"
    assert field(panel, "scale").text() == "0.0314159"
    assert field(panel, "seed").value() == 2**31 - 1
    document.undo()
    document.undo()
    assert document.state is before
    assert not document.can_undo


def test_a_network_of_another_kind_is_described_and_left_alone(panel, session):
    layers = (LayerSpec.of("Relu"), LayerSpec.of("Affine", units=10))
    session.editing.edit_spec("Open", NetworkSpec((784,), layers))
    assert rows(panel) == []
    assert described(panel) == ["ReLU → Affine"]
    session.document.undo()
    assert len(rows(panel)) == 2
    assert described(panel) == []


# ---- editing


def test_the_learning_rate_is_typed_exactly(qtbot, panel, document):
    write(qtbot, panel.findChild(LogSlider).entry, "0,025")
    assert document.state.config.lr == 0.025
    document.undo()
    assert document.state.config.lr == 0.001
    assert panel.findChild(LogSlider).entry.text() == "0.001"


def test_a_drag_of_the_slider_is_one_undo_step(qtbot, panel, document):
    QApplication.processEvents()  # where the slider is, is known once the form is laid out
    panel.findChild(QScrollArea).ensureWidgetVisible(panel.findChild(LogSlider))
    slider = panel.findChild(LogSlider).slider
    heard = []
    document.config_changed.connect(heard.append)
    start = handle(slider)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    for distance in (10, 20, 30):
        QTest.mouseMove(slider, start + QPoint(distance, 0))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 0))
    assert len(heard) > 1
    assert document.state.config.lr > 0.001
    document.undo()
    assert document.state.config.lr == 0.001
    assert not document.can_undo


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("batch_size", "32", 32), ("epochs", "3", 3), ("seed", "7", 7), ("evaluate_every", "50", 50)],
)
def test_the_numbers_of_a_run(qtbot, panel, document, name, text, value):
    write(qtbot, field(panel, name), text)
    assert getattr(document.state.config, name) == value
    assert document.can_undo


def test_evaluating_after_each_epoch_is_zero_on_screen(qtbot, panel, document):
    assert field(panel, "evaluate_every").text() == "each epoch"
    write(qtbot, field(panel, "evaluate_every"), "50")
    write(qtbot, field(panel, "evaluate_every"), "0")
    assert document.state.config.evaluate_every == 0


def test_another_optimizer_brings_its_own_options(qtbot, panel, document):
    choose(qtbot, field(panel, "optimizer"), "Momentum")
    assert document.state.config.optimizer == "Momentum"
    assert field(panel, "beta1") is None
    write(qtbot, field(panel, "momentum"), "0.8")
    assert document.state.config.optimizer_options == {"momentum": 0.8}


def test_units_activation_and_number_of_layers(qtbot, panel, document):
    first, _ = rows(panel)
    write(qtbot, first.units, "30")
    choose(qtbot, first.activation, "Sigmoid")
    press(qtbot, panel, "buttonAddLayer")
    blueprint = Blueprint.of(document.state.spec)
    assert [layer[:2] for layer in blueprint.hidden] == [(30, "Sigmoid"), (100, "Relu"), (100, "Relu")]
    qtbot.mouseClick(rows(panel)[1].remove, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(rows(panel)[0].down, Qt.MouseButton.LeftButton)
    assert [layer[:2] for layer in Blueprint.of(document.state.spec).hidden] == [(100, "Relu"), (30, "Sigmoid")]
    for _ in range(5):
        document.undo()
    assert not document.can_undo
    assert [row.units.value() for row in rows(panel)] == [100, 100]


@pytest.mark.parametrize(("inputs", "activation"), [(784, "Relu"), (2, "Tanh")])
def test_the_first_hidden_layer_can_learn(qtbot, panel, document, session, inputs, activation):
    session.editing.edit_spec("bare", NetworkSpec.mlp(inputs, (), 10))
    press(qtbot, panel, "buttonAddLayer")
    assert kinds(document) == ["Affine", activation, "Affine"]


@pytest.mark.parametrize(("name", "text"), [("lr", "0.5"), ("epochs", "2000")])
def test_a_number_that_was_taken_leaves_the_key_of_undo_to_the_document(qtbot, window, name, text):
    """The toolbar's Undo worked, Ctrl+Z was dead: the field kept it though it had nothing to take back."""
    panel, document = window.findChild(TrainingPanel), window.session.document
    qtbot.waitExposed(window)
    entry = panel.findChild(LogSlider).entry if name == "lr" else field(panel, name)
    before = entry.value()
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not document.can_undo
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert document.can_undo
    assert entry.hasFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not document.can_undo
    assert entry.value() == before
    qtbot.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert entry.value() == float(text)


def test_classes_of_data_that_the_network_is_not_given_are_not_named(panel, session):
    """A lesson's network 4 -> 3 stood beside MNIST, and its output was said to be ten digits."""
    assert any(text.startswith("Output: 10 classes") for text in said(panel))
    session.editing.edit_spec("Lesson", NetworkSpec.mlp(4, (), 3))
    assert "Output: 3" in said(panel)
    assert not any("classes" in text for text in said(panel))


def test_the_choices_for_all_layers(qtbot, panel, document):
    write(qtbot, field(panel, "dropout"), "0.2")
    qtbot.mouseClick(field(panel, "normalization"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert kinds(document)[:4] == ["Affine", "BatchNormalization", "Relu", "Dropout"]
    assert not field(panel, "scale").isVisibleTo(panel)
    choose(qtbot, field(panel, "initializer"), "std")
    assert field(panel, "scale").isVisibleTo(panel)
    write(qtbot, field(panel, "scale"), "1")
    drawn = [layer.options for layer in document.state.spec.layers if layer.kind == "Affine"]
    assert {(options["initializer"], options["scale"]) for options in drawn} == {("std", 1.0)}
    write(qtbot, field(panel, "dropout"), "0")
    assert "Dropout" not in kinds(document)


def test_precision_is_under_more(qtbot, panel, document):
    assert not field(panel, "dtype").isVisibleTo(panel)
    press(qtbot, panel, "buttonMore")
    choose(qtbot, field(panel, "dtype"), "float64")
    assert document.state.spec.dtype == "float64"


def test_a_dataset_brings_its_options_and_fits_the_network(qtbot, panel, document, session):
    choose(qtbot, field(panel, "dataset"), "spiral")
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "spiral")
    write(qtbot, field(panel, "noise"), "0,25")
    qtbot.waitUntil(lambda: document.state.dataset == DatasetChoice("spiral", {"noise": 0.25}))
    assert document.state.spec.input_shape == (2,)
    assert document.state.spec.outputs == 2
    document.undo()
    document.undo()
    assert field(panel, "dataset").value() == "mnist"
    assert field(panel, "noise") is None


def took(qtbot, session, name):
    """Wait until the document learns from some data."""
    qtbot.waitUntil(lambda: session.library.data is not None and session.document.state.dataset.name == name)


def trained(qtbot, session, name="xor", iterations=600):
    """Let a session have a network of the recipe that was trained and not saved."""
    session.editing.choose_with_recipe(name)
    took(qtbot, session, name)
    session.editing.edit_config("fewer", epochs=iterations)
    session.control.train()
    qtbot.waitUntil(lambda: not session.run.is_running and session.document.state.checkpoint.iteration > 0)


def test_a_dataset_is_taken_with_its_recipe_and_learned_in_one_run(qtbot, panel, document, session):
    before = document.state
    session.recipes.choose("xor")
    took(qtbot, session, "xor")
    assert (rows(panel)[0].units.value(), field(panel, "optimizer").value()) == (4, "SGD")
    session.control.train()
    qtbot.waitUntil(lambda: not session.run.is_running and document.state.checkpoint.iteration > 0)
    assert document.state.history[-1].evaluations[-1].test_accuracy == 1
    document.undo()
    document.undo()
    assert document.state is before


def test_a_trained_network_that_is_not_saved_makes_way_only_after_a_word(qtbot, panel, document, session):
    trained(qtbot, session)
    mine = document.state
    offer = field(panel, "trainingOffer")
    choose_once(qtbot, field(panel, "dataset"))
    assert offer.isVisible()
    told = field(panel, "offerText", QLabel).text()
    assert "is trained and not saved" in told
    assert "Undo brings back the trained network" in told
    assert (document.state, field(panel, "dataset").value()) == (mine, "xor")
    press(qtbot, panel, "buttonDeclineOffer")
    assert not offer.isVisible()
    assert document.state is mine
    choose_once(qtbot, field(panel, "dataset"))
    wanted = session.recipes.offer.choice.name
    press(qtbot, panel, "buttonTakeRecipe")
    took(qtbot, session, wanted)
    assert not offer.isVisible()
    document.undo()
    assert document.state is mine
    document.mark_clean(mine)
    session.recipes.choose("spiral")
    took(qtbot, session, "spiral")  # a file has the network: nobody needs to be asked


def test_an_offer_says_what_the_data_are_called_and_nothing_that_training_makes_untrue(qtbot, panel, session):
    """With data of one's own in both, "My own data" said nothing, and the count was that of a while ago."""
    trained(qtbot, session)
    session.recipes.choose("file", path="/somewhere/shapes.csv")
    told = field(panel, "offerText", QLabel)
    assert "Learn from “shapes.csv”?" in told.text()
    before = told.text()
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert told.text() == before
    assert not any(sign.isdigit() for sign in before)


def test_the_data_alone_can_be_taken_and_the_trained_weights_kept(qtbot, panel, document, session):
    trained(qtbot, session, "circle", 1)
    mine = document.state
    session.recipes.choose("spiral")
    press(qtbot, panel, "buttonTakeDataAlone")
    took(qtbot, session, "spiral")
    assert (document.state.spec, document.state.checkpoint) == (mine.spec, mine.checkpoint)
    assert document.state.config == mine.config


def test_the_recipe_is_offered_again_where_the_settings_cannot_learn(qtbot, panel, document, session):
    session.editing.choose_with_recipe("xor")
    took(qtbot, session, "xor")
    offer, text = field(panel, "trainingOffer"), field(panel, "offerText", QLabel)
    assert not offer.isVisible()
    qtbot.mouseClick(rows(panel)[0].remove, Qt.MouseButton.LeftButton)
    assert offer.isVisible()
    assert text.text().startswith("Without a hidden layer that bends")
    assert "2 – 4 tanh – 2; SGD, learning rate 0.1, batches of 4, 20,000 epochs" in text.text()
    press(qtbot, panel, "buttonDeclineOffer")
    assert not offer.isVisible()
    session.editing.edit_config("no rate", lr=0.0)
    assert not offer.isVisible()  # the reason that was waved away comes first still
    document.undo()
    session.editing.edit_config("short", epochs=3)
    document.undo()
    document.undo()
    session.editing.edit_config("no rate", lr=0.0)
    assert text.text().startswith("The learning rate is 0")
    press(qtbot, panel, "buttonTakeRecipe")
    assert document.state.config.lr == 0.1
    assert not offer.isVisible()
    document.undo()
    assert document.state.config.lr == 0


def test_in_a_lesson_nothing_is_suggested(qtbot, panel, session):
    session.editing.choose_with_recipe("xor")
    took(qtbot, session, "xor")
    session.lesson_place.note("any", 0)
    session.editing.edit_config("no rate", lr=0.0)
    assert not field(panel, "trainingOffer").isVisible()


def test_a_persons_own_file_is_named_and_only_what_becomes_of_its_samples_is_offered(qtbot, panel, session, tmp_path):
    source = field(panel, "dataSource", QLabel)
    assert source.isHidden()
    path = tmp_path / "fruit.csv"
    path.write_text("a;b;kind\n" + "1,5;2;x\n2,5;3;y\n" * 10)
    session.editing.choose_dataset("file", path=str(path), digest=read_samples(path).digest)
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "file")
    assert (source.isHidden(), source.text(), source.toolTip()) == (False, "fruit.csv", str(path))
    assert [field(panel, name) is None for name in ("separator", "side", "test_share")] == [True, True, False]
    write(qtbot, field(panel, "test_share"), "0.5")
    qtbot.waitUntil(lambda: session.library.data is not None and len(session.library.data.x) == 10)


# ---- refusing


def test_a_network_too_large_is_refused_in_words(qtbot, panel, document):
    press(qtbot, panel, "buttonMore")
    write(qtbot, field(panel, "batch_size"), "60000")
    for row in rows(panel):
        write(qtbot, row.units, "4096")
    notice = field(panel, "trainingNotice", QLabel)
    assert notice.isVisible()
    assert notice.text().startswith("This network would need ")
    assert "at most" in notice.text()
    fitting = [row.units.value() for row in rows(panel)]
    assert fitting == [layer[0] for layer in Blueprint.of(document.state.spec).hidden] != [4096, 4096]
    write(qtbot, rows(panel)[0].units, "20")
    assert not notice.isVisible()


def test_what_the_session_refuses_does_not_stay_on_screen(qtbot, panel, document, monkeypatch):
    monkeypatch.setattr("nn.network.spec.free_memory", lambda: 1_000_000)
    write(qtbot, rows(panel)[0].units, "1000")
    assert not document.can_undo
    assert rows(panel)[0].units.value() == 100


def test_a_text_that_is_no_number_is_refused_in_words(qtbot, panel, document):
    write(qtbot, field(panel, "dropout"), "much")
    assert field(panel, "trainingNotice").text() == "Dropout takes a number from 0 to 0.99, not “much”."
    assert field(panel, "dropout").text() == "0"
    assert not document.can_undo


# ---- running


def test_train_pause_and_stop(qtbot, panel, session):
    session.control.train()
    qtbot.waitUntil(lambda: field(panel, "figureIteration").text() != "0")
    session.control.pause()
    qtbot.waitUntil(lambda: not session.run.is_running)
    done = session.document.state.checkpoint.iteration
    assert field(panel, "figureIteration").text() == f"{done:,}"
    last = session.document.state.history[-1].losses[-1]
    assert float(field(panel, "figureLoss").text()) == pytest.approx(last, abs=1e-4)
    session.control.train()
    session.control.stop()
    qtbot.waitUntil(lambda: not session.run.is_running)
    assert field(panel, "figureSpeed").text() != "–"
    session.editing.reset_weights()
    assert field(panel, "figureSpeed").text() == "–", "the speed of training that is undone"


def test_one_iteration_and_a_reset(qtbot, panel, session):
    session.control.step_iteration()
    qtbot.waitUntil(lambda: field(panel, "figureIteration").text() == "1" and not session.run.is_running)
    session.editing.reset_weights()
    qtbot.waitUntil(lambda: field(panel, "figureIteration").text() == "0")
    assert session.document.state.checkpoint.iteration == 0


def test_one_epoch_measures_the_accuracy(qtbot, panel, session):
    session.editing.choose_dataset("gauss", samples=200)
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "gauss")
    session.control.step_epoch()
    qtbot.waitUntil(lambda: field(panel, "figureTest").text() not in ("–", ""))
    qtbot.waitUntil(lambda: not session.run.is_running)
    assert session.document.state.checkpoint.iteration == 1  # 100 training points, batches of 100
    assert field(panel, "figureEpoch").text().startswith("1.0")
    assert field(panel, "figureTest").text().endswith("%")


def test_epochs_mean_what_their_field_says(qtbot, panel, session):
    """Trained twice for 20 and then set to 2,000, it said 2020; after one iteration the bar was full."""
    session.editing.choose_dataset("gauss", samples=200)
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "gauss")
    bar = panel.findChild(QProgressBar)
    session.control.step_iteration()
    qtbot.waitUntil(lambda: field(panel, "figureEpoch").text() == "1.0" and not session.run.is_running)
    assert bar.value() == 0
    for _ in range(2):
        session.control.train()
        qtbot.waitUntil(lambda: not session.run.is_running)
    qtbot.waitUntil(lambda: field(panel, "figureEpoch").text() == "20.0 / 20")
    assert bar.value() == bar.maximum()
    write(qtbot, field(panel, "epochs"), "2000")
    qtbot.waitUntil(lambda: field(panel, "figureEpoch").text() == "20.0 / 2,000")
    session.control.step_iteration()
    qtbot.waitUntil(lambda: field(panel, "figureEpoch").text() == "21.0 / 2,000")
    assert session.document.state.checkpoint.iteration == 42


def test_a_loss_that_does_not_suit_the_data_is_refused_in_words(qtbot, panel, session):
    session.editing.choose_dataset("plane")
    qtbot.waitUntil(lambda: session.document.state.dataset.name == "plane")
    loss = field(panel, "loss", QComboBox)
    before = loss.currentText()
    qtbot.keyClick(loss, Qt.Key.Key_Home)
    qtbot.keyClick(loss, Qt.Key.Key_Down)
    assert loss.currentText() == before == "Identity with squared error"
    assert "only “Identity with squared error” can measure" in field(panel, "trainingNotice").text()
    assert session.document.state.spec.loss == "IdentityWithLoss"


def test_the_learning_rate_changes_while_training_runs(qtbot, panel, session):
    session.control.train()
    qtbot.waitUntil(lambda: field(panel, "figureIteration").text() != "0")
    write(qtbot, panel.findChild(LogSlider).entry, "0.01")
    assert session.run.is_running
    assert session.document.state.config.lr == 0.01
    before = field(panel, "figureIteration").text()
    qtbot.waitUntil(lambda: field(panel, "figureIteration").text() != before)
    session.control.stop()
    qtbot.waitUntil(lambda: not session.run.is_running)


def test_other_units_end_the_run_and_are_taken(qtbot, panel, session):
    session.control.train()
    qtbot.waitUntil(lambda: field(panel, "figureIteration").text() != "0")
    write(qtbot, rows(panel)[0].units, "20")
    qtbot.waitUntil(lambda: session.document.state.spec.layers[0].options["units"] == 20)
    assert not session.run.is_running


def test_what_the_window_tells_of_trouble_is_not_said_here_again(qtbot, panel, session):
    """Neither that the loss became NaN, nor the recipe for an absurd rate, which was offered before."""
    session.editing.choose_dataset("plane")
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "plane")
    session.editing.edit_config("Set", optimizer="SGD")
    session.editing.edit_config("Set", lr=1e6)
    strip = panel.findChild(QWidget, "trainingOffer")
    assert strip.isVisible()
    session.control.train()
    qtbot.waitUntil(lambda: session.trouble.trouble is not None)
    assert not strip.isVisible()
    assert not field(panel, "trainingNotice").isVisible()
    session.document.undo()
    assert strip.isVisible()


# ---- using


def test_nothing_is_cut_off_at_any_width_a_dock_can_have(panel, session):
    session.editing.edit_config("Set", optimizer="RMSprop")
    scroll = panel.findChild(QScrollArea)
    panel.resize(panel.minimumSizeHint().width(), 700)
    QApplication.processEvents()
    assert panel.width() <= 330
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
    for shown in scroll.widget().findChildren(QWidget):
        if shown.isVisible():
            right = shown.mapTo(scroll.widget(), QPoint(shown.width(), 0)).x()
            assert right <= scroll.viewport().width()


def test_everything_is_named_and_explained(panel):
    for kind in (QAbstractButton, QComboBox, QSpinBox, QLineEdit):
        for widget in panel.findChildren(kind):
            inside = widget.parentWidget()
            if isinstance(inside, QSpinBox) or widget.objectName().startswith("qt_"):
                continue  # a part of a field that has its own
            assert widget.toolTip(), widget
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    for label in panel.findChildren(QLabel):
        if label.isVisibleTo(panel) and label.text():
            assert label.toolTip(), label.text()


def test_it_can_be_used_with_the_keyboard_alone(qtbot, panel):
    qtbot.waitActive(panel)
    first = field(panel, "dataset")
    first.setFocus()
    seen = []
    while True:
        widget = QApplication.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    names = {widget.objectName() for widget in seen}
    assert {"dataset", "buttonAddLayer"} <= names
    assert {"optimizer", "weight_decay", "batch_size", "epochs", "seed"} <= names


def test_turning_the_wheel_over_the_form_scrolls_it(qtbot, panel, document):
    scroll = panel.findChild(QScrollArea)
    before = document.state
    for name in ("dataset", "initializer", "batch_size"):
        target = field(panel, name)
        scroll.ensureWidgetVisible(target)
        place = target.mapTo(panel.window(), target.rect().center())
        QTest.wheelEvent(panel.window().windowHandle(), place.toPointF(), QPoint(0, -120))
    assert document.state is before
    assert scroll.verticalScrollBar().value() > 0


def test_tab_goes_through_the_form_as_it_is_read(qtbot, panel):
    press(qtbot, panel, "buttonAddLayer")
    qtbot.waitUntil(lambda: len(rows(panel)) == 3)
    rows(panel)[0].units.setFocus()
    units = []
    while QApplication.focusWidget() is not field(panel, "buttonAddLayer"):
        if isinstance(QApplication.focusWidget(), QSpinBox):
            units.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert units == [row.units for row in rows(panel)]


def test_optimizers_stand_in_the_order_of_the_book(panel):
    names = field(panel, "optimizer")
    assert [names.itemText(row) for row in range(4)] == ["SGD", "Momentum", "Nesterov", "AdaGrad"]

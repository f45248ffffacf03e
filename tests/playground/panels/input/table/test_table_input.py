"""Tables in the input panel: a person's own rows, in the units and by the names of their file."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton

from playground.panels.input.rows.row_browser import RowBrowser
from playground.panels.input.table.table_input import TableInput
from playground.widgets.fields.number_entry import NumberEntry
from playground.widgets.fields.quiet_fields import ChoiceBox, QuietSlider, QuietSpinBox

LEFT = Qt.MouseButton.LeftButton
FLOWERS = "length (cm),width (cm),scent,kind\n" + "".join(
    f"{1.5 + 0.1 * i:.1f},{20 - i},{('sweet', 'mild')[i % 2]},{('rose', 'lily')[i // 10]}\n" for i in range(20)
)
HOUSES = "area (m2),rooms,age,price (kEUR)\n" + "".join(
    f"{50 + 7 * i},{1 + i % 5},{30 - i},{150.5 + 20 * i}\n" for i in range(20)
)


@pytest.fixture
def use(qtbot, session, tmp_path):
    """Learn from a table."""

    def use_table(text, **options):
        path = tmp_path / "table.csv"
        path.write_text(text, encoding="utf-8")
        with qtbot.waitSignal(session.document.dataset_changed):
            session.editing.choose_dataset("file", path=str(path), **options)

    return use_table


def field(panel, kind, name):
    return next(each for each in panel.findChildren(kind) if each.accessibleName() == name)


def text(panel, name) -> str:
    return panel.findChild(TableInput).findChild(QLabel, name).text()


def enter(entry, typed):
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, typed)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def test_a_row_stands_in_the_units_of_its_file_and_its_class_by_name(panel, use, session):
    use(FLOWERS, leave_out="")
    assert panel.findChild(TableInput).isVisible()
    session.looking.show_row(0, "train")
    data = session.library.data
    length, width = (data.features[place].value_of(data.x[0, place : place + 1]) for place in (0, 1))
    assert field(panel, NumberEntry, "length (cm)").value() == pytest.approx(length, abs=1e-6)
    assert field(panel, NumberEntry, "width (cm)").text() == f"{width:.0f}"
    assert field(panel, ChoiceBox, "scent").value() in ("sweet", "mild")
    assert text(panel, "recognisedDigit") in ("lily", "rose")
    assert text(panel, "answerVerdict").startswith(f"Label {data.classes[data.t[0]]}: ")


def test_what_is_typed_pulled_and_chosen_goes_into_the_network(panel, use, session):
    use(FLOWERS, leave_out="")
    features = session.library.data.features
    enter(field(panel, NumberEntry, "length (cm)"), "2,75")
    assert session.looking.sample.origin == "typed"
    assert features[0].value_of(session.looking.sample.x[0, :1]) == pytest.approx(2.75, abs=1e-5)
    others = session.looking.sample.x[0, 2:].copy()
    slider = field(panel, QuietSlider, "width (cm)")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert features[1].value_of(session.looking.sample.x[0, 1:2]) == pytest.approx(
        features[1].value_of([session.library.data.x[:, 1].min()]), abs=1e-4
    )
    np.testing.assert_array_equal(session.looking.sample.x[0, 2:], others)
    scent = field(panel, ChoiceBox, "scent")
    scent.setFocus()
    before = scent.value()
    QTest.keyClick(scent, Qt.Key.Key_Down)
    QTest.keyClick(scent, Qt.Key.Key_Up if scent.value() == before else Qt.Key.Key_unknown)
    assert scent.value() != before
    assert features[2].value_of(session.looking.sample.x[0, 2:]) == scent.value()


def test_a_value_is_answered_in_its_unit_beside_its_target(panel, use, session):
    use(HOUSES, target_zero=300.0, target_unit=100.0, task="values")
    session.looking.show_row(2, "train")
    data = session.library.data
    answer = data.target.value_of(session.looking.observation.output[0, 0])
    target = data.target.value_of(data.t[2, 0])
    lines = [label.text() for label in panel.findChildren(QLabel)]
    assert f"price (kEUR): {answer:.4g}".replace("-", "−") in lines
    assert any(line.startswith(f"Target: {target:.4g}, off by") for line in lines)
    assert not panel.findChild(QToolButton, "rowMistake").isVisible()


def test_rows_are_leafed_through_by_keys_and_the_next_mistake_is_found(panel, use, session, qtbot):
    use(FLOWERS, leave_out="")
    browser = panel.findChild(RowBrowser)
    part = browser.findChild(ChoiceBox)
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Down)
    assert session.looking.sample.origin == "train 0"
    next_row = panel.findChild(QToolButton, "rowNext")
    next_row.setFocus()
    QTest.keyClick(next_row, Qt.Key.Key_Space)
    assert session.looking.sample.origin == "train 1"
    number = browser.findChild(QuietSpinBox)
    enter(number, "4")
    assert session.looking.sample.origin == "train 4"
    session.weights.set("All lilies", {"b3": np.array([9.0, -9.0])})
    lilies = session.library.data.classes.index("lily") == 0
    QTest.mouseClick(panel.findChild(QToolButton, "rowMistake"), LEFT)
    labels = session.library.data.t
    wrong = next(row % 16 for row in range(5, 21) if labels[row % 16] == (1 if lilies else 0))
    qtbot.waitUntil(lambda: session.looking.sample.origin == f"train {wrong}")
    assert "wrong" in text(panel, "answerVerdict")


def test_a_form_of_many_features_scrolls(panel, use):
    wide = ",".join(f"gene {i}" for i in range(45)) + ",class\n"
    wide += "".join(",".join(str(0.1 * (i * j % 7)) for j in range(45)) + f",{i % 2}\n" for i in range(10))
    use(wide)
    assert len(panel.findChildren(NumberEntry)) == 45
    form = panel.findChild(QScrollArea, "featureForm")
    assert form.verticalScrollBar().maximum() > form.height()


def test_a_sample_of_ones_own_is_given_its_label_by_name_and_a_row_keeps_its_own(panel, use, session):
    use(FLOWERS, leave_out="")
    session.looking.show_row(0, "train")
    label = next(each.buddy() for each in panel.findChildren(QLabel) if each.text() == "Label of this sample (kind)")
    data = session.library.data
    assert label.currentText() == data.classes[data.t[0]]
    assert not label.isEnabled()
    enter(field(panel, NumberEntry, "length (cm)"), "9")
    assert label.isEnabled()
    label.setFocus()
    QTest.keyClicks(label, "rose")
    assert session.looking.sample.t.tolist() == [data.classes.index("rose")]
    QTest.keyClick(label, Qt.Key.Key_Home)
    assert session.looking.sample.t is None
    assert text(panel, "answerVerdict") == "No label"


def test_a_target_is_typed_in_the_unit_of_the_file_and_taken_away(panel, use, session):
    use(HOUSES, target_zero=150.0, target_unit=100.0, task="values")
    session.looking.show_row(0)
    entry = field(panel, NumberEntry, "Target of this sample (price (kEUR))")
    assert entry.isReadOnly()  # a row of the data has its own
    enter(field(panel, NumberEntry, "area (m2)"), "77")
    assert not entry.isReadOnly()
    enter(entry, "350.5")
    assert session.looking.sample.t.tolist() == [[pytest.approx(2.005)]]
    lines = [label.text() for label in panel.findChildren(QLabel)]
    assert any(line.startswith("Target: 350.5, off by") for line in lines)
    area = session.looking.sample.x[0, 0]
    entry.selectAll()
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert session.looking.sample.t is None
    assert entry.text() == ""
    assert session.looking.sample.x[0, 0] == area
    enter(entry, "many")
    assert entry.text() == ""

from playground.panels.activations.plot.parts import PartsLine

TEXTS = ("54 working (54 linear)", "0 saturated", "46 off", "of 100 from Affine1")


def line(qtbot, width):
    widget = PartsLine()
    qtbot.addWidget(widget)
    widget.resize(width, widget.sizeHint().height())
    widget.show()
    widget.show_texts(TEXTS)
    return widget


def room_for(widget):
    return sum(
        place.square + widget.fontMetrics().horizontalAdvance(text) + 12
        for text, place in zip(TEXTS, widget.places(), strict=True)
    )


def test_texts_stand_in_one_line_where_it_is_long_enough(qtbot):
    widget = line(qtbot, 2000)
    assert {place.line for place in widget.places()} == {0}


def test_a_second_line_takes_what_does_not_fit_and_nothing_is_cut(qtbot):
    wide = line(qtbot, 2000)
    widget = line(qtbot, int(0.8 * room_for(wide)))
    places = widget.places()
    assert [place.line for place in places] == [0, 0, 0, 1]
    ends = [p.left + p.square + widget.fontMetrics().horizontalAdvance(t) for p, t in zip(places, TEXTS, strict=True)]
    assert max(ends) <= widget.width()
    assert widget.sizeHint().height() == 2 * wide.sizeHint().height()


def test_other_texts_of_the_same_width_do_not_take_the_second_line_away(qtbot):
    widget = line(qtbot, int(0.8 * room_for(line(qtbot, 2000))))
    height = widget.sizeHint().height()
    widget.show_texts(("1 working", "0 saturated"))
    assert widget.sizeHint().height() == height
    widget.resize(1500, height)
    assert widget.sizeHint().height() < height

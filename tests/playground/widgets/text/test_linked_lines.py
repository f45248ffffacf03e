"""How the lines of an explanation are said; cutting and following them is tested with the lines themselves."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QTranslator

from nn.network import Network
from nn.network.spec import NetworkSpec
from nn.trace import explain, record
from playground.widgets.text.linked_lines import pieces_of, symbols_said


class Counting(QTranslator):
    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        return "{count}개 더" if (context, source) == ("ElementPieces", "{count} more") else ""


def test_how_many_terms_are_left_out_is_said_in_the_language_of_the_moment(qapp):
    network = Network(NetworkSpec.mlp(20, (), 2), 0)
    (event, *_) = record(network, np.ones((1, 20)), np.array([0]))
    told = explain(event, "a1.1", (0, 1), terms=2)
    assert f"…({told.left_out} more)" in symbols_said(told)
    translator = Counting()
    QCoreApplication.installTranslator(translator)
    try:
        assert f"…({told.left_out}개 더)" in symbols_said(told)
        assert f"…({told.left_out}개 더)" in "".join(piece.text for piece in pieces_of(told)[0])
    finally:
        QCoreApplication.removeTranslator(translator)

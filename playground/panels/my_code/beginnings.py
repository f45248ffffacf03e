"""What a person may begin with: a page that says what this is for, and three skeletons of the book."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QWidget

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.fonts import bold
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe

SKELETONS = ("Relu", "SoftmaxWithLoss", "TwoLayerNet")
_WIDEST = 560  # px of a line that is read easily


class Beginnings(LiveLook, QScrollArea):
    """Stands where there is no code yet."""

    open_wanted = Signal()
    paste_wanted = Signal()
    practice_wanted = Signal()
    begun = Signal(str, str)
    """Text and name of what a person begins with."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._title, self._about, self._or = QLabel(), QLabel(wordWrap=True), QLabel(wordWrap=True)
        for label in (self._title, self._about, self._or):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._open = QPushButton(objectName="codeOpen")
        self._paste = QPushButton(objectName="codePaste")
        self._new = QPushButton(objectName="codeNew")
        self._new.clicked.connect(self._on_new)
        self._practice = QPushButton(icon("lesson"), "", objectName="codePractice")
        self._practice.clicked.connect(self.practice_wanted)
        self._open.clicked.connect(self.open_wanted)  # a signal given to the constructor would be called
        self._paste.clicked.connect(self.paste_wanted)
        self._skeletons = [
            tool_button("code", f"skeleton_{name}", clicked=self._on_skeleton, autoRaise=False) for name in SKELETONS
        ]
        for name, button in zip(SKELETONS, self._skeletons, strict=True):
            button.setProperty("skeleton", name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        page = QWidget()
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        rows = (in_row(self._open, self._paste, self._new, STRETCH), in_row(*self._skeletons, self._practice, STRETCH))
        in_column(self._title, self._about, rows[0], 8, self._or, rows[1], STRETCH, of=column, spacing=10)
        in_row(STRETCH, (column, 8), STRETCH, of=page, margins=(12, 24, 12, 12))
        self.setWidget(page)
        self.restyle()
        self.retranslate()

    @Slot()
    def _on_new(self) -> None:
        self.begun.emit("", "own.py")

    @Slot()
    def _on_skeleton(self) -> None:
        from playground.lessons.own_code.build_it_yourself import skeletons  # not before somebody wants one

        name = self.sender().property("skeleton")
        skeleton = next(each for each in skeletons() if each.name == name)
        self.begun.emit(skeleton.said(QLocale().name()[:2]), f"{name}.py")

    def minimumSizeHint(self) -> QSize:
        """Let it be as small as a dock may be; it scrolls."""
        return QSize(200, 80)

    def restyle(self) -> None:
        """Take the font of the moment."""
        self._title.setFont(bold(self.font()))

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment."""
        self._title.setText(self.tr("The code you wrote with the book"))
        self._about.setText(
            self.tr(
                "Open your file, or type or paste a class here: Relu, Affine, SoftmaxWithLoss, an optimizer, a whole "
                "TwoLayerNet. It is checked against what the book means by it, and you are told whether it is right, "
                "which line is not, and in what way. You can step through it line by line, forwards and back, with "
                "the arrays beside the lines. Nothing runs before you say so."
            )
        )
        self._open.setText(self.tr("Open a file…"))
        describe(self._open, self.tr("Open a file"), self.tr("A Python file that you wrote; it is watched from then."))
        self._paste.setText(self.tr("Paste"))
        describe(self._paste, self.tr("Paste"), self.tr("Begin with the text on the clipboard."))
        self._new.setText(self.tr("Empty page"))
        describe(self._new, self.tr("Empty page"), self.tr("Begin to type."))
        self._practice.setText(self.tr("Course and exercises…"))
        describe(
            self._practice,
            self.tr("Course and exercises"),
            self.tr("Build every class of the book yourself, in its order, or find the bug in programs that go wrong."),
        )
        self._or.setText(self.tr("Or build it yourself: a class of the book as an empty skeleton."))
        abouts = (
            self.tr("An activation: forward and backward in four lines."),
            self.tr("Softmax and the cross-entropy error as the last layer."),
            self.tr("A whole network with its loss and its gradients."),
        )
        for button, name, about in zip(self._skeletons, SKELETONS, abouts, strict=True):
            button.setText(name)
            describe(button, name, about)

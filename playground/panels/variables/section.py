"""Sections of a sidebar that fold: a header in bold that opens and closes what is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QSplitter, QWidget

from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column, in_row
from playground.widgets.look.fonts import bold
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENOUGH = 1000  # px, for what is left over
_UNLIMITED = (1 << 24) - 1  # px, Qt's own largest height


class SidebarSection(QWidget):
    """A header with a title and tools, and a content that a click on the header folds away.

    Parameters
    ----------
    content : QWidget
        What is folded.
    tools : iterable of QWidget
        Stand at the right end of the header.

    Attributes
    ----------
    is_unfolded : bool
        Whether the content is shown.
    """

    folded_changed = Signal()

    def __init__(self, content: QWidget, tools: Iterable[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.is_unfolded = True
        self.header = tool_button("", side=10, clicked=self._on_header_clicked, arrowType=Qt.ArrowType.DownArrow)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.header.setFont(bold(self.header.font()))
        self._row = QWidget(self)
        in_row(self.header, *tools, of=self._row, margins=(0, 0, 4, 0), spacing=2)
        in_column(self._row, (content, 1), of=self, spacing=0)

    def unfold(self) -> None:
        """Show the content."""
        self._fold(unfolded=True)

    def set_texts(self, title: str, about: str) -> None:
        """Set the title, and what is said on hover."""
        self.header.setText(title)
        describe(self.header, title, about)

    @Slot()
    def _on_header_clicked(self) -> None:
        self._fold(unfolded=not self.is_unfolded)

    def _fold(self, *, unfolded: bool) -> None:
        if unfolded != self.is_unfolded:
            self.is_unfolded = unfolded
            self.content.setVisible(unfolded)
            self.header.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
            self.setMaximumHeight(_UNLIMITED if unfolded else self._row.sizeHint().height())
            self.folded_changed.emit()


class Sidebar(QSplitter):
    """Sections below each other; what one gives up, those that are unfolded get."""

    def __init__(self, sections: Iterable[tuple[SidebarSection, int]], parent: QWidget | None = None) -> None:
        """Build it of sections, each with its share of the height."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._shares: list[int] = []
        self._enlarged: SidebarSection | None = None
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        for section, share in sections:
            self.addWidget(section)
            self._shares.append(share)
            self.setStretchFactor(self.count() - 1, share)
            section.folded_changed.connect(self._share_out)
        self._room = QWidget(self)  # takes what is left when every section is folded
        self._room.setVisible(False)
        self.addWidget(self._room)
        self._share_out()

    def enlarge(self, section: SidebarSection, on: bool) -> None:
        """Give a section more room than the others, or its own share again."""
        self._enlarged = section if on else None
        self._share_out()

    @Slot()
    def _share_out(self) -> None:
        sections = [self._section(i) for i in range(len(self._shares))]
        self._room.setVisible(not any(each.is_unfolded for each in sections))
        shares = zip(sections, self._shares, strict=True)
        sizes = [self._share_of(section, share) for section, share in shares]
        self.setSizes([*sizes, 0 if self._room.isHidden() else _ENOUGH])

    def _share_of(self, section: SidebarSection, share: int) -> int:
        if not section.is_unfolded:
            return 1
        return 100 * (sum(self._shares) if section is self._enlarged else share)

    def _section(self, place: int) -> SidebarSection:
        section = self.widget(place)
        assert isinstance(section, SidebarSection)
        return section

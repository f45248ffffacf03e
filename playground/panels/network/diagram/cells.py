"""A column of neurons, painted: numbers as fill, the input as its picture, and hollow what is not known yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from playground.panels.network.diagram.picture_cells import paint_picture_cells
from playground.panels.network.diagram.stencil import paint_filled, part_of
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.heat import heat_colors, heat_limit, ink_shades

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPalette

    from playground.panels.network.diagram.layout import Block

_LEAST_HALVED = 1.3  # times its height must a neuron be wide to show two numbers
_LEAST_LINED_CELL = 4  # px: smaller cells have no lines between them
_OUTLINE_STRENGTH = 0.45  # share of the text colour in the outline of a neuron
_MIDDLE_LIGHTNESS = 128  # of 255; on darker fill the text is light
_OPAQUE = 0xFF000000
_WRITINGS = (
    (1.0, 3),
    (0.88, 3),
    (0.88, 2),
    (0.75, 2),
    (0.65, 2),
    (0.65, 1),
)  # shares of the font's size, digits; the first that fits
_MOST_FIT = 0.75  # of a column's numbers must fit, else none is written
_NAME_SCALES = (1.0, 0.88, 0.78)  # shares of the font's size for names beside low rows
_AIR = 2.5  # px between the digits of two rows
_TEXT_MARGIN = 0.3  # of a neuron's height, for its round ends


@dataclass(frozen=True, eq=False)
class Shown:
    """The numbers of one column; None is "not known yet".

    Attributes
    ----------
    numbers : ndarray, shape (n,), optional
        What each neuron holds; the left half where it has two.
    after : ndarray, shape (n,), optional
        What its activation made of it; the right half.
    after_limit : float, optional
        The size of `after` that gets the full colour; without it the largest one in the column.
    is_ink : bool
        Whether the numbers are a picture of ink on paper, 0 to 1, and not signed.
    goes_back : bool
        Whether the right half is known before the left one: gradients come from the right.
    names : tuple of str
        What stands beside the neurons: the classes of the output.
    beside : tuple of str
        Numbers that stand beside them, too.
    target : int, optional
        The neuron whose name is bold: the right answer.
    """

    numbers: NDArray[np.floating] | None = None
    after: NDArray[np.floating] | None = None
    after_limit: float | None = None
    is_ink: bool = False
    goes_back: bool = False
    names: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    target: int | None = None

    @property
    def latest(self) -> NDArray[np.floating] | None:
        """The numbers that came last, where there is room for one only."""
        early, late = (self.after, self.numbers) if self.goes_back else (self.numbers, self.after)
        return early if late is None else late


def paint_column(
    painter: QPainter, block: Block, shown: Shown, palette: QPalette, surfaces: Mapping[int, QImage] | None = None
) -> None:
    """Paint a column's neurons, with the surfaces that some of them have."""
    if block.is_grid:
        _paint_grid(painter, block, shown, palette)
    else:
        _paint_plain(painter, block, shown, palette, surfaces or {})


def grid_image(block: Block, numbers: NDArray[np.floating], limit: float, palette: QPalette) -> QImage:
    """Give a picture with one pixel for each neuron of a grid, transparent where there is none."""
    return _image(block, heat_colors(numbers, limit, palette))


def paint_grid_image(painter: QPainter, block: Block, image: QImage) -> None:
    """Paint such a picture over its grid, each pixel as large as a cell."""
    painter.drawImage(QRectF(*block.outline), image)


def text_on(fill: QColor) -> QColor:
    """Give the colour in which text can be read on `fill`."""
    light = (0.299 * fill.red() + 0.587 * fill.green() + 0.114 * fill.blue()) > _MIDDLE_LIGHTNESS
    return QColor(Qt.GlobalColor.black if light else Qt.GlobalColor.white)


def short(number: float, places: int = 3) -> str:
    """Write a number so that it is read at a glance."""
    if 1 <= abs(number) < 1e4:
        places = max(places, len(str(round(abs(number)))))  # -12 is as short as -1e+1, and says more
    text = f"{number + 0.0:.{places}g}" if abs(number) < 1e4 else f"{number:.1e}"  # -0.0 + 0.0 is 0.0
    return text.replace("e-0", "e-").replace("e+0", "e+") if "e" in text else text


def _paint_grid(painter: QPainter, block: Block, shown: Shown, palette: QPalette) -> None:
    numbers = shown.latest
    if numbers is not None:
        limit = shown.after_limit if numbers is shown.after else None
        limit = heat_limit(numbers) if limit is None else limit
        is_ink = shown.is_ink and numbers is shown.numbers
        image = _ink_image(block, numbers, palette) if is_ink else grid_image(block, numbers, limit, palette)
        paint_grid_image(painter, block, image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(chart_colors(palette).grid, 1))
    if block.shape.picture is None and block.pitch_x >= _LEAST_LINED_CELL:
        _paint_lines(painter, block)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if numbers is None:
        painter.setPen(_outline_pen(palette, is_known=False))
    if block.shape.tile is not None:
        painter.setPen(QPen(_tile_colour(palette), 1))
        painter.drawRects([QRectF(*area) for area in block.areas_in_tiles(0, 0, *block.shape.tile)])
    elif block.shape.picture is not None or numbers is None:
        painter.drawRect(QRectF(*block.outline))


def _tile_colour(palette: QPalette) -> QColor:
    """Give the colour of the lines between pictures, which stand out from the pixels at their edges."""
    colors = chart_colors(palette)
    return blend(colors.background, colors.text, _OUTLINE_STRENGTH)


def paint_pictures(painter: QPainter, block: Block, shown: Shown, palette: QPalette, pictures: QImage) -> None:
    """Paint a column of pictures, joined to one, with each neuron's number as the colour of its frame."""
    numbers, frames = shown.latest, None
    if numbers is not None:
        frames = heat_colors(numbers, heat_limit(numbers) if shown.after_limit is None else shown.after_limit, palette)
    paint_picture_cells(painter, block, pictures, frames, _outline_pen(palette, is_known=numbers is not None))


def _paint_lines(painter: QPainter, block: Block) -> None:
    """Draw the lines between cells, so that a cell that holds 0 is seen to be one."""
    in_last_row = block.shape.count - (block.rows - 1) * block.per_row
    for column in range(block.per_row + 1):
        rows = block.rows if column <= in_last_row else block.rows - 1
        x = round(block.left + column * block.pitch_x)
        painter.drawLine(x, round(block.top), x, round(block.top + rows * block.pitch_y))
    for row in range(block.rows + 1):
        cells = block.per_row if row < block.rows else in_last_row
        y = round(block.top + row * block.pitch_y)
        painter.drawLine(round(block.left), y, round(block.left + cells * block.pitch_x), y)


def _ink_image(block: Block, numbers: NDArray[np.floating], palette: QPalette) -> QImage:
    """Give the picture as the person drew it: paper for 0, full ink for 1."""
    colors = chart_colors(palette)
    shades = ink_shades(colors.background.rgb(), colors.text.rgb())
    places = np.clip(np.nan_to_num(numbers), 0, 1) * np.float32(len(shades) - 1) + np.float32(0.5)
    return _image(block, shades.take(places.astype(np.intp)))


def _image(block: Block, colors: NDArray[np.uint32]) -> QImage:
    if block.shape.order:  # not all have a cell
        colors = colors.reshape(-1)[block.shape.neurons_in_order]
    pixels = np.zeros(block.rows * block.per_row, np.uint32)
    pixels[: len(colors)] = colors.reshape(-1) | np.uint32(_OPAQUE)
    image = QImage(pixels.data, block.per_row, block.rows, 4 * block.per_row, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()  # the array is not kept


def _paint_plain(
    painter: QPainter, block: Block, shown: Shown, palette: QPalette, surfaces: Mapping[int, QImage]
) -> None:
    count, limit = block.shape.count, shown.after_limit
    outline = _outline_pen(palette, is_known=shown.latest is not None)
    if len(surfaces) < count:
        are_halved = block.shape.has_halves and block.cell_width > _LEAST_HALVED * block.cell_height
        parts = [(shown.numbers, None), (shown.after, limit)] if are_halved else [(shown.latest, limit)]
        fills = [_fills(numbers, size, count, palette) for numbers, size in parts]
        paint_filled(painter, block, fills, outline.color(), is_known=shown.latest is not None)
        _paint_texts(painter, block, fills, [numbers for numbers, _ in parts])
    for index, surface in surfaces.items():
        _paint_surface(painter, QRectF(*block.cell(index)), surface, outline)


def _fills(
    numbers: NDArray[np.floating] | None, limit: float | None, count: int, palette: QPalette
) -> list[QColor | None]:
    if numbers is None:
        return [None] * count
    colors = heat_colors(numbers, heat_limit(numbers) if limit is None else limit, palette)
    return [QColor(color) for color in colors.tolist()]


def _paint_texts(
    painter: QPainter,
    block: Block,
    fills: Sequence[Sequence[QColor | None]],
    parts: Sequence[NDArray[np.floating] | None],
) -> None:
    painter.save()
    for part, texts in enumerate(_texts(painter, block, parts)):
        for index, (text, fill) in enumerate(zip(texts, fills[part], strict=True)):
            if text and fill is not None:
                painter.setPen(text_on(fill))
                painter.drawText(part_of(block, index, part, len(parts)), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _texts(painter: QPainter, block: Block, parts: Sequence[NDArray[np.floating] | None]) -> list[list[str]]:
    """Write the numbers as large and as exact as most of them fit, and set the painter's font for it."""
    usual, nothing = painter.font(), [[""] * block.shape.count for _ in parts]
    room = block.cell_width / len(parts) - _TEXT_MARGIN * block.cell_height
    known = [number for numbers in parts if numbers is not None for number in numbers.tolist()]
    breadths: dict[int, list[float]] = {}
    for scale, places in _WRITINGS:
        font = QFont(usual)
        font.setPointSizeF(usual.pointSizeF() * scale)
        metrics = QFontMetricsF(font)
        digits = room / metrics.horizontalAdvance("0")
        if metrics.ascent() > block.cell_height or digits < 1:
            continue
        if places not in breadths:
            breadths[places] = [_breadth(short(number, places)) for number in known]
        if sum(breadth <= digits for breadth in breadths[places]) >= _MOST_FIT * len(known):
            painter.setFont(font)
            return [
                empty if part is None else _written(part, places, digits)
                for part, empty in zip(parts, nothing, strict=True)
            ]
    return nothing


def _written(numbers: NDArray[np.floating], places: int, digits: float) -> list[str]:
    """Write each number with so many digits, with one where that is too long, or not at all."""
    return [fitting(number, places, digits) for number in numbers.tolist()]


def fitting(number: float, places: int, digits: float) -> str:
    """Write a number in the most exact way that is no wider than some digits, or not at all."""
    texts = (short(number, places), short(number, 1), f"{number:.0e}".replace("e-0", "e-"))  # 2e-4 before 0.0002
    return next((text for text in texts if _breadth(text) <= digits), "")


def _breadth(text: str) -> float:
    """Give the width of a number in digits, which are all as wide: asking Qt takes longer than drawing."""
    return len(text) - 0.5 * (text.count(".") + text.count("-"))


def _paint_surface(painter: QPainter, cell: QRectF, surface: QImage, outline: QPen) -> None:
    painter.drawImage(cell, surface)
    painter.setPen(outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(cell)


def _outline_pen(palette: QPalette, is_known: bool) -> QPen:
    colors = chart_colors(palette)
    pen = QPen(blend(colors.background, colors.text, _OUTLINE_STRENGTH), 1)
    if not is_known:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def paint_names(painter: QPainter, block: Block, shown: Shown, palette: QPalette, widths: tuple[float, float]) -> None:
    """Write names and numbers on the right of a column, where its rows have room for text.

    Parameters
    ----------
    widths : tuple of float
        Room in px for the names and for the numbers; with 0 they are left out.
    """
    usual = _font_of_names(painter.font(), shown, block.pitch_y)
    if block.is_grid or usual is None:
        return
    colors, middle = chart_colors(palette), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
    before, bold = painter.font(), QFont(usual)
    bold.setBold(True)
    painter.setFont(usual)
    for index, name in enumerate(shown.names):
        cell = block.cell(index)
        line = QRectF(cell.left + cell.width + 8, cell.top, sum(widths), cell.height)
        if widths[0]:
            painter.setPen(colors.text)
            painter.setFont(bold if index == shown.target else usual)
            painter.drawText(line, middle, name)
            painter.setFont(usual)
        if widths[1] and index < len(shown.beside):
            painter.setPen(colors.muted)
            painter.drawText(line.adjusted(widths[0] - 8, 0, 0, 0), middle, shown.beside[index])
    painter.setFont(before)


def _font_of_names(usual: QFont, shown: Shown, pitch: float) -> QFont | None:
    """Give the largest font in which names fit rows of that height, None where none that can be read does."""
    are_low = all(name.isascii() for name in shown.names)  # digits and letters leave most of a line empty
    for scale in _NAME_SCALES:
        font = QFont(usual)
        font.setPointSizeF(usual.pointSizeF() * scale)
        metrics = QFontMetricsF(font)
        if (metrics.capHeight() + _AIR if are_low else metrics.ascent()) <= pitch:
            return font
    return None

"""How many digits written with real pens does the shipped network read?

    python tests/benchmarks/pen_strokes.py [STROKES.jsonl.gz] [--network FILE] [--montage FILE.png]

Each digit is drawn on the digit canvas, in the middle and with its longer side as given by --sizes, and goes through
the preprocessing to the network. A line of the file is ``{"label": 7, "strokes": [[[x, y], ...], ...]}``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from pathlib import Path

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from nn.digits.preprocessing import digit_stages
from nn.files.storage import load_network
from playground.panels.input.drawing.canvas import DigitCanvas
from playground.panels.input.drawing.stroke_raster import SIDE, Stroke

PROJECT = Path(__file__).parents[2]
DEFAULT_STROKES = PROJECT.parent / "shared" / "data" / "pen_strokes_dev.jsonl.gz"
SHIPPED = PROJECT / "resources" / "networks" / "digits.npz"


def read_digits(path: Path) -> list[dict]:
    """Return the digits of a file of strokes, one a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def placed(strokes: list[list[list[float]]], size: float) -> list[Stroke]:
    """Return strokes in the middle of the canvas, their longer side `size` px."""
    points = np.array([point for stroke in strokes for point in stroke], dtype=float)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = size / max(*(high - low), 1e-9)
    middle = (low + high) / 2
    return [
        Stroke(tuple(map(tuple, (np.array(stroke, dtype=float) - middle) * scale + SIDE / 2))) for stroke in strokes
    ]


def drawn(digits: list[dict], size: float) -> np.ndarray:
    """Return what the network receives for each digit, shape (N, 784), by the canvas itself."""
    canvas = DigitCanvas()
    pixels = []
    for digit in digits:
        canvas.set_strokes(placed(digit["strokes"], size))
        stages = digit_stages(canvas.ink())
        assert stages is not None, "a digit without ink"
        pixels.append(stages.pixels)
    return np.array(pixels)


def print_confusion(labels: np.ndarray, answers: np.ndarray) -> None:
    """Print how often each digit was read as which."""
    counts = np.zeros((10, 10), int)
    np.add.at(counts, (labels, answers), 1)
    print("\nwritten as rows, read as columns")
    print("      " + "".join(f"{digit:5d}" for digit in range(10)) + "   right")
    for digit, row in enumerate(counts):
        print(f"{digit:5d} " + "".join(f"{n or '.':>5}" for n in row) + f"{row[digit] / max(row.sum(), 1):8.1%}")


def save_montage(path: Path, pixels: np.ndarray, labels: np.ndarray, outputs: np.ndarray) -> None:
    """Write a picture of the misread digits, each under ``written>read`` and the probability of what was read."""
    answers = outputs.argmax(axis=1)
    wrong = np.flatnonzero(answers != labels)
    columns, width, height = 12, 90, 110
    sheet = QImage(columns * width, max(1, -(-len(wrong) // columns)) * height, QImage.Format.Format_RGB32)
    sheet.fill(QColor("black"))
    with QPainter(sheet) as painter:
        painter.setPen(QColor("yellow"))
        for place, index in enumerate(wrong):
            x, y = place % columns * width, place // columns * height
            picture = QImage(pixels[index].tobytes(), 28, 28, 28, QImage.Format.Format_Grayscale8)
            painter.drawImage(x, y + 22, picture.scaled(84, 84))
            painter.drawText(x + 2, y + 16, f"{labels[index]}>{answers[index]}  {outputs[index].max():.2f}")
    sheet.save(str(path))


def main() -> None:
    """Measure, and print accuracy by size and the confusion at the first size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("strokes", type=Path, nargs="?", default=DEFAULT_STROKES)
    parser.add_argument("--network", type=Path, default=SHIPPED)
    parser.add_argument("--sizes", type=float, nargs="+", default=[200, 120, 160, 240], help="px of 280")
    parser.add_argument("--montage", type=Path, help="write the digits misread at the first size as a picture")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    digits = read_digits(options.strokes)
    labels = np.array([digit["label"] for digit in digits])
    network, _ = load_network(options.network)
    print(f"{len(digits)} digits of {options.strokes.name}, {options.network.name}")
    for position, size in enumerate(options.sizes):
        pixels = drawn(digits, size)
        outputs = network.output(pixels / np.float32(255))
        answers = outputs.argmax(axis=1)
        print(f"longer side {size:3.0f} px: {(answers == labels).mean():.2%} right")
        if position == 0:
            first = answers
            if options.montage:
                save_montage(options.montage, pixels, labels, outputs)
    print_confusion(labels, first)
    del app


if __name__ == "__main__":
    main()

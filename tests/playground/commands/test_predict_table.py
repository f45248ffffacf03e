"""``predict FILE.csv``: rows of a table answered in the table's own words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

ROWS = [("red", 900 + 10 * i, 5 * i, "cheap" if i > 20 else "dear") for i in range(40)]
ROWS += [("blue", 900 + 10 * i, 5 * i, "dear") for i in range(40)]


@pytest.fixture
def cars(command):
    """Leave a document that learned classes from a table with a column of texts."""
    lines = [",".join(map(str, row)) for row in ROWS]
    Path("cars.csv").write_text("\n".join(["colour,weight,km,price", *lines]))
    options = "--data-option path=cars.csv --data-option leave_out= --data-option target=price --epochs 100"
    assert command(f"train --data file {options} --output cars.safetensors --quiet").code == 0
    return "cars.safetensors"


@pytest.fixture
def houses(command):
    """Leave a document that learned values in a unit of their own."""
    lines = [f"{20 + i},{100_000 + 4_000 * i}" for i in range(60)]
    Path("houses.csv").write_text("\n".join(["area,price", *lines]))
    options = "path=houses.csv target=price task=values target_zero=218000 target_unit=70000"
    options = " ".join(f"--data-option {option}" for option in options.split())
    assert command(f"train --data file {options} --epochs 200 --output houses.safetensors --quiet").code == 0
    return "houses.safetensors"


def test_rows_are_answered_by_the_names_of_their_columns_in_any_order(command, cars):
    Path("ask.csv").write_text("km;owner;weight;colour\n190;Ann;1280;red\n10;Bob;920;red\n190;Cleo;1280;blue\n")
    done = command(f"predict ask.csv --network {cars}")
    assert done.code == 0
    assert [line.split(" (")[0] for line in done.out.splitlines()] == ["row 2: cheap", "row 3: dear", "row 4: dear"]
    assert "dear:" in command(f"predict ask.csv --network {cars} --all").out


def test_answers_of_a_regression_are_in_the_unit_of_the_file(command, houses):
    Path("ask.csv").write_text("area\n30\n70\n")
    done = command(f"predict ask.csv --network {houses} --output told.csv")
    assert done.code == 0
    with Path("told.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["area", "price (prediction)"]
    assert [float(price) for _, price in rows] == [pytest.approx(140_000, rel=0.1), pytest.approx(300_000, rel=0.1)]
    assert command(f"predict ask.csv --network {houses} --output told.csv").code == 2
    assert command(f"predict ask.csv --network {houses} --output told.csv --force").code == 0


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("colour,weight\nred,900\n", "no column 'km'; its columns are 'colour', 'weight'"),
        (
            "colour,weight,km\npink,900,1\n",
            "Row 2 of 'ask.csv', column 'colour': 'pink' was not learned; known are 'blue'",
        ),
        ("colour,weight,km\nred,,1\n", "column 'weight': a value is missing"),
        ("colour,weight,km\nred,heavy,1\n", "'heavy' is not a number"),
        ("colour,weight,km\n", "no rows under its header"),
        ("", "is empty"),
    ],
)
def test_what_cannot_be_asked_is_named(command, cars, table, words):
    Path("ask.csv").write_text(table)
    done = command(f"predict ask.csv --network {cars}")
    assert done.code == 4
    assert words in done.err


def test_a_table_needs_a_network_that_learned_from_one(command, cars):
    assert command("predict cars.csv").code == 2
    assert command(f"predict cars.csv cars.csv --network {cars}").code == 2
    assert command(f"predict 0.png --output a.csv --network {cars}").code == 2
    command("train --data circle --iterations 1 --output circle.safetensors")
    Path("points.csv").write_text("0.5,0.5\n4,4\n")
    done = command("predict points.csv --network circle.safetensors")
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["row 1", "row 2"]

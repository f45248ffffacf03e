"""Tables as they come: from Excel, from Korea, from Germany, with gaps and with mistakes."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from nn.imports.preparing import TargetScale, prepare
from nn.imports.reading import parse_samples
from nn.imports.refusal import BadFile, Cancelled
from nn.imports.samples import ReadingOptions


def names_of(samples):
    return tuple(feature.name for feature in samples.features)


def read(content, **options):
    content = content.encode() if isinstance(content, str) else content
    return parse_samples(content, "'f.csv'", ReadingOptions(**options))


IRIS = "length,width,species\n5.1,3.5,setosa\n4.9,3.0,setosa\n7.0,3.2,versicolor\n6.4,3.1,versicolor\n"


def test_header_separator_and_label_are_guessed():
    samples = read(IRIS)
    assert samples.settled == {
        "encoding": "utf-8",
        "separator": "comma",
        "decimal": "point",
        "header": "yes",
        "target": "3",
        "leave_out": "",
        "task": "classes",
    }
    assert names_of(samples) == ("length", "width")
    assert samples.classes == ("setosa", "versicolor")
    assert samples.x.tolist() == [[5.1, 3.5], [4.9, 3.0], [7.0, 3.2], [6.4, 3.1]]
    assert samples.t.tolist() == [0, 0, 1, 1]
    assert samples.rows[0] == ("length", "width", "species")


GERMAN = 'Länge;Breite;Art\n1,5;2,25;"a;b"\n3,5;4;c\n1.000;1;c\n'.replace("1.000", "1000")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n  \n"])
def test_a_german_table_with_decimal_commas_and_quotes(encoding, end, tail):
    samples = read((GERMAN + tail).replace("\n", end).encode(encoding))
    assert samples.x.tolist() == [[1.5, 2.25], [3.5, 4], [1000, 1]]
    assert samples.classes == ("a;b", "c")
    assert names_of(samples) == ("Länge", "Breite")
    assert (samples.settled["separator"], samples.settled["decimal"]) == ("semicolon", "comma")


@pytest.mark.parametrize("name", ["Größe", "Übermaß", "élève", "Ähnlichkeit", "ÄÖÜäöüß", "año", "façade"])
def test_accents_of_the_west_are_not_taken_for_korean(name):
    samples = read(f"{name};x\n1,5;2\n2,5;3\n".encode("cp1252"))
    assert samples.settled["encoding"] == "cp1252"
    assert names_of(samples) == (name,)


@pytest.mark.parametrize("encoding", ["cp949", "utf-8", "utf-16"])
def test_a_korean_table(encoding):
    samples = read("키,몸무게,성별\n170,60.5,남\n160,50,여\n171,61,남\n".encode(encoding))
    assert names_of(samples) == ("키", "몸무게")
    assert samples.classes == ("남", "여")
    assert samples.settled["encoding"] == encoding


@pytest.mark.parametrize(
    ("sign", "name"), [("\t", "tab"), ("|", "bar"), (" ", "space"), (";", "semicolon"), (",", "comma")]
)
def test_every_separator_without_a_header(sign, name):
    samples = read("\n".join(sign.join(row) for row in (("1.5", "2", "0"), ("3", "4e1", "1"), ("5", "-6", "0"))))
    assert samples.settled["separator"] == name
    assert samples.settled["header"] == "no"
    assert samples.x.tolist() == [[1.5, 2], [3, 40], [5, -6]]
    assert samples.classes == ("0", "1")


def test_mnist_as_a_table_has_the_digit_first():
    rows = [",".join([str(digit), *["7"] * 784]) for digit in (3, 1, 3, 1)]
    samples = read("\n".join(rows))
    assert samples.settled["target"] == "1"
    assert samples.x.shape == (4, 784)
    assert samples.classes == ("1", "3")


def test_values_are_a_regression_unless_a_person_says_otherwise():
    text = "x,y\n" + "\n".join(f"{i},{i * 0.37:.3f}" for i in range(30))
    assert read(text).t.shape == (30, 1)
    assert read(text).classes == ()
    assert len(read(text, task="classes").classes) == 30
    assert read("x,y\n1,0\n2,1\n3,0\n4,1\n", task="values").t.tolist() == [[0], [1], [0], [1]]


def test_the_target_is_chosen_by_name_or_number():
    assert names_of(read(IRIS, target="width", leave_out="3")) == ("length",)
    assert names_of(read(IRIS, target="1", leave_out="3")) == ("width",)
    with pytest.raises(BadFile, match="no column 'colour'; give a name in its header or a number from 1 to 3"):
        read(IRIS, target="colour")


def test_of_several_usual_names_the_plainest_is_the_target():
    assert names_of(read("y,x,label\n1,2,a\n3,4,b\n")) == ("y", "x")
    assert names_of(read("y,x\n1,2\n3,4\n")) == ("x",)


def test_columns_of_texts_are_left_out_and_named():
    samples = read("name,x,label\nAnn,1,a\nBob,2,b\nCleo,3,a\n")
    assert samples.x.tolist() == [[1], [2], [3]]
    assert samples.notes == ("Left out, because they hold texts: column 'name'.",)
    assert samples.settled["leave_out"] == "1"


CARS = "id,colour,weight,km,price\n1,red,900,,11\n2,blue,1100,20,9\n3,red,,40,8\n4,green,1000,50,7\n"


def test_what_numbers_the_rows_is_left_out_unless_a_person_wants_it():
    samples = read(CARS, missing="mean")
    assert names_of(samples) == ("colour", "weight", "km")
    assert samples.notes[0] == "Left out, because it only names the rows: column 'id'."
    assert (samples.settled["leave_out"], samples.target) == ("1", "price")
    assert names_of(read(CARS, missing="mean", leave_out="")) == ("id", "colour", "weight", "km")
    assert names_of(read("id,label\n1,a\n2,b\n")) == ("id",)  # all there is


def test_a_column_of_texts_has_an_input_for_each_text():
    samples = read(CARS, missing="mean", leave_out="1,4")
    colour, weight = samples.features
    assert (colour.name, colour.categories, weight.categories) == ("colour", ("blue", "green", "red"), ())
    assert samples.x.tolist() == [[0, 0, 1, 900], [1, 0, 0, 1100], [0, 0, 1, 1000], [0, 1, 0, 1000]]
    gaps = read("c,x,y\nb,1,0\n?,2,1\nb,3,1\na,4,0\n", missing="mean")
    assert gaps.x[:, :2].tolist() == [[0, 1], [0, 1], [0, 1], [1, 0]]  # the most frequent text


def test_a_column_that_is_left_out_may_hold_anything():
    assert read("a,b,label\n1,?,x\n2,3,y\n", leave_out="2").x.tolist() == [[1], [2]]
    many = "t,x,label\n" + "\n".join(f"t{i},{i},{'xy'[i % 2]}" for i in range(150))
    assert names_of(read(many)) == ("x",)
    with pytest.raises(BadFile, match="more than 100 different texts in column 't'; leave the column out"):
        read(many, leave_out="")
    with pytest.raises(BadFile, match="no column '9' to leave out; give numbers from 1 to 3"):
        read(many, leave_out="9")


def test_a_dataset_knows_names_units_and_categories_of_the_file():
    data = prepare(read(CARS, missing="mean"), "file", test_share=0, scale=TargetScale(8.75, 1.5))
    assert data.input_names == ("colour = blue", "colour = green", "colour = red", "weight", "km")
    colour, weight, _ = data.features
    assert (colour.zero, colour.unit) == (0, 1)  # what stands for a category is not standardised
    assert weight.value_of(data.x[1, 3:4]) == pytest.approx(1100)
    assert weight.inputs_of(1100) == pytest.approx(tuple(data.x[1, 3:4]))
    assert (colour.value_of(data.x[0, :3]), colour.inputs_of("red")) == ("red", (0, 0, 1))
    assert (data.target.name, data.target.value_of(data.t[0, 0])) == ("price", pytest.approx(11))
    with pytest.raises(ValueError, match="colour is 'pink'; choose one of blue, green, red"):
        colour.inputs_of("pink")


GAPS = "a,b,label\n1,2,x\n?,4,y\n5,NA,x\n7,8,\n9,10,y\n"


def test_missing_values_are_explained_with_their_place():
    with pytest.raises(BadFile, match=r"missing values \(3\), the first in row 3, column 'a'; leave such") as refusal:
        read(GAPS)
    assert refusal.value.rows[2] == ("?", "4", "y")


def test_rows_with_missing_values_are_left_out_or_filled():
    left = read(GAPS, missing="leave out")
    assert left.x.tolist() == [[1, 2], [9, 10]]
    assert left.notes == ("Rows left out, because a value is missing: 3.",)
    filled = read(GAPS, missing="mean")
    assert filled.x.tolist() == [[1, 2], [5, 4], [5, pytest.approx(16 / 3)], [9, 10]]
    assert filled.t.tolist() == [0, 1, 0, 1]


@pytest.mark.parametrize("cell", ["abc", "1_000", "１２", "0x1F", "1,5", "1e99999", "inf", "2020-01-01"])
def test_what_is_no_number_is_named_with_row_and_column(cell):
    cell = f'"{cell}"'
    with pytest.raises(BadFile, match="Row 4, column 2: '"):
        read(f"a,b,c\n1,2,x\n3,4,y\n5,{cell},x\n7,8,y\n9,9,y\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty; choose another file"),
        ("\n \n", "no columns"),
        ("just a sentence", "no column to learn from"),
        ("a,b\n", "no column to learn from|no rows"),
        ("a,b,c\n1,2,x\n1,2\n", "Row 3 of 'f.csv' has 2 cells, the first has 3"),
        ("a,b\nx,y\nz,w\n", "no column to learn from"),
        ("1,2\n\0,3\n", "bytes that stand in no text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "holds bytes"),
        ("1,2\n", "1 whole samples, expected at least 2"),
    ],
)
def test_what_is_no_table_is_refused_in_clear_words(text, words):
    with pytest.raises(BadFile, match=words):
        read(text)


def test_a_wrong_encoding_is_refused():
    with pytest.raises(BadFile, match="no text in the encoding utf-8; choose another encoding"):
        read("키,몸\n1,2\n".encode("cp949"), encoding="utf-8")


def test_reading_can_be_given_up():
    def stop(share):
        raise Cancelled

    with pytest.raises(Cancelled):
        parse_samples(b"1,2\n" * 2000, "'f'", ReadingOptions(), stop)


def test_too_many_columns_and_labels_are_refused():
    with pytest.raises(BadFile, match=r"no columns|20,001 columns"):
        read(",".join(["1"] * 20_001))
    text = "x,label\n" + "\n".join(f"{i},n{i}" for i in range(1200))
    with pytest.raises(BadFile, match="1,200 different labels, at most 1,000 classes"):
        read(text)


def test_data_are_standardised_by_the_training_part_and_divided_by_the_seed():
    text = "a,b,constant,label\n" + "\n".join(f"{i},{i * 100},5,{'xy'[i % 2]}" for i in range(50))
    data = prepare(read(text), "file", test_share=0.2, seed=3)
    assert (len(data.x), len(data.x_test)) == (40, 10)
    np.testing.assert_allclose(data.x.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(data.x.std(axis=0), [1, 1, 0], atol=1e-12)
    again, other = (prepare(read(text), "file", seed=seed) for seed in (3, 4))
    assert np.array_equal(again.x, data.x)
    assert not np.array_equal(other.x, data.x)
    raw = prepare(read(text), "file", standardise=False, test_share=0)
    assert np.array_equal(raw.x, raw.x_test)
    assert raw.x[:2].tolist() == [[0, 0, 5], [1, 100, 5]]


@pytest.mark.parametrize(
    ("separator", "decimal"),
    [("comma", "point"), ("semicolon", "point"), ("tab", "point"), ("semicolon", "comma"), ("tab", "comma")],
)
@pytest.mark.parametrize("target", ["1", "2", "4"])
def test_plain_tables_are_read_quickly_with_the_same_result(separator, decimal, target):
    rng = np.random.default_rng(7)
    rows = [
        [f"{number:.17g}" for number in row] for row in rng.normal(size=(2500, 4)) * 10.0 ** rng.integers(-20, 20, 4)
    ]
    sign = {"comma": ",", "semicolon": ";", "tab": "\t"}[separator]
    text = "\n".join(sign.join(row) for row in rows).replace(".", "." if decimal == "point" else ",")
    careful = '"' + text.replace(sign, '"' + sign, 1)  # one cell in quotation marks
    options = {"separator": separator, "decimal": decimal, "target": target, "task": "values"}
    quick, slow = read(text, **options), read(careful, **options)
    assert np.array_equal(quick.x, slow.x)
    assert np.array_equal(quick.t, slow.t)
    assert quick.settled == slow.settled


LONG = [f"{number / 7:.6f}" for number in range(200_000)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_row_is_lost_between_the_pieces_of_a_long_text(end, encoding):
    rows = [f"{LONG[i]},{LONG[-i]},{'남여'[i % 2]}" for i in range(1, 30_000)]
    samples = read(end.join(["a,b,성별", *rows]).encode(encoding))
    assert samples.x.tolist() == [[float(LONG[i]), float(LONG[-i])] for i in range(1, 30_000)]
    assert samples.t.tolist() == [i % 2 for i in range(1, 30_000)]


def test_plain_and_careful_rows_may_follow_each_other():
    rows = [f"{LONG[i]},{LONG[-i]},a" for i in range(1, 60_000)]
    rows[20_000] = '1,2,"over\nseveral\n\nlines"'
    rows[40_000] = "?,2,a"
    samples = read("x,y,label\n" + "\n".join(rows), missing="leave out")
    assert len(samples.x) == 59_998
    assert samples.x[20_000].tolist() == [1, 2]
    assert samples.x[-1].tolist() == [float(LONG[59_999]), float(LONG[-59_999])]
    assert [samples.classes[number] for number in samples.t[19_999:20_002]] == ["a", "over�several��lines", "a"]
    rows[50_000] = "1,x,a"
    with pytest.raises(BadFile, match="Row 50,002, column 2: 'x' is not a number"):
        read("x,y,label\n" + "\n".join(rows))


def test_a_row_that_does_not_end_is_refused_before_it_fills_the_memory():
    for row in ("1," * 1_500_000, '"a\n",' * 600_000):
        tracemalloc.start()
        with pytest.raises(BadFile, match="a row has more than 2,097,152 characters; check the line ends"):
            read("x,y\n1,2\n" + "3,4\n" * 100_000 + row)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 150 * 2**20


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,2\n" * 1_048_577, "1,048,577 rows, at most 1,048,576 are read"),
        ((",".join("1" * 200) + "\n") * 300_001, "300,001 rows of 200 cells, 60,000,200 in all, at most 60,000,000"),
    ],
)
def test_what_is_too_large_is_refused_with_the_numbers_before_it_is_read(text, words):
    content, told = text.encode(), []
    with pytest.raises(BadFile, match=words):
        parse_samples(content, "'f.csv'", ReadingOptions(), told.append)
    assert max(told) <= 0.1  # nothing but decoded


def test_labels_that_are_the_same_number_are_one_class():
    assert read("x,y\n1,0\n2,-0\n3,0.0\n4,1e0\n5,1\n").classes == ("0", "1")

"""Data sets: the book's way to load MNIST, truth tables, and points in the plane."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from nn.datasets import DATASETS, Batches, Dataset, load_mnist
from nn.datasets.mnist import packaged_file, read_mnist
from nn.network import Network
from nn.network.spec import LayerSpec, NetworkSpec

POINTS = ("circle", "xor2d", "gauss", "spiral", "plane", "regression_gauss")
GATES = ("and", "or", "nand", "xor")


@pytest.fixture(scope="module")
def normalized():
    return load_mnist()


def test_mnist_loads_as_in_the_book(normalized):
    (x_train, t_train), (x_test, t_test) = normalized
    assert x_train.shape == (60000, 784)
    assert t_train.shape == (60000,)
    assert x_test.shape == (10000, 784)
    assert t_test.shape == (10000,)
    assert x_train.dtype == x_test.dtype == np.float32
    assert t_train[0] == 5
    assert x_train.min() == 0.0
    assert x_train.max() == 1.0


def test_mnist_has_the_published_mean_and_deviation(normalized):
    (x_train, _), _ = normalized
    assert x_train.mean(dtype=np.float64) == pytest.approx(0.1307, abs=5e-5)
    assert x_train.std(dtype=np.float64) == pytest.approx(0.3081, abs=5e-5)


def test_mnist_without_normalization_is_bytes_of_the_callers_own():
    (x_train, t_train), _ = load_mnist(normalize=False)
    assert x_train.dtype == np.uint8
    assert x_train.max() == 255
    x_train[0], t_train[0] = 7, 7
    (again, labels), _ = load_mnist(normalize=False)
    assert again[0].max() == 255
    assert labels[0] == 5


def test_mnist_as_images():
    (x_train, _), (x_test, _) = load_mnist(flatten=False)
    assert x_train.shape == (60000, 1, 28, 28)
    assert x_test.shape == (10000, 1, 28, 28)


def test_mnist_with_one_hot_labels():
    (_, t_train), (_, t_test) = load_mnist(one_hot_label=True)
    assert t_train.shape == (60000, 10)
    assert t_train[0].tolist() == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    assert (t_test.sum(axis=1) == 1).all()


def test_the_readme_beside_mnist_names_the_arrays_that_are_there():
    readme = (packaged_file().parent / "README.md").read_text(encoding="utf-8")
    for array in read_mnist():
        assert hashlib.sha256(array.tobytes()).hexdigest() in readme


def test_a_missing_file_is_named_with_a_way_out(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nowhere\.npz; install nn-playground again, or give the path"):
        load_mnist(path=tmp_path / "nowhere.npz")


def cut_short(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def flipped(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return whole[:middle] + bytes(byte ^ 0xFF for byte in whole[middle : middle + 64]) + whole[middle + 64 :]


@pytest.mark.parametrize("damage", [cut_short, flipped, lambda _: b"", lambda _: b"not an archive"])
def test_a_damaged_file_is_refused_by_name(tmp_path, damage):
    broken = tmp_path / "broken.npz"
    broken.write_bytes(damage(packaged_file().read_bytes()))
    with pytest.raises(ValueError, match=r"broken\.npz is damaged or is not MNIST"):
        load_mnist(path=broken)


def test_a_file_of_other_arrays_is_refused(tmp_path):
    other = tmp_path / "other.npz"
    np.savez(other, weights=np.zeros(3))
    with pytest.raises(ValueError, match=r"not MNIST.*train_x"):
        load_mnist(path=other)


def test_arrays_of_another_shape_are_refused_by_shape(tmp_path):
    other = tmp_path / "small.npz"
    zeros = np.zeros
    np.savez(
        other,
        train_x=zeros((10, 784), np.uint8),
        train_t=zeros(10, np.uint8),
        test_x=zeros((10, 784), np.uint8),
        test_t=zeros(10, np.uint8),
    )
    with pytest.raises(ValueError, match=r"train_x is uint8 of shape \(10, 784\), expected .*\(60000, 784\)"):
        load_mnist(path=other)


def test_a_directory_is_refused(tmp_path):
    with pytest.raises((ValueError, FileNotFoundError), match=str(Path(tmp_path).name)):
        load_mnist(path=tmp_path)


def test_next_batch_gives_every_sample_once_an_epoch():
    batches = Batches(np.arange(10), np.arange(10) * 2, seed=3)
    seen = []
    for _ in range(2):
        x, t = batches.next_batch(5)
        assert (t == 2 * x).all()
        seen.extend(x.tolist())
    assert sorted(seen) == list(range(10))
    assert seen != list(range(10))
    assert batches.epochs_completed == 1


def test_next_batch_reaches_into_the_next_epoch():
    batches = Batches(np.arange(10), np.arange(10))
    drawn = np.concatenate([batches.next_batch(4)[0] for _ in range(5)])
    assert np.bincount(drawn).tolist() == [2] * 10
    assert batches.epochs_completed == 2


@pytest.mark.parametrize("size", [0, 11])
def test_next_batch_refuses_a_size_that_there_is_not(size):
    with pytest.raises(ValueError, match=f"batch_size is {size}; give 1 to 10"):
        Batches(np.arange(10), np.arange(10)).next_batch(size)


@pytest.mark.parametrize("name", sorted(set(DATASETS) - {"file"}))
def test_every_dataset_keeps_the_contract(name):
    data = DATASETS[name]()
    assert data.name == name
    for array in (data.x, data.t, data.x_test, data.t_test):
        assert not array.flags.writeable
    assert len(data.x) == len(data.t) > 0
    assert len(data.x_test) == len(data.t_test) > 0
    if data.classes:
        assert data.t.dtype == np.int64
        assert set(np.unique(data.t)) == set(range(len(data.classes)))
        assert data.outputs == len(data.classes)
    else:
        assert data.t.shape == (len(data.x), data.outputs)


@pytest.mark.parametrize("name", sorted(set(DATASETS) - {"file"}))
def test_a_network_takes_every_dataset(name):
    data = DATASETS[name]()
    loss = "SoftmaxWithLoss" if data.classes else "IdentityWithLoss"
    network = Network(NetworkSpec(data.input_shape, (LayerSpec.of("Affine", units=data.outputs),), loss, "float64"))
    assert np.isfinite(network.loss(data.x[:4] * data.scale, data.t[:4]))


@pytest.mark.parametrize(
    ("name", "truth"),
    [("and", [0, 0, 0, 1]), ("or", [0, 1, 1, 1]), ("nand", [1, 1, 1, 0]), ("xor", [0, 1, 1, 0])],
)
def test_gates_have_their_truth_tables(name, truth):
    data = DATASETS[name]()
    assert data.x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert data.t.tolist() == truth
    assert data.t_test.tolist() == truth


@pytest.mark.parametrize("name", POINTS)
def test_points_follow_their_seed(name):
    first, same, other = (DATASETS[name](seed=seed, noise=0.2) for seed in (1, 1, 2))
    assert (first.x == same.x).all()
    assert (first.t == same.t).all()
    assert not np.array_equal(first.x, other.x)


@pytest.mark.parametrize("name", POINTS)
def test_points_are_shared_out_as_asked(name):
    data = DATASETS[name](samples=40, test_share=0.25)
    assert (len(data.x), len(data.x_test)) == (30, 10)
    assert not {*map(tuple, data.x)} & {*map(tuple, data.x_test)}


@pytest.mark.parametrize("name", POINTS)
def test_noise_moves_points_or_labels(name):
    calm, noisy = DATASETS[name](), DATASETS[name](noise=0.5)
    assert not (np.array_equal(calm.x, noisy.x) and np.array_equal(calm.t, noisy.t))


def everything(data: Dataset) -> tuple[np.ndarray, np.ndarray]:
    return np.concatenate((data.x, data.x_test)), np.concatenate((data.t, data.t_test))


def test_the_circle_is_a_disc_in_a_ring():
    x, t = everything(DATASETS["circle"]())
    radius = np.hypot(*x.T)
    assert radius[t == 1].max() <= 2.5
    assert radius[t == 0].min() >= 3.5
    assert radius.max() <= 5
    assert np.bincount(t).tolist() == [250, 250]


def test_xor_is_one_class_where_signs_agree():
    x, t = everything(DATASETS["xor2d"]())
    assert ((x.prod(axis=1) > 0) == t).all()
    assert np.abs(x).min() >= 0.3


def test_gauss_is_two_clouds_whose_variance_grows_with_noise():
    for noise, variance in ((0.0, 0.5), (0.5, 4.0)):
        x, t = everything(DATASETS["gauss"](samples=20000, noise=noise))
        for label, middle in ((1, 2), (0, -2)):
            assert x[t == label].mean(axis=0) == pytest.approx([middle, middle], abs=0.1)
            assert x[t == label].var(axis=0) == pytest.approx([variance, variance], rel=0.05)


def test_the_spiral_has_two_arms_opposite_to_each_other():
    x, t = everything(DATASETS["spiral"]())
    blue, orange = ({(round(a, 9), round(b, 9)) for a, b in side} for side in (x[t == 1], -x[t == 0]))
    assert blue == orange
    assert np.hypot(*x.T).max() < 5


def test_the_plane_is_a_tenth_of_the_sum():
    x, t = everything(DATASETS["plane"]())
    assert t[:, 0] == pytest.approx(x.sum(axis=1) / 10)


def test_hills_and_hollows_take_turns():
    x, t = everything(DATASETS["regression_gauss"](samples=20000))
    for cx, cy, height in ((-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)):
        distance = np.hypot(*(x - (cx, cy)).T)
        top = distance.argmin()
        assert t[top, 0] == pytest.approx(height * (1 - distance[top] / 2))
    assert np.abs(t).max() <= 1
    assert (t[np.hypot(*(x - (2, 0)).T) < 1] == 0).all()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"noise": 0.9}, "circle: noise is 0.9"),
        ({"samples": 3}, "circle: samples is 3"),
        ({"colour": 1}, "circle has no option 'colour'"),
    ],
)
def test_a_wrong_option_is_named(options, message):
    with pytest.raises(ValueError, match=message):
        DATASETS["circle"](**options)


def test_an_unknown_dataset_lists_the_known():
    with pytest.raises(ValueError, match="unknown dataset 'mnst'; known: and, circle"):
        DATASETS["mnst"]


def test_unequal_samples_and_targets_are_refused():
    with pytest.raises(ValueError, match="dataset odd has 3 samples but 2 targets"):
        Dataset("odd", np.zeros((3, 1)), np.zeros(2), np.zeros((1, 1)), np.zeros(1))

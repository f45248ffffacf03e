from __future__ import annotations

import io
import json
import pickle
import zipfile

import numpy as np
import pytest

from nn import LayerSpec, Network, NetworkSpec, load_network, save_network

SPEC = NetworkSpec((4,), (LayerSpec.of("Affine", units=3), LayerSpec("BatchNormalization"), LayerSpec("Relu")))


@pytest.fixture
def network():
    network = Network(SPEC, 5)
    network.flat_state[...] = np.arange(network.flat_state.size)
    return network


@pytest.fixture
def path(tmp_path):
    return tmp_path / "network.npz"


@pytest.fixture
def arrays(path, network):
    """Return what a good file holds, to be spoilt."""
    save_network(path, network, {"accuracy": 0.98})
    with np.load(path) as file:
        return dict(file)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_network_comes_back_bit_for_bit(dtype, path, rng):
    network = Network(NetworkSpec(SPEC.input_shape, SPEC.layers, "IdentityWithLoss", dtype), 5)
    network.loss(rng.standard_normal((5, 4)), rng.standard_normal((5, 3)), training=True)  # moves the running averages
    save_network(path, network, {"recipe": "one evening", "accuracy": 0.98, "글": "한국어"})
    loaded, notes = load_network(path)
    assert loaded.spec == network.spec
    assert loaded.flat_params.tobytes() == network.flat_params.tobytes()
    assert loaded.flat_state.tobytes() == network.flat_state.tobytes()
    assert loaded.flat_params.dtype == dtype
    assert notes == {"recipe": "one evening", "accuracy": 0.98, "글": "한국어"}
    x = rng.standard_normal((3, 4))
    np.testing.assert_array_equal(loaded.predict(x), network.predict(x))


def test_notes_may_be_left_out(path, network):
    save_network(str(path), network)
    assert load_network(str(path))[1] == {}


def test_any_numpy_reads_the_file_by_the_book_s_names(arrays, network):
    assert arrays.keys() == {"W1", "b1", "gamma1", "beta1", "state", "about"}
    np.testing.assert_array_equal(arrays["W1"], network.params["W1"])
    assert json.loads(str(arrays["about"]))["spec"] == SPEC.to_json()


def spoilt(arrays, **changes):
    """Return the bytes of a file in which some arrays are others; None leaves one out."""
    kept = {name: array for name, array in {**arrays, **changes}.items() if array is not None}
    buffer = io.BytesIO()
    np.savez(buffer, **kept)
    return buffer.getvalue()


def about(**changes):
    return np.array(json.dumps({"spec": SPEC.to_json(), "notes": {}} | changes))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"W1": None}, "W1"),
        ({"state": None}, "state"),
        ({"about": None}, "about"),
        ({"W1": np.zeros((3, 4))}, r"W1 has shape \(3, 4\), expected \(4, 3\)"),
        ({"W1": np.float32(1)}, r"W1 has shape \(\), expected \(4, 3\)"),
        ({"b1": np.zeros(1)}, r"b1 has shape \(1,\), expected \(3,\)"),
        ({"state": np.zeros(1)}, r"state has shape \(1,\), expected \(6,\)"),
        ({"W1": np.full((4, 3), "1")}, r"W1 must hold real numbers"),
        ({"W1": np.zeros((4, 3), complex)}, r"W1 must hold real numbers"),
        ({"about": np.array("no json")}, "Expecting value"),
        ({"about": np.array("[]")}, "about"),
        ({"about": about(spec=None)}, "a network is a JSON object"),
        ({"about": about(spec={"input_shape": [4], "layers": [{"kind": "Conv"}]})}, "unknown layer 'Conv'"),
        ({"about": np.array(json.dumps({"notes": {}}))}, "spec"),
        ({"about": np.array(json.dumps({"spec": SPEC.to_json()}))}, "notes"),
        ({"about": about(notes=[1])}, "notes"),
    ],
)
def test_a_spoilt_file_is_refused_with_its_name_and_reason(changes, message, arrays, path):
    path.write_bytes(spoilt(arrays, **changes))
    with pytest.raises(ValueError, match=rf"network\.npz does not hold a network of this program: .*{message}"):
        load_network(path)


class Trap:
    """Would write a file when it is unpickled."""

    def __init__(self, target):
        self.target = target

    def __reduce__(self):
        return (open, (str(self.target), "w"))


@pytest.mark.parametrize("where", ["an array", "the whole file"])
def test_no_file_runs_code(where, arrays, path, tmp_path):
    canary = tmp_path / "canary"
    if where == "an array":
        path.write_bytes(spoilt(arrays, W1=np.array([Trap(canary)], object)))
    else:
        path.write_bytes(pickle.dumps(Trap(canary)))
    with pytest.raises(ValueError, match="does not hold a network of this program"):
        load_network(path)
    assert not canary.exists()


def npy():
    buffer = io.BytesIO()
    np.save(buffer, np.zeros(3))
    return buffer.getvalue()


NO_NETWORKS = {
    "nothing": b"",
    "two letters": b"PK",
    "text": b"no zip at all",
    "zeros": b"PK\x03\x04" + bytes(100),
    "npy": npy(),
}


@pytest.mark.parametrize("content", NO_NETWORKS.values(), ids=NO_NETWORKS)
def test_what_is_no_such_file_is_refused(content, path):
    path.write_bytes(content)
    with pytest.raises(ValueError, match="does not hold a network of this program"):
        load_network(path)


def test_a_file_cut_or_changed_anywhere_is_refused_or_whole(arrays, path, network):
    """Every 7th length and every 11th byte turned over: never another error, never other numbers."""
    whole = path.read_bytes()
    damaged = [whole[:n] for n in range(0, len(whole), 7)]
    damaged += [whole[:i] + bytes([whole[i] ^ 255]) + whole[i + 1 :] for i in range(0, len(whole), 11)]
    refused = 0
    for content in damaged:
        path.write_bytes(content)
        try:
            loaded, _ = load_network(path)
        except ValueError:
            refused += 1
        else:
            assert loaded.flat_params.tobytes() == network.flat_params.tobytes()
    assert refused > len(damaged) / 2


def test_a_locked_member_is_refused(path, arrays):
    content = bytearray(path.read_bytes())
    entry = content.rfind(b"PK\x01\x02")
    content[entry + 8] |= 1  # the flag of an encrypted member
    path.write_bytes(bytes(content))
    assert zipfile.is_zipfile(path)
    with pytest.raises(ValueError, match="does not hold a network of this program"):
        load_network(path)


def test_a_missing_file_is_the_system_s_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        load_network(tmp_path / "none.npz")

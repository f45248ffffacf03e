from __future__ import annotations

import copy
import errno
import gc
import pickle
import weakref

import numpy as np
import pytest

from nn.messages import Message, SystemReason, joined, message_of, printable

LARGE = Message(
    "tensor {name!r} takes {size:,} bytes; {wayout}", name="W1", size=1_234_567, wayout=Message("give at most {n}", n=9)
)


def test_a_message_is_its_english_sentence():
    text = "tensor 'W1' takes 1,234,567 bytes; give at most 9"
    assert str(LARGE) == text
    assert str(ValueError(LARGE)) == text
    assert {text: 1}[LARGE] == 1
    with pytest.raises(ValueError, match="takes 1,234,567 bytes"):
        raise ValueError(LARGE)


def test_a_message_knows_what_it_was_made_of():
    assert LARGE.template == "tensor {name!r} takes {size:,} bytes; {wayout}"
    assert dict(LARGE.values) == {"name": "W1", "size": 1_234_567, "wayout": "give at most 9"}
    with pytest.raises(TypeError):
        LARGE.values["name"] = "W2"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_a_message_travels_in_its_exception(again):
    message = message_of(again(ValueError(LARGE)))
    assert (message, message.template, message.values) == (LARGE, LARGE.template, LARGE.values)
    assert message.values["wayout"].template == "give at most {n}"


def test_any_name_may_stand_in_the_braces():
    assert Message("{self} {cls} {template} {values}", self=1, cls=2, template=3, values=4) == "1 2 3 4"


def test_literal_braces_are_doubled():
    assert Message("it does not begin with {{") == "it does not begin with {"


def test_a_name_cannot_control_what_stands_around_it():
    assert Message("no option {name}", name="a\n\u202eb") == "no option a��b"
    assert printable("tab\t, 한글 and é") == "tab�, 한글 and é"


def test_the_reason_is_kept_without_what_led_to_it():
    class Heavy:
        pass

    def fail():
        heavy.append(Heavy())
        raise ValueError(Message("layer {i} is wrong", i=2))

    heavy = []
    try:
        fail()
    except ValueError as error:
        outer = Message("no network: {reason}", reason=error)
    dead = weakref.ref(heavy.pop())
    gc.collect()
    assert dead() is None
    assert outer == "no network: layer 2 is wrong"
    assert outer.values["reason"].template == "layer {i} is wrong"


def test_messages_are_joined_side_by_side():
    both = joined([Message("first {x}", x=1), "plain {y}", Message("last")], "; ")
    assert both == "first 1; plain {y}; last"
    assert [type(each) for each in both.values.values()] == [Message, str, Message]
    assert joined([]) == ""


def test_an_exception_of_another_maker_gives_its_text():
    assert message_of(ValueError("plain")) == "plain"
    assert message_of(KeyError("name")) == "'name'"
    assert message_of(KeyError(Message("no {name}", name="x"))) == "no x"
    assert message_of(ValueError()) == ""


def test_the_systems_reason_is_kept_with_its_number():
    error = PermissionError(errno.EACCES, "Permission denied", "/x")
    message = pickle.loads(pickle.dumps(Message("{name} cannot be read: {reason}", name="x", reason=error)))
    assert message == "x cannot be read: Permission denied"
    assert isinstance(message.values["reason"], SystemReason)
    assert message.values["reason"].number == errno.EACCES


def test_numbers_of_numpy_are_formatted_as_they_always_were():
    assert Message("{a:.3f} {b} {c}", a=np.float32(1.5), b=np.int64(3), c=(2, 3)) == "1.500 3 (2, 3)"

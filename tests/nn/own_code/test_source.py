"""Every kind of text that is no program: one sentence, with its line."""

from __future__ import annotations

import pytest

from nn.messages import Message
from nn.own_code.source import LARGEST, Source, SourceError, parse, read_source

KOREAN = "# 활성화 함수\nx = '값'\n"


@pytest.mark.parametrize(
    "data",
    [
        KOREAN.encode(),
        b"\xef\xbb\xbf" + KOREAN.encode(),
        KOREAN.encode("cp949"),
        b"# -*- coding: cp949 -*-\n" + KOREAN.encode("cp949"),
        b"# -*- coding: euc-kr -*-\n" + KOREAN.encode("cp949"),
        b"# -*- coding: utf-8 -*-\n" + KOREAN.encode("cp949"),
        KOREAN.encode("utf-16"),
        KOREAN.replace("\n", "\r\n").encode(),
        KOREAN.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "BOM", "cp949", "cp949 named", "euc-kr named", "cp949 called utf-8", "utf-16", "CRLF", "CR"],
)
def test_korean_is_read_however_it_was_saved(data):
    source = read_source(data)
    assert KOREAN in source.text + "\n"
    parse(source)


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"x = 1\n" * (LARGEST // 5), None, "1,200,000 bytes"),
        (b"x = 1\ny = \0\n", 2, "NUL"),
        (b"x = 1\n\xff\xff\xff\n", 2, "neither UTF-8 nor Korean"),
        (b"# coding: klingon\nx = 1\n", 1, "not known"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data, line, words):
    with pytest.raises(SourceError, match=words) as caught:
        read_source(data)
    assert caught.value.line == line
    assert isinstance(caught.value.message, Message)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("x = 1\ny = (2\n", 2, "never closed"),
        ("class Relu:\ndef f(x):\nreturn x\n", 2, "indented"),
        ("def f():\n        x = 1\n    y = 2\n", 3, "indent"),
        ("if True:\n\tx = 1\n        y = 2\n", 3, "tabs"),
        ("x = 1\nprint x\n", 2, "brackets since Python 3"),
        ("x = 'abc\n", 1, "unterminated"),
        ("A =, dim1)\n", 1, "unmatched"),
        ("x = 3 +\n", 1, "invalid syntax"),
        ("for i in range(3)\n    pass\n", 1, "expected ':'"),
        ("if x = 3:\n    pass\n", 1, "invalid syntax"),
        ("x = 1\n\n'''never ends\n", 3, "unterminated"),
        ("return 3\n", 1, "outside function"),
        ("break\n", 1, "outside loop"),
        ("x = “hello”\n", 1, "invalid character"),
        ("def f(a, a):\n    pass\n", 1, "duplicate argument"),
        ("x = 0777\n", 1, "leading zeros"),
        ("f(**a, *b)\n", 1, "unpacking"),
        ("def f():\n    x = 1\n    global x\n", 3, "global"),
        ("(" * 300 + ")" * 300 + "\n", 1, "nested"),
        ("x = " + "-" * 200_000 + "1\n", None, "nested too deep"),
        ("x = '\ud800'\n", None, "cannot be read"),
    ],
)
def test_what_is_no_python_is_refused_with_its_line(text, line, words):
    with pytest.raises(SourceError, match=words) as caught:
        parse(Source(text))
    assert caught.value.line == line
    if line is not None:
        assert f"ine {line}" in caught.value.message

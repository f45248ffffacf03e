"""What a hostile module may try: its text, and how it may end. It prints ESCAPED where it got what it must not get.

In the texts stand `{folder}`, the person's; `{secret}`, a file in it; `{port}`, where somebody listens; `{bystander}`,
the number of another process of the person's.
"""

from __future__ import annotations

from typing import NamedTuple

from playground.confined.ending import How

TRIED = frozenset({How.ANSWERED, How.FAILED, How.CRASHED, How.LEFT})
"""It may go on after a refusal, or fail by it."""


class Attack(NamedTuple):
    text: str
    ends: frozenset[How] = TRIED
    needs: frozenset[str] = frozenset()
    """Which protections of the kernel hold it: without any of them it escapes."""


def ends(*hows):
    return frozenset(hows)


def held_by(*needs):
    return frozenset(needs)


TRACING = (
    "files: reading the memory of a bystander",
    "processes: tracing a bystander",
    "processes: reading a bystander's memory",
)
"""What some systems forbid everybody."""
LANDLOCK, SECCOMP = held_by("landlock"), held_by("seccomp")
EITHER = held_by("landlock", "seccomp")

SYSCALL = "import ctypes\ncall = ctypes.CDLL(None, use_errno=True).syscall\n"
ANSWERS = """
import json, os, struct
def frame(text, length=None, arrays=0):
    return struct.pack("<IQ", len(text) if length is None else length, arrays) + text
def say(content):
    for number in range(3, 20):  # the pipe back is one of them
        try:
            os.write(number, content)
        except OSError:
            pass
"""

LOOPS = {
    "for ever": Attack("while True: pass", ends(How.CPU)),
    "for ever, ignoring signals": Attack(
        "import signal\nfor s in range(1, 65):\n    try: signal.signal(s, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\nwhile True: pass",
        ends(How.CPU),
    ),
    "for ever, catching everything": Attack(
        "import time\nwhile True:\n    try:\n"
        "        while True: time.sleep(0) or sum(range(10**5))\n    except BaseException: pass",
        ends(How.CPU),
    ),
    "for ever in C": Attack("import collections, itertools\ncollections.deque(itertools.repeat(1), 0)", ends(How.CPU)),
    "a power with a billion digits": Attack("x = 7 ** 10 ** 9", ends(How.CPU, How.FAILED)),
    "a pattern that backtracks": Attack("import re\nre.match('(a+)+$', 'a' * 60 + 'b')", ends(How.CPU)),
    "sleeping": Attack("import time\ntime.sleep(10**6)", ends(How.LATE)),
    "sleeping again and again": Attack(
        "import time\nwhile True:\n    try: time.sleep(10**6)\n    except BaseException: pass", ends(How.LATE)
    ),
    "waiting for itself": Attack("import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()", ends(How.LATE)),
    "reading its orders away": Attack(
        "import os\nfor n in range(3, 9):\n    try: os.read(n, 10**6)\n    except OSError: pass\nwhile True: pass",
        ends(How.CPU, How.LATE),
    ),
}

MEMORY = {
    "a list without end": Attack("x = []\nwhile True: x.append(bytearray(10**7))", ends(How.FAILED)),
    "one huge array": Attack("import numpy as np\nx = np.ones((10**5, 10**5))", ends(How.FAILED)),
    "doubling": Attack("x = b'x'\nwhile True: x += x", ends(How.FAILED)),
    "recursion": Attack("def f(): f()\nf()", ends(How.FAILED)),
    "recursion without limit": Attack(
        "import sys\nsys.setrecursionlimit(2**31 - 1)\ndef f(): f()\nf()", ends(How.FAILED, How.CRASHED, How.CPU)
    ),
    "overflow of C's stack": Attack(
        "import sys\nsys.setrecursionlimit(2**31 - 1)\nx = []\nfor _ in range(10**6): x = [x]\nrepr(x)",
        ends(How.FAILED, How.CRASHED, How.CPU),
    ),
    "a text nested a million times": Attack("eval('(' * 10**6)", ends(How.FAILED, How.CRASHED)),
    "a thousand threads": Attack(
        "import threading, time\n"
        "ts = [threading.Thread(target=time.sleep, args=(60,), daemon=True) for _ in range(1000)]\n"
        "for t in ts: t.start()\nprint('ESCAPED')",
        needs=SECCOMP,
    ),
    "raising its limits": Attack(
        "import resource\nresource.setrlimit(resource.RLIMIT_AS, (-1, -1))\nprint('ESCAPED')", needs=EITHER
    ),
}

ENDS = {
    "exit": Attack("import sys\nsys.exit('bye')", ends(How.ANSWERED)),
    "_exit": Attack("import os\nos._exit(0)", ends(How.LEFT)),
    "segmentation fault": Attack("import ctypes\nctypes.string_at(0)", ends(How.CRASHED)),
    "abort": Attack("import os\nos.abort()", ends(How.CRASHED)),
    "an exception whose text never ends": Attack(
        "class E(BaseException):\n    def __str__(self):\n        while True: pass\nraise E", ends(How.CPU)
    ),
    "an exception whose text fails": Attack(
        "class E(Exception):\n    def __str__(self): raise SystemExit\nraise E", ends(How.FAILED, How.LEFT)
    ),
    "an exception with an escape sequence": Attack("raise ValueError('\\x1b[2J\\u202e' * 10**5)", ends(How.FAILED)),
    "an interrupt of its own": Attack("raise KeyboardInterrupt", ends(How.STOPPED)),
    "closing every pipe and going on": Attack(
        "import os\nos.closerange(0, 60)\nwhile True: pass", ends(How.CRASHED, How.CPU, How.LEFT, How.LATE)
    ),
}

PRINTS = {
    "a million lines": Attack("for i in range(10**6): print(i)", ends(How.ANSWERED, How.CPU)),
    "lines for ever": Attack("while True: print('x' * 1000)", ends(How.CPU)),
    "one line of 100 MB": Attack("print('x' * 10**8)", ends(How.ANSWERED)),
    "to the terminal": Attack("print('\\x1b]0;owned\\x07\\x1b[2J\\u202etxt')", ends(How.ANSWERED)),
    "past Python": Attack(
        "import os\nfor _ in range(100):\n    os.write(1, b'x' * 65536); os.write(2, b'x' * 65536)", ends(How.ANSWERED)
    ),
    "something that is no text": Attack("import sys\nsys.stdout.write(b'x')", ends(How.FAILED)),
}

FORGED = {
    "noise": Attack(ANSWERS + "say(os.urandom(5000))", ends(How.GARBLED)),
    "noise for ever": Attack(ANSWERS + "while True: say(os.urandom(50000))", ends(How.GARBLED)),
    "a length of 4 GB": Attack(ANSWERS + "say(frame(b'{}', 2**32 - 1))", ends(How.GARBLED)),
    "arrays of 2**60 bytes": Attack(ANSWERS + "say(frame(b'{}', None, 2**60))", ends(How.GARBLED)),
    "half a frame": Attack(ANSWERS + "say(frame(b'{}', 100))\nos._exit(0)", ends(How.GARBLED)),
    "JSON nested 100,000 times": Attack(
        ANSWERS + 'say(frame(b\'{"kind": "answer", "data": {"a": \' + b"[" * 10**5))', ends(How.GARBLED)
    ),
    "JSON nested 100 times": Attack(
        ANSWERS
        + "d = {}\nfor _ in range(100): d = {'a': d}\nsay(frame(json.dumps({'kind': 'answer', 'data': d}).encode()))",
        ends(How.GARBLED),
    ),
    "a number of 5,000 digits": Attack(
        ANSWERS + 'say(frame(b\'{"kind": "answer", "data": {"a": \' + b"9" * 5000 + b"}}"))', ends(How.GARBLED)
    ),
    "a number of 100 digits": Attack(
        ANSWERS + 'say(frame(b\'{"kind": "answer", "data": {"a": \' + b"9" * 100 + b"}}"))', ends(How.GARBLED)
    ),
    "an infinite number": Attack(
        ANSWERS + 'say(frame(b\'{"kind": "answer", "data": {"a": 1e999}, "prints": {"text": "", "left_out": 0}}\'))',
        ends(How.GARBLED),
    ),
    "no object": Attack(ANSWERS + "say(frame(b'[1, 2]'))", ends(How.GARBLED)),
    "a pickle": Attack(
        ANSWERS + "import pickle\nclass P:\n    def __reduce__(self): return os.system, ('touch {folder}/pickled',)\n"
        "say(pickle.dumps(P())); say(frame(pickle.dumps(P())))",
        ends(How.GARBLED),
    ),
    "an unknown kind": Attack(ANSWERS + 'say(frame(b\'{"kind": "eval", "data": {}}\'))', ends(How.GARBLED)),
    "being ready once more, with more protection": Attack(
        ANSWERS + 'say(frame(b\'{"kind": "ready", "data": {"held": ["everything"]}}\'))', ends(How.GARBLED)
    ),
    "an answer of its own": Attack(
        ANSWERS
        + 'say(frame(b\'{"kind": "answer", "data": {"is_right": true}, "prints": {"text": "", "left_out": 0}}\'))',
        ends(How.ANSWERED),  # this fools nobody but its author
    ),
    "an answer with an escape sequence": Attack(
        ANSWERS + "say(frame(json.dumps({'kind': 'answer', 'data': {'a\\x1b[2J\\u202e': '\\x1b]0;x\\x07\\ud800'},"
        " 'prints': {'text': '\\x1b[2J', 'left_out': -5}}).encode()))",
        ends(How.ANSWERED),
    ),
    "a failure at a line that is none": Attack(
        ANSWERS + "say(frame(json.dumps({'kind': 'failure', 'data': {'type': {}, 'text': 7, 'line': -1},"
        " 'prints': {'text': '', 'left_out': 0}}).encode()))",
        ends(How.GARBLED),
    ),
    "reports for ever": Attack(
        ANSWERS + 'while True: say(frame(b\'{"kind": "report", "data": {}, "prints": {"text": "", "left_out": 0}}\'))',
        ends(How.CPU, How.LATE, How.GARBLED),
    ),
    "the interpreter's own writers": Attack(
        "import json, os\njson.dumps = lambda *a, **k: '[' * 10**6\nos.write = lambda *a: 1 / 0",
        ends(How.GARBLED, How.LEFT, How.ANSWERED),
    ),
}

FILES = {
    "reading a secret": Attack("print('ESCAPED', open({secret!r}).read())", needs=LANDLOCK),
    "reading the accounts": Attack("print('ESCAPED', open('/etc/passwd').read())", needs=LANDLOCK),
    "listing the person's folder": Attack("import os\nprint('ESCAPED', os.listdir({folder!r}))", needs=LANDLOCK),
    "listing all there is": Attack("import os\nprint('ESCAPED', os.listdir('/'))", needs=LANDLOCK),
    "reading with NumPy": Attack("import numpy as np\nprint('ESCAPED', np.fromfile({secret!r}, 'u1'))", needs=LANDLOCK),
    "mapping a file": Attack(
        "import numpy as np\nprint('ESCAPED', np.memmap({secret!r}, 'u1', 'r')[0])", needs=LANDLOCK
    ),
    "reading the memory of a bystander": Attack("open('/proc/{bystander}/mem', 'rb')\nprint('ESCAPED')", needs=EITHER),
    "reading what a bystander was started with": Attack(
        "print('ESCAPED', open('/proc/{bystander}/environ').read())", needs=EITHER
    ),
    "its own environment": Attack(
        "import os\nknown = ('LANG', 'LC_CTYPE')\n"
        "if any(n not in known and not n.endswith('_NUM_THREADS') for n in os.environ): print('ESCAPED')"
    ),
    "a file in its folder": Attack("open('x', 'w').write('x')\nprint('ESCAPED')", needs=EITHER),
    "a file in the person's folder": Attack("open({folder!r} + '/new', 'x')\nprint('ESCAPED')", needs=EITHER),
    "appending": Attack("open({secret!r}, 'a').write('x')\nprint('ESCAPED')", needs=EITHER),
    "emptying": Attack("open({secret!r}, 'w')\nprint('ESCAPED')", needs=EITHER),
    "cutting short": Attack("import os\nos.truncate({secret!r}, 0)\nprint('ESCAPED')", needs=EITHER),
    "deleting": Attack("import os\nos.unlink({secret!r})\nprint('ESCAPED')", needs=EITHER),
    "renaming": Attack("import os\nos.rename({secret!r}, {secret!r} + '2')\nprint('ESCAPED')", needs=EITHER),
    "deleting a folder": Attack("import shutil\nshutil.rmtree({folder!r})\nprint('ESCAPED')", needs=EITHER),
    "making a folder": Attack("import os\nos.mkdir({folder!r} + '/new')\nprint('ESCAPED')", needs=EITHER),
    "a symbolic link": Attack("import os\nos.symlink({secret!r}, {folder!r} + '/new')\nprint('ESCAPED')", needs=EITHER),
    "a hard link": Attack("import os\nos.link({secret!r}, {folder!r} + '/new')\nprint('ESCAPED')", needs=EITHER),
    "rights of a file": Attack("import os\nos.chmod({secret!r}, 0o777)\nprint('ESCAPED')", needs=SECCOMP),
    "times of a file": Attack("import os\nos.utime({secret!r}, (1, 1))\nprint('ESCAPED')", needs=SECCOMP),
    "a pipe in the folder": Attack("import os\nos.mkfifo({folder!r} + '/new')\nprint('ESCAPED')", needs=EITHER),
    "a database": Attack(
        "import sqlite3\nsqlite3.connect({folder!r} + '/new').execute('create table t (a)')\nprint('ESCAPED')",
    ),
    "a file without a name": Attack("import os\nos.memfd_create('x')\nprint('ESCAPED')", needs=SECCOMP),
    "past Python, writing": Attack(
        SYSCALL + "n = call(257, -100, {secret!r}.encode(), 1 | 512, 0)\nif n >= 0: print('ESCAPED')", needs=EITHER
    ),
    "past Python, in the old numbers": Attack(
        SYSCALL + "n = call(0x40000000 + 257, -100, {secret!r}.encode(), 0, 0)\nif n >= 0: print('ESCAPED')"
    ),
}

NETWORK = {
    "TCP": Attack("import socket\nsocket.create_connection(('127.0.0.1', {port}), 5)\nprint('ESCAPED')", needs=EITHER),
    "listening": Attack("import socket\nsocket.create_server(('127.0.0.1', 0))\nprint('ESCAPED')", needs=EITHER),
    "UDP": Attack(
        "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "s.sendto(b'x', ('127.0.0.1', {port}))\nprint('ESCAPED')",
        needs=SECCOMP,
    ),
    "sockets of this machine": Attack("import socket\nsocket.socket(socket.AF_UNIX)\nprint('ESCAPED')", needs=SECCOMP),
    "sockets past Python": Attack(SYSCALL + "if call(41, 2, 1, 0) >= 0: print('ESCAPED')", needs=SECCOMP),
    "a page of the web": Attack(
        "import urllib.request\nurllib.request.urlopen('http://127.0.0.1:{port}', timeout=1)\nprint('ESCAPED')"
    ),
}

PROCESSES = {
    "a shell": Attack("import os\nif os.system('true') == 0: print('ESCAPED')", needs=EITHER),
    "a program": Attack("import subprocess\nsubprocess.run(['/bin/true'], check=True)\nprint('ESCAPED')", needs=EITHER),
    "becoming a program": Attack(
        "import os\nos.execv('/bin/sleep', ['sleep', '0'])", ends(How.FAILED), needs=frozenset()
    ),
    "forking": Attack("import os\nif os.fork() == 0: os._exit(0)\nprint('ESCAPED')", needs=SECCOMP),
    "forks of forks": Attack("import os\nwhile True: os.fork()", ends(How.FAILED)),
    "a daemon": Attack(
        "import os\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0: print('ESCAPED')\n    os._exit(0)",
        ends(How.FAILED),
    ),
    "a process of multiprocessing": Attack(
        "import multiprocessing\nmultiprocessing.get_context('fork').Process(target=print).start()\nprint('ESCAPED')",
    ),
    "ending a bystander": Attack("import os\nos.kill({bystander}, 9)\nprint('ESCAPED')", needs=EITHER),
    "asking for all processes": Attack("import os\nos.kill(-1, 0)\nprint('ESCAPED')", needs=EITHER),
    "asking for the parent": Attack("import os\nos.kill(os.getppid(), 0)\nprint('ESCAPED')", needs=EITHER),
    "a signal through a thread's number": Attack(
        SYSCALL + "if call(234, {bystander}, {bystander}, 0) == 0: print('ESCAPED')", needs=EITHER
    ),
    "a signal through a pipe": Attack(
        "import fcntl, os\nfcntl.fcntl(0, 8, {bystander})\nfcntl.fcntl(0, 10, 9)\nprint('ESCAPED')", needs=SECCOMP
    ),
    "tracing a bystander": Attack(SYSCALL + "if call(101, 16, {bystander}, 0, 0) == 0: print('ESCAPED')", needs=EITHER),
    "reading a bystander's memory": Attack(
        SYSCALL + "b = ctypes.create_string_buffer(16)\nv = (ctypes.c_void_p * 2)(ctypes.addressof(b), 16)\n"
        "call(310, {bystander}, v, 1, v, 1, 0)\nif ctypes.get_errno() != 1: print('ESCAPED')",
        needs=EITHER,
    ),
    "a handle of a bystander": Attack(SYSCALL + "if call(434, {bystander}, 0) >= 0: print('ESCAPED')", needs=SECCOMP),
    "another name space": Attack(SYSCALL + "if call(272, 0x10000000) == 0: print('ESCAPED')"),
    "mounting": Attack(SYSCALL + "if call(165, b'none', b'/tmp', b'tmpfs', 1 << 24, 0) == 0: print('ESCAPED')"),
    "rings of calls": Attack(
        SYSCALL + "b = ctypes.create_string_buffer(120)\ncall(425, 1, b)\n"
        "if ctypes.get_errno() not in (1, 38): print('ESCAPED')"
    ),
    "programs for the kernel": Attack(SYSCALL + "if call(321, 0, None, 0) >= 0: print('ESCAPED')"),
    "keys": Attack(SYSCALL + "if call(250, 0, -3, 1) >= 0: print('ESCAPED')", needs=SECCOMP),
    "loosening the filter": Attack(
        SYSCALL + "ctypes.CDLL(None).prctl(22, 0, 0, 0, 0)\nimport os\nprint('ESCAPED', os.pipe())", needs=SECCOMP
    ),
}

ALL = {
    f"{group}: {name}": attack
    for group, attacks in (
        ("loops", LOOPS),
        ("memory", MEMORY),
        ("ends", ENDS),
        ("prints", PRINTS),
        ("forged", FORGED),
        ("files", FILES),
        ("network", NETWORK),
        ("processes", PROCESSES),
    )
    for name, attack in attacks.items()
}

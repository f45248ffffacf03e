"""Why the operating system refused, in the language of the moment."""

from __future__ import annotations

import errno

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_REASONS = {
    errno.ENOENT: QT_TRANSLATE_NOOP("System", "there is no such file or folder"),
    errno.EACCES: QT_TRANSLATE_NOOP("System", "permission is denied"),
    errno.EPERM: QT_TRANSLATE_NOOP("System", "this is not permitted"),
    errno.ENOSPC: QT_TRANSLATE_NOOP("System", "no space is left on the disk"),
    errno.EROFS: QT_TRANSLATE_NOOP("System", "the disk can only be read"),
    errno.EDQUOT: QT_TRANSLATE_NOOP("System", "the disk space granted to you is used up"),
    errno.EISDIR: QT_TRANSLATE_NOOP("System", "it is a folder"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("System", "a part of the path is no folder"),
    errno.EEXIST: QT_TRANSLATE_NOOP("System", "it exists already"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("System", "the name is too long"),
    errno.EFBIG: QT_TRANSLATE_NOOP("System", "the file is too large for this disk"),
    errno.EIO: QT_TRANSLATE_NOOP("System", "the disk or the connection to it failed"),
    errno.EBUSY: QT_TRANSLATE_NOOP("System", "another program is using it"),
    errno.ENODEV: QT_TRANSLATE_NOOP("System", "the device is gone"),
    errno.EMFILE: QT_TRANSLATE_NOOP("System", "too many files are open"),
}


def reason_of(number: int | None, otherwise: str) -> str:
    """Say why a file could not be read or written, without its name.

    Parameters
    ----------
    number
        The system's number of the error (``errno``).
    otherwise
        What is said where there is no translation: the system's own words.
    """
    known = _REASONS.get(number or 0)
    return otherwise if known is None else QCoreApplication.translate("System", str(known))

"""Putting a new folder in the place of an old one: at once where the system can, else by two renames."""

from __future__ import annotations

import ctypes
import os
from errno import EINVAL, ENOSYS, ENOTSUP

_HERE = -100
_EXCHANGE = 2
_UNKNOWN = {ENOSYS, EINVAL, ENOTSUP}


def exchanged(one: str, other: str) -> bool:
    """Let two folders change places at once. False: this system or disk has no way to, and nothing happened.

    Uses `renameat2` of Linux with `RENAME_EXCHANGE`. Raises `OSError` where the system has it and refuses.
    """
    rename = _renameat2()
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), one, None, other)


def _renameat2() -> ctypes._NamedFuncPointer | None:
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return None
    call.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    call.restype = ctypes.c_int
    return call


def renamed(new: str, output: str, old: str) -> None:
    """Put `new` in the place of `output` by two renames; `output` lies at `old` then. Refused half-way, all is as before."""
    os.rename(output, old)
    try:
        os.rename(new, output)
    except OSError:
        os.rename(old, output)
        raise

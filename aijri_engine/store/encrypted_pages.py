"""Whether a passphrase belongs to an encrypted file that does not open: told apart from damage by pages still whole.

Layout and derivation are those of SQLCipher 4 (zetetic.net/sqlcipher/design): the file begins with the salt; each page
ends with the bytes of its cipher and a code that only the right key gives.
"""

import hmac
from hashlib import pbkdf2_hmac
from pathlib import Path
from typing import Any

PAGE = 4096
"""Bytes; every whole file of a store is a multiple of it."""

SALT, CODE, KEY = 16, 64, 32
"""Bytes of the salt, of the code at the end of a page, and of a key."""


def belongs(path: Path, passphrase: str, module: Any) -> bool:
    """One page at least was written with this passphrase; `module` is the database module that encrypts."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    connection = module.connect(":memory:")
    (rounds,) = connection.execute("PRAGMA cipher_default_kdf_iter").fetchone()
    connection.close()
    salt = content[:SALT]
    key = pbkdf2_hmac("sha512", passphrase.encode(), salt, int(rounds), KEY)
    key = pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, KEY)
    for number in range(1, len(content) // PAGE + 1):
        page = content[(number - 1) * PAGE + (SALT if number == 1 else 0) : number * PAGE]
        told = hmac.digest(key, page[:-CODE] + number.to_bytes(4, "little"), "sha512")
        if hmac.compare_digest(told, page[-CODE:]):
            return True
    return False

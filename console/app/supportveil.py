"""The veil over everything that leaves the plant for support: no secret, nobody's name, no mail address.

What is known (passwords that are kept, people of the records) is blotted out wherever it stands and however it is
written; what is not known is recognised by what stands around it.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from console.domain.people import NAME_MOST

SECRET, PERSON, ACCOUNT, COMPUTER, MAIL, NUMBER = "***", "<person>", "<account>", "<computer>", "<mail>", "<number>"
SHORTEST = 3  # one or two letters would blot out everything
BEGINNING = 12  # characters by which a hash is known
LONGEST = 4000  # characters of a line that are kept: what was heard may be a megabyte long
_COMMON = {"root", "user", "admin", "administrator", "nobody", "localhost", "gemba", "console", "system", "service"}
_SIGNS = (
    *("password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "api_key", "api-key", "credential"),
    *("authorization", "privatekey", "private_key", "signing", "cookie", "密码", "口令", "令牌", "密钥"),
)
_SCHEMES = ("bearer", "basic", "digest", "negotiate")
_WORDS = "|".join(map(re.escape, _SIGNS))
_QUOTED = r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
_PAIR = re.compile(rf"""(?i)(["']?\b[\w.-]{{0,40}}(?:{_WORDS})\w{{0,9}}["']?\s*[:=：]\s*)({_QUOTED}|[^\s,;)}}\]]+)""")
_SCHEME = re.compile(rf"\b((?i:{'|'.join(_SCHEMES)}))\s+(?=[a-z]{{0,80}}[A-Z0-9+/=~-])[\w+/=.~-]{{6,}}")
_PIN = re.compile(r"""(?i)(?<![a-z])((?:pin|badge)s?["']?\s*(?:[:=]|is)?\s*["']?)\d{3,20}""")
_JWT = re.compile(r"\beyJ[\w-]{5,}\.[\w-]{5,}\.?[\w-]*")
_PROOF = re.compile(r"\$(?:argon2\w*|2[aby]|5|6|y|scrypt|pbkdf2[\w-]*)\$[^\s'\";]+")
_KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL)
_WEB = re.compile(r"(?i)\b(https?|wss?)://[^\s'\"<>]+")
_USER = re.compile(r"(?i)(\b[a-z][a-z0-9+.-]{1,20}://)[^\s'\"]{1,300}@")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}")
_MOBILE = re.compile(r"(?<![\w.])(?:\+\d{8,15}|(?:86)?1[3-9]\d{9})(?![\w.])")
_FACT = re.compile(
    rf"""(["'](?:name|called|person|people|owner|who|by|author|mobile|phone|mail|number)["']\s*:\s*)({_QUOTED})"""
)
_HOME = re.compile(  # an account of Windows may be two words
    r"(?i)(/home/|/Users/|[a-z]:(?:\\\\|\\|/)Users(?:\\\\|\\|/))"
    r"(?:(?<=\\)[^/\\:'\"<>|]{1,64}(?=\\)|[^\s/\\:'\"<>|]+)"
)
Tree = dict[str, Any]  # what may follow, by letter
_BETWEEN = r"[\s,_.-]{1,3}"  # words of a name


class Veil:
    """Hides what is secret and who somebody is. The same text always becomes the same."""

    def __init__(
        self,
        secrets: Iterable[str] = (),
        people: Iterable[str] = (),
        accounts: Iterable[str] = (),
        computers: Iterable[str] = (),
        proofs: Iterable[str] = (),
    ) -> None:
        self._secrets = _any_of({form for secret in secrets if len(secret) >= SHORTEST for form in _forms(secret)})
        self._proofs = _proofs(proofs)
        self._people = _names(people)
        self._accounts = _any_of(map(_whole, _uncommon(accounts)), ignore_case=True)
        self._computers = _any_of(map(_whole, _uncommon(computers)), ignore_case=True)

    def over(self, text: str) -> str:
        """`text` with everything hidden, and no line longer than can be read."""
        text = _KEY.sub(SECRET, text) if "PRIVATE KEY" in text else text
        return "\n".join(map(self.line, text.split("\n")))

    def line(self, text: str) -> str:
        """One line with everything hidden."""
        if len(text) > LONGEST:
            text = f"{self._known(text)[:LONGEST]} … ({len(text) - LONGEST} more characters)"
        return _unknown(self._known(text))

    def _known(self, text: str) -> str:
        for pattern, mark in (
            (self._secrets, SECRET),
            (self._proofs, SECRET),
            (self._people, PERSON),
            (self._computers, COMPUTER),
            (self._accounts, ACCOUNT),
        ):
            if pattern is not None:
                text = pattern.sub(mark, text)
        return text


def _unknown(text: str) -> str:
    """What nobody told of, by what stands around it; each sign is looked for before the pattern, which costs more."""
    low = text.lower()
    if "://" in text:
        text = _WEB.sub(_host_only, _USER.sub(rf"\1{SECRET}@", text))
    if "@" in text:
        text = _MAIL.sub(MAIL, text)
    if any(word in low for word in _SCHEMES):
        text = _SCHEME.sub(rf"\1 {SECRET}", text)
    if "eyJ" in text:
        text = _JWT.sub(SECRET, text)
    if any(word in low for word in _SIGNS):
        text = _PAIR.sub(rf"\1{SECRET}", text)
    if "': " in text or '":' in text:
        text = _FACT.sub(rf"\1'{PERSON}'", text)
    if "$" in text:
        text = _PROOF.sub(SECRET, text)
    if "pin" in low or "badge" in low:
        text = _PIN.sub(rf"\g<1>{SECRET}", text)
    if "home/" in low or "users" in low:
        text = _HOME.sub(rf"\g<1>{ACCOUNT}", text)
    return _MOBILE.sub(NUMBER, text)


def _host_only(match: re.Match[str]) -> str:
    """Of a web address only the server: what makes a webhook secret stands behind it."""
    scheme, _, rest = match.group().partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2]
    return f"{scheme}://{host}/…" if len(rest) > len(host) + 1 else f"{scheme}://{host}"


def _forms(secret: str) -> Iterable[str]:
    """How a secret may be written: plain, in an address, in JSON or Python text, in base64; as patterns."""
    raw = secret.encode("utf-8", "surrogatepass")  # a variable may hold what is no text
    ways = {secret, quote(raw, safe=""), quote(raw), json.dumps(secret)[1:-1], repr(secret)[1:-1]}
    ways.add(json.dumps(secret, ensure_ascii=False)[1:-1])
    ways.add(base64.b64encode(raw).decode().rstrip("="))
    return map(re.escape, ways)


def _proofs(hashes: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern of hashes, of which there are two a person: their beginnings tell them."""
    tree: Tree = {}
    for proof in hashes:
        if len(proof) >= BEGINNING:
            _grow(tree, [proof[:BEGINNING]])
    return re.compile(_tree_pattern(tree) + r"[\w+/=-]*") if tree else None


def _names(people: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern of all names, which costs a line no more for thousands than for one; whole words where those exist.

    A name is found with its first and last word exchanged, too, and as JSON writes it.
    """
    whole: Tree = {}
    inside: Tree = {}
    for name in (name[:NAME_MOST] for name in people):
        parts = name.lower().split()
        if len("".join(parts)) < 2:
            continue
        plain = name.isascii()
        for order in {tuple(parts), (*parts[1:], parts[0])}:
            _grow(whole if plain else inside, order)
        if not plain:
            _grow(inside, [json.dumps(name)[1:-1].lower()])
    both = [rf"(?<![A-Za-z0-9]){_tree_pattern(whole)}(?![A-Za-z0-9])"] if whole else []
    both += [_tree_pattern(inside)] if inside else []
    return re.compile("|".join(both), re.IGNORECASE) if both else None


def _grow(tree: Tree, words: Sequence[str]) -> None:
    """Add the words of one name, letter by letter; "" marks an end."""
    for number, word in enumerate(words):
        for token in ([_BETWEEN] if number else []) + [re.escape(letter) for letter in word]:
            tree = tree.setdefault(token, {})
    tree[""] = {}


def _tree_pattern(tree: Tree) -> str:
    """Alternatives that share their beginnings; the longest is taken where one name begins as another."""
    ways = [token + _tree_pattern(rest) for token, rest in tree.items() if token]
    if len(ways) == 1 and "" not in tree:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if '' in tree else ''}" if ways else ""


def _uncommon(words: Iterable[str]) -> Iterable[str]:
    """Words that tell something of somebody: not what every other computer calls its accounts."""
    return (word for word in words if len(word) >= SHORTEST and word.casefold() not in _COMMON)


def _whole(word: str) -> str:
    return rf"(?<!\w){re.escape(word)}(?!\w)"


def _any_of(patterns: Iterable[str], ignore_case: bool = False) -> re.Pattern[str] | None:
    """The longest first, so that no rest of one stays."""
    ordered = sorted(set(patterns), key=lambda pattern: (-len(pattern), pattern))
    return re.compile("|".join(ordered), re.IGNORECASE if ignore_case else 0) if ordered else None

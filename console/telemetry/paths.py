"""Paths into a document: JMESPath, with the simple ones turned into plain look-ups."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import jmespath
from jmespath import exceptions

Getter = Callable[[Any], Any]  # document -> value, None when there is nothing

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_SIMPLE = re.compile(rf"(?:{_NAME}|\[\d+\])(?:\.{_NAME}|\[\d+\])*")
_STEP = re.compile(rf"({_NAME})|\[(\d+)\]")
_EQUALS = re.compile(rf"({_SIMPLE.pattern})\s*(==|!=)\s*'([^'\\]*)'")


class PathWrong(ValueError):
    """A path that is no JMESPath; `offset` is the character where it goes wrong."""

    def __init__(self, detail: str, offset: int) -> None:
        super().__init__(detail)
        self.offset = offset


def compile_path(text: str) -> Getter:
    """A function from document to value. Raises PathWrong. Never raises when called: what cannot be read is None."""
    text = text.strip()
    if _SIMPLE.fullmatch(text):
        return _simple(text)
    expression = _parsed(text)
    if match := _EQUALS.fullmatch(text):
        return _equals(_simple(match[1]), match[3], match[2] == "==")

    def search(document: Any) -> Any:
        try:
            return expression.search(document)
        except (exceptions.JMESPathError, TypeError, ValueError, RecursionError):
            return None

    return search


def is_true(value: Any) -> bool:
    """Truth as JMESPath has it: false are only null, false, and empty text, lists and tables."""
    return value is not None and value is not False and value not in ("", [], {})


def _parsed(text: str) -> Any:
    try:
        return jmespath.compile(text)
    except exceptions.EmptyExpressionError as error:
        raise PathWrong("the path is empty", 0) from error
    except exceptions.ParseError as error:
        raise PathWrong("this is no JMESPath", error.lex_position) from error
    except exceptions.LexerError as error:
        raise PathWrong("this is no JMESPath", error.lexer_position) from error
    except (exceptions.JMESPathError, ValueError, RecursionError) as error:
        raise PathWrong("this is no JMESPath", 0) from error


def _simple(text: str) -> Getter:
    steps: list[str | int] = [name or int(index) for name, index in _STEP.findall(text)]
    if len(steps) == 1 and isinstance(steps[0], str):
        return _one(steps[0])
    if len(steps) == 2 and isinstance(steps[0], str) and isinstance(steps[1], str):
        return _two(steps[0], steps[1])
    return _many(steps)


def _one(key: str) -> Getter:
    def get(document: Any) -> Any:
        return document.get(key) if document.__class__ is dict else None

    return get


def _two(first: str, second: str) -> Getter:
    def get(document: Any) -> Any:
        if document.__class__ is not dict:
            return None
        inner = document.get(first)
        return inner.get(second) if inner.__class__ is dict else None

    return get


def _many(steps: list[str | int]) -> Getter:
    def get(document: Any) -> Any:
        for step in steps:
            if document.__class__ is dict and step.__class__ is str:
                document = document.get(step)
            elif document.__class__ is list and step.__class__ is int and step < len(document):
                document = document[step]
            else:
                return None
        return document

    return get


def _equals(get: Getter, literal: str, wanted: bool) -> Getter:
    def compare(document: Any) -> bool:
        return (get(document) == literal) is wanted

    return compare

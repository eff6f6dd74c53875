"""Settings in words: sections, values, where they come from, when they hold, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.app.declared import BY_NAME, Setting, Value, written
from console.app.layers import Layer, Problem
from console.domain.errors import Refusal
from widgets.numbers import whole
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.settings import Settings

SECTIONS: dict[str, str] = {
    "broker": QT_TRANSLATE_NOOP("settings", "MQTT broker"),
    "plant": QT_TRANSLATE_NOOP("settings", "Plant"),
    "ui": QT_TRANSLATE_NOOP("settings", "Screen"),
    "store": QT_TRANSLATE_NOOP("settings", "Data on this PC"),
    "history": QT_TRANSLATE_NOOP("settings", "History of readings"),
    "reports": QT_TRANSLATE_NOOP("settings", "Reports"),
    "historian": QT_TRANSLATE_NOOP("settings", "The plant's historian"),
    "exchange": QT_TRANSLATE_NOOP("settings", "Exchange of orders"),
    "console": QT_TRANSLATE_NOOP("settings", "This console"),
    "people": QT_TRANSLATE_NOOP("settings", "People"),
    "records": QT_TRANSLATE_NOOP("settings", "Shared records"),
    "attachments": QT_TRANSLATE_NOOP("settings", "Pictures and files"),
    "backup": QT_TRANSLATE_NOOP("settings", "Backups"),
    "calls": QT_TRANSLATE_NOOP("settings", "Calls and horn"),
    "safety": QT_TRANSLATE_NOOP("settings", "Safety"),
    "patrols": QT_TRANSLATE_NOOP("settings", "Patrols"),
    "messages": QT_TRANSLATE_NOOP("settings", "Messages to people"),
    "sparkplug": QT_TRANSLATE_NOOP("settings", "Sparkplug"),
    "log": QT_TRANSLATE_NOOP("settings", "Log file"),
    "updates": QT_TRANSLATE_NOOP("settings", "Updates"),
}
CHOICES: dict[str, str] = {
    "auto": QT_TRANSLATE_NOOP("settings", "automatic"),
    "on": QT_TRANSLATE_NOOP("settings", "on"),
    "off": QT_TRANSLATE_NOOP("settings", "off"),
    "computer": QT_TRANSLATE_NOOP("settings", "the computer"),
    "display": QT_TRANSLATE_NOOP("settings", "computer and display"),
    "none": QT_TRANSLATE_NOOP("settings", "none"),
    "dark": QT_TRANSLATE_NOOP("settings", "dark"),
    "light": QT_TRANSLATE_NOOP("settings", "light"),
    "system": QT_TRANSLATE_NOOP("settings", "as this computer"),
    "true": QT_TRANSLATE_NOOP("settings", "yes"),
    "false": QT_TRANSLATE_NOOP("settings", "no"),
    "debug": QT_TRANSLATE_NOOP("settings", "everything"),
    "info": QT_TRANSLATE_NOOP("settings", "what happens"),
    "warning": QT_TRANSLATE_NOOP("settings", "warnings and errors"),
    "error": QT_TRANSLATE_NOOP("settings", "errors only"),
}
NAMES = {
    "en": "English",
    "zh_CN": "中文",
    "postgresql": "PostgreSQL",
    "mariadb": "MariaDB / MySQL",
    "sqlserver": "SQL Server",
}  # these are called so in every language
REFUSED: dict[str, str] = {
    "setting_pinned": QT_TRANSLATE_NOOP(
        "refusals", "This is locked here, because it is set elsewhere: {place}. Ask your IT."
    ),
}


def section_words(section: str) -> str:
    """What a section is about; its own name where it has no words."""
    words = SECTIONS.get(section)
    return QCoreApplication.translate("settings", words) if words else section


def choice_words(value: str) -> str:
    """One of the values that may be chosen."""
    words = CHOICES.get(value)
    return QCoreApplication.translate("settings", words) if words else NAMES.get(value, value)


def value_words(setting: Setting, value: Value) -> str:
    """A value as the page shows it; "" for an empty one."""
    if setting.kind is bool or setting.choices:
        return choice_words(written(value))
    return whole(value) if isinstance(value, int) and setting.key != "port" else plain(value)


def allowed_words(setting: Setting) -> str:
    """What may be written."""
    translate = QCoreApplication.translate
    if setting.kind is bool:
        return translate("settings", "true or false")
    if setting.choices:
        return translate("settings", "one of {0}").format(", ".join(setting.choices))
    if setting.kind is int:
        words = translate("settings", "a whole number from {0} to {1}")
        return words.format(whole(setting.low), whole(setting.high))
    if setting.key == "host":
        return translate("settings", "a name or address, without its port")
    if setting.path:
        return translate("settings", "the path of a file or folder")
    return translate("settings", "text in one line, without control characters")


def place_words(place: str) -> str:
    """A place in the sources: "settings.toml, line 3" is a file and a number in every language."""
    translate = QCoreApplication.translate
    if place == "command line":
        return translate("settings", "the command line")
    file, found, line = place.rpartition(", line ")
    if found and line.isdigit():
        return translate("settings", "{0}, line {1}").format(plain(file), line)
    return plain(place)


def layer_words(layer: Layer) -> str:
    """Where a value comes from, in a word or two."""
    translate = QCoreApplication.translate
    match layer:
        case Layer.DEFAULT:
            return translate("settings", "As shipped")
        case Layer.INSTALLED:
            return translate("settings", "Installation")
        case Layer.OWN:
            return translate("settings", "This PC")
        case Layer.SITE:
            return translate("settings", "Site file")
        case Layer.POLICY:
            return translate("settings", "Group policy")
        case Layer.ENVIRONMENT:
            return translate("settings", "Environment")
        case Layer.COMMAND_LINE:
            return translate("settings", "Command line")


def holder_words(settings: Settings, name: str) -> str:
    """Who pins a setting, as a sentence; "" where it may be changed here."""
    holder = settings.holder(name)
    if not holder:
        return ""
    words = QCoreApplication.translate("settings", "Locked here. {0}: {1}")
    return words.format(layer_words(settings.layer(name)), place_words(holder))


def effect_words(setting: Setting) -> str:
    """When a change holds."""
    translate = QCoreApplication.translate
    if setting.at_once:
        return translate("settings", "A change holds at once.")
    return translate("settings", "A change holds from the next start of the program on.")


def problem_words(problem: Problem) -> str:
    """What is wrong, and what to write instead."""
    words = _PROBLEMS.get(problem.code)
    return words(problem) if words else plain(problem.words)


def where_words(problem: Problem) -> str:
    """The file and line, the variable or the key."""
    return place_words(f"{problem.place}, line {problem.line}" if problem.line else problem.place)


def _unknown(problem: Problem) -> str:
    translate, near = QCoreApplication.translate, str(problem.facts.get("near", ""))
    name = plain(problem.name, 80)
    if near and name:
        return translate("settings", "{0} is not a setting. The nearest one is {1}.").format(name, near)
    if near:
        return translate("settings", "There is no such setting. The nearest one is {0}.").format(near)
    return translate("settings", "{0} is not a setting.").format(name or plain(problem.place, 80))


def _table(problem: Problem) -> str:
    words = QCoreApplication.translate("settings", "{0} is a table: write [{0}] on a line of its own.")
    return words.format(plain(problem.name, 80))


def _unfit(problem: Problem) -> str:
    setting, given = BY_NAME[problem.name], plain(problem.facts.get("given", ""), 60)
    words = QCoreApplication.translate("settings", "{0} must be {1}, not “{2}”.")
    told = words.format(problem.name, allowed_words(setting), given)
    hint = _hint(str(problem.facts.get("hint", "")))
    return f"{told} {hint}" if hint else told


def _password(problem: Problem) -> str:
    words = QCoreApplication.translate(
        "settings", "{0} holds a password, which others could read there. Write the address without it."
    )
    return words.format(problem.name)


def _secret(problem: Problem) -> str:
    name, words = (
        problem.name,
        QCoreApplication.translate(
            "settings", "{0} is a password, which others could read there. Give it on this page, with {1}, or as {2}."
        ),
    )
    return words.format(name, f"--keep-secret {name}", BY_NAME[name].variable)


def _unread(problem: Problem) -> str:
    why = plain(problem.facts.get("detail", ""))
    return QCoreApplication.translate("settings", "The file cannot be read: {0}").format(why)


def _not_text(problem: Problem) -> str:
    words = QCoreApplication.translate(
        "settings", "The file is not UTF-8 text (byte {0}) and is not used. Save it as UTF-8."
    )
    return words.format(problem.facts.get("byte", 0))


def _syntax(problem: Problem) -> str:
    words = QCoreApplication.translate("settings", "Nothing of the file is used, because this line is no TOML: {0}.")
    told, hint = words.format(plain(problem.facts.get("detail", ""))), _hint(str(problem.facts.get("hint", "")))
    return f"{told} {hint}" if hint else told


def _hint(word: str) -> str:
    """What somebody seems to have forgotten; "" where that is unclear."""
    translate = QCoreApplication.translate
    match word:
        case "path":
            return translate("settings", "Write Windows paths in single quotes.")
        case "bare":
            return translate("settings", "Write it without quotes.")
        case "quotes":
            return translate("settings", 'Write text in straight quotes ("…"), and true and false in small letters.')
    return ""


def _address(problem: Problem) -> str:
    words = QCoreApplication.translate("settings", "{0} must be like {1}, without a password.")
    return words.format(plain(problem.name, 80), problem.facts.get("like", ""))


_PROBLEMS: dict[str, Callable[[Problem], str]] = {
    "unknown": _unknown,
    "table": _table,
    "unfit": _unfit,
    "password": _password,
    "secret": _secret,
    "unread": _unread,
    "not_text": _not_text,
    "syntax": _syntax,
    "address": _address,
}


def _refused(refusal: Refusal) -> str:
    """A value that does not fit."""
    translate, name = QCoreApplication.translate, str(refusal.facts.get("name", ""))
    if name not in BY_NAME:
        return translate("settings", "{0} is not a setting.").format(plain(name, 80))
    if refusal.facts.get("why") == "password":
        return translate("settings", "Type the address without the password: it could be read here.")
    return translate("settings", "Type {0}.").format(allowed_words(BY_NAME[name]))


SPECIAL: dict[str, Callable[[Refusal], str]] = {"setting_refused": _refused}

"""Rules of the two languages: nothing untranslated, nothing that cannot be translated, both switched while running."""

from __future__ import annotations

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from resources import resource
from tests.paths import ROOT
from tests.widgets.shell_parts import dressed
from widgets import languages as tool
from widgets.figures.names import FORMULAS, NAMES
from widgets.languages import languages

SOURCES = [ROOT / "main.py", *sorted((ROOT / "widgets").rglob("*.py"))]
SAME_IN_BOTH = {"OEE", "QoS", "Sparkplug B", "{number}: {name}, {width} × {height}", "{shift} · {hours}"}
Message = tuple[str, str]


def messages(path: Path) -> dict[Message, list[str] | None]:
    """(context, source) -> its translated forms, None where there is no finished translation."""
    found: dict[Message, list[str] | None] = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            finished = translation.get("type") is None and all(forms)
            found[name, message.findtext("source") or ""] = forms if finished else None
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The .ts files as lupdate would write them from today's sources."""
    folder = tmp_path_factory.mktemp("i18n")
    for code in tool.CODES:
        shutil.copy(resource("i18n", f"gemba_{code}.ts"), folder)
    original = tool.resource
    tool.resource = lambda *parts: folder / parts[-1]  # type: ignore[assignment]
    try:
        tool.update(ROOT)
    finally:
        tool.resource = original
    return folder


def test_every_text_of_the_sources_is_translated_into_chinese(fresh: Path) -> None:
    missing = [key for key, forms in messages(fresh / "gemba_zh_CN.ts").items() if forms is None]
    assert missing == [], "run `python -m widgets.languages --update`, translate, and build"


def test_every_plural_has_its_two_english_forms(fresh: Path) -> None:
    found = messages(fresh / "gemba_en.ts")
    assert found
    assert [key for key, forms in found.items() if forms is None or len(forms) != 2] == []
    assert all("(s)" not in form for forms in found.values() for form in forms or [])


def test_no_translation_is_the_english_text(fresh: Path) -> None:
    same = {source for (_, source), forms in messages(fresh / "gemba_zh_CN.ts").items() if forms == [source]}
    words = {source for source in same if re.search("[A-Za-z]{2}", re.sub(r"\{\w*\}|%n", "", source))}
    assert words <= SAME_IN_BOTH


def gaps(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}|%n", text))


@pytest.mark.parametrize("code", tool.CODES)
def test_a_translation_keeps_every_gap_and_adds_none(fresh: Path, code: str) -> None:
    for (context, source), forms in messages(fresh / f"gemba_{code}.ts").items():
        for form in forms or []:
            assert gaps(form) == gaps(source), (context, source)


def test_chinese_sentences_end_as_chinese_sentences_do(fresh: Path) -> None:
    wrong = [
        source
        for (_, source), forms in messages(fresh / "gemba_zh_CN.ts").items()
        if source.endswith(".") and not source.endswith("…") and forms and not forms[0].endswith("。")
    ]
    assert wrong == []


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    """Every call of tr or translate in the sources, with the name that it is called by."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("tr", "translate", "_", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"):
                    yield path, node, name


def test_texts_are_written_so_that_lupdate_finds_them() -> None:
    seen = 0
    for path, call, name in calls():
        place = f"{path.relative_to(ROOT)}:{call.lineno}"
        assert name != "_", f"{place}: lupdate skips the name _"
        assert name != "tr" or isinstance(call.func, ast.Attribute), f"{place}: lupdate mis-files an alias of tr"
        assert not any(isinstance(argument, ast.JoinedStr) for argument in call.args), f"{place}: an f-string"
        seen += 1
    assert seen > 150, "the search finds too little: the test is blind"


def test_texts_given_to_translate_are_known_beforehand(fresh: Path) -> None:
    known = {source for _, source in messages(fresh / "gemba_zh_CN.ts")}
    for _, call, name in calls():
        text = call.args[0] if name == "tr" and call.args else call.args[1] if len(call.args) > 1 else None
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            assert text.value in known


def test_names_and_formulas_of_the_dictionary_are_chinese(qapp) -> None:
    dressed()
    languages.use("zh_CN")
    for text in (*NAMES.values(), *FORMULAS.values()):
        said = QCoreApplication.translate("metrics", str(text))
        assert text in SAME_IN_BOTH or re.search("[\u4e00-\u9fff]", said), text
    languages.use("en")


def test_qts_own_words_change_too(qapp, qtbot) -> None:
    dressed()
    languages.use("zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()
    languages.use("en")


def test_numbers_follow_the_language(qapp) -> None:
    dressed()
    languages.use("zh_CN")
    assert QLocale().language() == QLocale.Language.Chinese
    languages.use("en")
    assert QLocale().language() == QLocale.Language.English


def test_switching_a_hundred_times_leaves_one_set_of_translators(qapp) -> None:
    dressed()
    for _ in range(50):
        languages.use("zh_CN")
        languages.use("en")
    assert len(languages._loaded) == 1
    assert QCoreApplication.translate("words", "Running") == "Running"


def test_a_language_whose_file_is_missing_stays_english_and_says_so(qapp, tmp_path, monkeypatch, expected_log) -> None:
    dressed()
    monkeypatch.setattr(tool, "resource", lambda *parts: tmp_path / parts[-1])
    expected_log("no gemba translation for zh_CN")
    languages.use("zh_CN")
    assert QCoreApplication.translate("words", "Running") == "Running"
    monkeypatch.undo()
    languages.use("en")


def test_a_translation_that_was_not_built_yet_is_built_at_the_start(tmp_path, monkeypatch) -> None:
    shutil.copy(resource("i18n", "gemba_zh_CN.ts"), tmp_path)
    monkeypatch.setattr(tool, "resource", lambda *parts: tmp_path / parts[-1])
    assert tool.compiled("zh_CN").is_file()


def test_the_toggle_knows_the_other_language(qapp) -> None:
    dressed()
    assert languages.other() == "zh_CN"
    languages.use("zh_CN")
    assert languages.other() == "en"
    languages.use("en")
    QApplication.processEvents()

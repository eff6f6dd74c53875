"""Promise 13 where pictures of rounds come in, on screen: checked before decoding, stripped, a bomb refused at once."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QLabel

from console.app.queries.attachments import attachments_of
from console.domain.attachments import Attachment
from console.domain.checklists import Answer
from console.domain.commands.attachments import AddAttachment
from console.domain.commands.checklists import AnswerItem
from console.domain.commands.handovers import PrepareHandover
from console.domain.commands.safety import ReportSafety
from console.domain.handovers import handover_id
from console.domain.ids import new_id
from console.domain.people import Role
from console.domain.permissions import DEFAULTS, Reach
from console.domain.safety import Happened
from tests.records.picture_files import (
    broad_webp,
    claiming_jpeg,
    empty_png,
    encoded,
    large_png,
    photo,
    profile_bomb,
    telling_jpeg,
    text_bomb,
)
from tests.widgets.findings_parts import OPERATOR, Works
from widgets.attachments.strip import AttachmentStrip
from widgets.findings.form import NOBODY, FindingForm

pytestmark = pytest.mark.usefixtures("qapp")
BAD = {
    "large.png": large_png(),
    "claiming.jpg": claiming_jpeg(60_000, 60_000),
    "broad.webp": broad_webp(),
    "empty.png": empty_png(60_000, 60_000),
    "notes.jpg": b"just some words\n" * 40,
    "program.png": b"MZ" + bytes(90),
    "page.jpg": b"<html><script>alert(1)</script></html>",
}
SWOLLEN = {"text.png": text_bomb(), "profile.png": profile_bomb()}  # a small picture; what unpacks is beside it


@pytest.fixture(scope="module")
def works(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Works]:
    made = Works(tmp_path_factory.mktemp("console"))
    made.show(("here", lambda console: QLabel()))
    made.sign_in(OPERATOR)
    yield made
    made.close()


@pytest.fixture(scope="module")
def answer(works: Works) -> Answer:
    """An answer of a round that is going on."""
    run, item = works.round()
    assert works.do(AnswerItem(run, works.area, item, 2.0), who=OPERATOR) == []
    (found,) = works.ask(lambda desk: desk.find(Answer, run=run))
    assert isinstance(found, Answer)
    return found


def strip_of(works: Works, kind: str, record: str) -> AttachmentStrip:
    """The strip of a record, seen."""
    made = AttachmentStrip(works.console, kind, record, works.area)
    made.resize(800, 300)
    made.show()
    works.settle(1)
    return made


def all_refused(works: Works, strip: AttachmentStrip) -> None:
    """Each of the bad files is refused within a second, and nothing of them is kept."""
    for name, data in BAD.items():
        begun = time.perf_counter()
        strip.add([(data, name)])
        works.until(lambda: all(one.refusal for one in strip.arrivals.values()))
        took = time.perf_counter() - begun
        (arrival,) = strip.arrivals.values()
        print(f"{name}: refused ({arrival.refusal.code}) in {took * 1000:.0f} ms")  # type: ignore[union-attr]  # noqa: T201
        assert took < 1.0
        assert arrival.words.text()
        arrival.close_button.click()
    assert strip.shown == []


def none_unpacked(works: Works, strip: AttachmentStrip) -> None:
    """What would unpack beside a picture is thrown away with it, or the picture is refused; at once."""
    for name, data in SWOLLEN.items():
        before, begun = len(strip.shown), time.perf_counter()
        strip.add([(data, name)])
        works.until(lambda: any(one.refusal for one in strip.arrivals.values()) or len(strip.shown) > before)  # noqa: B023
        assert time.perf_counter() - begun < 1.0
        for arrival in list(strip.arrivals.values()):
            arrival.close_button.click()
    assert all(len(kept_bytes(works, each.attachment)) < 100_000 for each in strip.shown)


def kept_bytes(works: Works, attachment: Attachment) -> bytes:
    """What lies on the disk of it."""
    folder = works.console.attachments.folder  # type: ignore[union-attr]
    return (folder / attachment.sha256[:2] / attachment.sha256).read_bytes()


def is_stripped(works: Works, attachment: Attachment) -> None:
    """Nothing is left of what the camera wrote beside the picture."""
    data = kept_bytes(works, attachment)
    with Image.open(io.BytesIO(data)) as image:
        assert not image.getexif()
        assert "comment" not in image.info
    assert b"Exif" not in data
    assert b"GPS" not in data


def test_a_bomb_at_an_answer_is_refused_at_once(works: Works, answer: Answer) -> None:
    strip = strip_of(works, "checklist_answer", answer.id)
    all_refused(works, strip)
    none_unpacked(works, strip)
    strip.close()


def test_a_picture_of_an_answer_is_kept_without_what_tells_of_the_camera(works: Works, answer: Answer) -> None:
    strip = strip_of(works, "checklist_answer", answer.id)
    strip.add([(telling_jpeg(), "DSC_0001.jpg")])
    works.until(lambda: any(each.attachment.name == "DSC_0001.jpg" for each in strip.shown))
    is_stripped(works, next(each.attachment for each in strip.shown if each.attachment.name == "DSC_0001.jpg"))
    strip.close()


def test_a_bomb_at_a_finding_is_refused_at_once(works: Works) -> None:
    strip = strip_of(works, "finding", works.finding("Oil"))
    all_refused(works, strip)
    none_unpacked(works, strip)
    strip.close()


def test_pictures_that_came_with_a_finding_are_checked_and_stripped_too(works: Works) -> None:
    form = FindingForm(works.console, works.window, works.area)
    form.show()
    works.settle(1)
    assert form.strip is not None
    kept: list[str] = []
    form.kept.connect(kept.append)
    form.text.setPlainText("Leak")
    form.owner.setCurrentIndex(form.owner.findData(NOBODY))
    form.strip.add([(telling_jpeg(), "DSC_0002.jpg"), (large_png(), "bomb.png")])
    begun = time.perf_counter()
    form.submit()
    works.until(lambda: kept and any(one.refusal for one in form.strip.arrivals.values()))
    assert time.perf_counter() - begun < 1.5
    works.until(lambda: works.ask(attachments_of("finding", kept[0])))

    (shown,) = works.ask(attachments_of("finding", kept[0]))
    is_stripped(works, shown.attachment)
    form.reject()


def test_pictures_are_attached_to_every_kind_of_record_of_rounds_and_handovers(works: Works, answer: Answer) -> None:
    now = datetime.fromtimestamp(works.clock.at, UTC)
    event, ends = new_id(), now + timedelta(hours=1)
    begun = PrepareHandover(works.area, now.date(), "Early", ends - timedelta(hours=8), ends, "Late", (), (), 0)
    assert works.do(begun) == []
    assert works.do(ReportSafety(event, Happened.HAZARD, works.area, "Wet floor", now), who=OPERATOR) == []
    records = {
        "checklist_answer": answer.id,
        "finding": works.finding("Dust"),
        "red_tag": works.tag("Old motor"),
        "safety_event": event,
        "handover": handover_id(works.area, ends),
    }
    for kind, record in records.items():
        strip = strip_of(works, kind, record)
        before = len(strip.shown)
        strip.add([(encoded(photo(333, 222), "JPEG"), "a.jpg")])
        works.until(lambda strip=strip: not strip.busy or any(one.refusal for one in strip.arrivals.values()))
        works.settle()
        assert len(strip.shown) == before + 1, kind
        assert strip.shown[-1].attachment.place == works.area
        strip.close()


def test_a_help_picture_is_attached_to_a_checklist_by_who_may(works: Works) -> None:
    assert works.console.rounds is not None
    template = works.console.rounds.told.templates[0].template.id
    strip = AttachmentStrip(works.console, "checklist_template", template, "")
    strip.show()
    works.settle(1)
    strip.add([(encoded(photo(), "JPEG"), "how.jpg")])
    works.until(lambda: strip.shown)
    strip.close()


def test_who_works_may_attach_in_their_place_and_who_looks_on_may_not() -> None:
    name = AddAttachment.__name__
    assert DEFAULTS[Role.OPERATOR, name] is Reach.SCOPE
    assert (Role.VIEWER, name) not in DEFAULTS

"""Rules of what the Audits page shows while no round is open: begin, continue, what is planned, what waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.domain.audit_plans import AuditPlan, Rhythm, Stand
from console.domain.checklists import Going
from console.domain.commands import CONSOLE
from console.domain.commands.audits import AddFinding, SetAuditPlan, TagThing
from console.domain.commands.checklists import AnswerItem, BeginRun, DropRun, RetireChecklist
from console.domain.commands.safety import ReportSafety
from console.domain.ids import new_id
from console.domain.people import Grant, Role
from console.domain.safety import Happened
from tests.widgets.people_parts import PIN, added, person_id
from tests.widgets.run_parts import (
    FIVE_S,
    NOW,
    SHIPPED,
    STATION,
    Keys,
    ask,
    begin,
    do,
    focus,
    make_console,
    open_run,
    run_of,
    sign_in,
    wait,
)
from tests.widgets.shell_parts import dressed
from widgets.audits.page import AuditsPage
from widgets.audits.reading import past, sheet
from widgets.audits.words import AuditCounts
from widgets.languages import languages

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """Rounds of 5S are planned for two stations, due this morning; somebody has found something."""
    dressed()
    made = make_console(tmp_path_factory.mktemp("console"))
    me = made.session.person.id if made.session.person is not None else ""
    plan = AuditPlan(
        new_id(),
        "5S daily",
        FIVE_S.id,
        (STATION, "L2/10"),
        (me,),
        date(2026, 11, 21),
        "UTC",
        Rhythm.DAY,
        by=600,
        grace=1,
    )
    do(made, SetAuditPlan(plan))
    do(made, AddFinding(new_id(), STATION, "Oil under the press"))
    do(made, TagThing(new_id(), STATION, "Old jig", me, date(2026, 11, 28)))
    do(made, ReportSafety(new_id(), Happened.NEAR_MISS, STATION, "Trolley rolled", datetime.fromtimestamp(NOW, UTC)))
    wait(made, lambda: made.rounds is not None and made.rounds.standings and made.rounds.told.tags)
    yield made
    made.close()


@pytest.fixture(scope="module")
def shown(console: Console) -> Iterator[AuditsPage]:
    made = AuditsPage(console)
    made.resize(1600, 900)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def page(console: Console, shown: AuditsPage) -> AuditsPage:
    dressed()
    sign_in(console, Role.QUALITY)
    shown.set_scope(None)
    shown.show_all()
    focus(shown)
    return shown


def test_a_missed_round_stands_first_and_is_begun_with_one_key(console: Console, page: AuditsPage) -> None:
    rows = page.overview.planned.list.rows
    first = page.overview.standings()[0]
    assert first.stand is Stand.MISSED
    assert (rows[0].entry.right, rows[0].entry.role, rows[0].entry.act) == ("missed, due today 10:00", "bad", "Begin")
    assert rows[0].entry.detail == "yours"
    rows[0].setFocus()
    Keys().press(Qt.Key.Key_Return)
    wait(console, lambda: page.run)
    run = run_of(console, page.run)
    assert (run.plan, run.place, run.template, run.due) == (first.round.id, first.round.place, FIVE_S.id, first.due)
    page.show_all()
    wait(console, lambda: any(one.run is not None for one in page.overview.standings()))
    begun = next(one for one in page.overview.standings() if one.run is not None)
    wait(console, lambda: (entry := page.overview.planned.list.entry(begun.round.id)) and entry.act == "Continue")
    page.overview._take(begun.round.id)
    assert page.run == run.id


def test_what_waits_is_counted_and_opens_what_is_behind(console: Console, page: AuditsPage) -> None:
    opened: list[tuple[str, str]] = []
    page.open_requested.connect(lambda key, subject: opened.append((key, subject)))
    assert page.overview.counts["findings"].accessibleName() == "open findings: 1"
    assert page.overview.counts["tags"].accessibleName() == "red tags to decide: 1"
    for count in page.overview.counts.values():
        count.click()
    for button in page.overview.links.values():
        button.click()
    pages = ["findings", "findings", "findings", "auditplans", "findings", "auditplans", "checklists", "auditfigures"]
    assert [key for key, _ in opened] == pages


def test_an_open_round_says_who_began_it_and_how_far_it_is(console: Console, page: AuditsPage) -> None:
    run = begin(console, SHIPPED["Start of shift"].id, "L1")
    item = SHIPPED["Start of shift"].draft.items[0].id  # type: ignore[union-attr]
    do(console, AnswerItem(run=run, where="L1", item=item, value=1.0))
    wait(console, lambda: (entry := page.overview.open_runs.list.entry(run)) and "1 of" in entry.detail)
    entry = page.overview.open_runs.list.entry(run)
    assert entry is not None
    assert entry.title == "Start of shift · Housing"
    assert "begun by Quality" in entry.detail
    do(console, DropRun(run=run, where="L1", why="Fire drill"))
    wait(console, lambda: page.overview.open_runs.list.entry(run) is None)


def test_only_what_is_published_and_not_retired_is_offered(console: Console, page: AuditsPage) -> None:
    choice = page.overview.begin.checklist.control
    offered = [choice.itemText(i) for i in range(choice.count())]
    assert offered[:3] == ["5S", "5S office", "5S production"]
    assert not choice.model().item(0).isEnabled()
    gone = SHIPPED["5S office"].id
    do(console, RetireChecklist(gone, True))
    wait(console, lambda: choice.findData(gone) < 0)
    do(console, RetireChecklist(gone, False))
    wait(console, lambda: choice.findData(gone) >= 0)


def test_somebody_without_the_right_is_told_why_nothing_can_be_begun(console: Console, page: AuditsPage) -> None:
    console.session.view_as(None)
    console.session.sign_out()
    assert page.overview.begin.go.isEnabled()  # nobody is here: it asks for a sign-in
    sign_in(console, Role.ADMINISTRATOR)
    console.session.view_as(Role.VIEWER)
    QApplication.processEvents()
    try:
        assert not page.overview.begin.go.isEnabled()
        assert "this role may not do it" in page.overview.begin.said.text
        missed = next(one for one in page.overview.standings() if one.run is None)
        page.overview._take(missed.round.id)
        assert page.run == ""
    finally:
        console.session.view_as(None)


def test_the_form_opens_with_what_is_known_of_the_area(console: Console, page: AuditsPage) -> None:
    run = begin(console)
    open_run(console, page, run)
    wait(console, lambda: page.form.past.list.rows)
    opened: list[tuple[str, str]] = []
    page.open_requested.connect(lambda key, subject: opened.append((key, subject)))
    assert [row.entry.title for row in page.form.findings.list.rows] == ["Oil under the press", "Red tag: Old jig"]
    assert "Near miss: Trolley rolled" in [row.entry.title for row in page.form.past.list.rows]
    assert page.form.next.list.rows
    for card in (page.form.findings, page.form.past, page.form.next):
        card.list.rows[-1].click()
    assert [key for key, _ in opened] == ["findings", "safety", "auditplans"]


def test_the_scope_hides_what_is_elsewhere(console: Console, page: AuditsPage) -> None:
    area = next(iter(console.floor.plant.areas())).id
    page.set_scope(area)
    assert page.overview.planned.list.rows
    assert page.overview.counts["rounds"].accessibleName() != "rounds overdue or missed: 0"
    page.set_scope("no such area")
    assert page.overview.planned.list.rows == []
    assert page.overview.counts["rounds"].accessibleName() == "rounds overdue or missed: 0"
    assert page.overview.planned.list.empty.text().startswith("No round is planned")


def test_everything_is_said_in_chinese_too(console: Console, page: AuditsPage) -> None:
    languages.use("zh_CN")
    QApplication.processEvents()
    try:
        assert page.overview.begin.title.text() == "开始一次检查"
        assert "5S 生产现场" in page.overview.planned.list.rows[0].entry.title
    finally:
        languages.use("en")


def test_a_run_reads_back_from_its_own_end(console: Console, page: AuditsPage) -> None:
    run = begin(console, where="L2")
    do(console, DropRun(run=run, where="L2", why="Rain"), CONSOLE)
    told = ask(console, sheet(run))
    assert told.file.run.going is Going.DROPPED
    known = ask(console, past(told.file.run, ("L2", "L2/10"), datetime.fromtimestamp(NOW, UTC)))
    assert known.last is None
    assert known.points == ()
    assert ask(console, sheet("no such run")) is None


def test_numbers_are_said_as_people_say_them(console: Console, page: AuditsPage) -> None:
    assert (AuditCounts().overdue(1), AuditCounts().photos(2)) == ("overdue 1 day", "2 photos")
    languages.use("zh_CN")
    try:
        assert (AuditCounts().overdue(1), AuditCounts().photos(2)) == ("逾期 1 天", "照片 2 张")
    finally:
        languages.use("en")


def test_ones_own_open_rounds_stand_first(console: Console, page: AuditsPage) -> None:
    other = new_id()
    do(console, BeginRun(other, FIVE_S.id, STATION), CONSOLE)
    own = begin(console)
    rows = page.overview.open_runs.list
    wait(console, lambda: {own, other} <= {row.entry.key for row in rows.rows})
    order = [row.entry.key for row in rows.rows]
    assert order.index(own) < order.index(other)
    for run in (own, other):
        do(console, DropRun(run=run, where=STATION, why="over"), CONSOLE)


def test_whoever_may_only_act_at_one_line_is_offered_that_line(console: Console, page: AuditsPage) -> None:
    card = page.overview.begin
    card._picked = False
    for command in added("Operator 8", "8008", Grant(Role.OPERATOR, ("Suzhou", "Body", "L2"))):
        do(console, command, CONSOLE)
    console.session.sign_in(person_id("Operator 8"), PIN)
    wait(console, lambda: console.session.person is not None and console.session.person.number == "8008")
    wait(console, lambda: card.place.control.currentData() == "L2")
    assert card.go.isEnabled()
    sign_in(console, Role.QUALITY)
    wait(console, lambda: card.place.control.currentIndex() == 0)

from tests.widgets.test_stops_page import *
from tests.widgets.test_stops_page import line, window, page
def test_a(line, page):
    first = line.seen()[0]
    page.grid.selectRow(page.model.row_of(first.id))
    settle(line)
    print([ (s.id[:4], s.place, s.since.strftime("%H:%M:%S")) for s in line.seen()])
    print("rows", [(r.stop.id[:4]) for r in page.model.rows], "first", first.id[:4], "card", page.card.stop.id[:4], page.grid.selectionModel().selectedRows(), page.card.file.shown.stop.id[:4], page.card.file.after)
    assert 0
def test_b(line, page, window):
    shown = next(one for one in line.calls.open if one.call.place == "L1/20")
    line.give(ExplainCall(shown.call.id, "L1/20", "control", "Servo off"), "sue")
    page.grid.selectRow(page.model.row_of(line.seen()[1].id))
    settle(line)
    print(page.card.file.calls, page.card.picker._wanted, page.card.picker.reason, page.card.stop.place)
    assert 0

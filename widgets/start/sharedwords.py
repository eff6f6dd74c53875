"""Sharing in words: how it stands, what a test of the connection found, what joining and leaving mean."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from console.domain.errors import Refusal
from console.domain.joining import Account, Found, Tested
from console.domain.sharing import Link, Sharing
from widgets.numbers import decimal, whole
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import span

LOOKS = {
    Link.OFF: ("monitor", "text_faint"),
    Link.CONNECTING: ("hourglass", "text_muted"),
    Link.COPYING: ("download", "accent"),
    Link.SHARED: ("circle-check", "good"),
    Link.AWAY: ("cloud-off", "warning"),
    Link.REFUSED: ("circle-x", "bad"),
    Link.NEWER: ("triangle-alert", "warning"),
}
CLOCK = 2.0  # seconds that two clocks may differ before it is said
NAMED = 6  # other consoles that are named


class Counts(QObject):
    """Sentences with a number in them: lupdate knows plurals only as a method of an object."""

    def waiting(self, count: int) -> str:
        """What was not shared yet."""
        return self.tr("%Ln change(s) wait on this PC to be shared.", "", count)

    def kept(self, count: int) -> str:
        """What stays."""
        return self.tr("Nothing is deleted: all %Ln record(s) stay on this PC.", "", count)

    def to_share(self, count: int) -> str:
        """What goes to the others."""
        return self.tr("%Ln change(s) made here go to the others, in their order.", "", count)

    def to_come(self, count: int) -> str:
        """What comes from the others."""
        return self.tr("%Ln change(s) made by others come here.", "", count)

    def left(self, count: int) -> str:
        """What is not shared when somebody leaves."""
        return self.tr("%Ln change(s) are not shared yet; they wait for that day.", "", count)

    def more(self, count: int) -> str:
        """Those who are not named."""
        return self.tr("{0} and %n more", "", count)


def state_word(sharing: Sharing, now: datetime) -> str:
    """How it stands, in a few words."""
    translate = QCoreApplication.translate
    lasted = span(max(0.0, (now - sharing.since).total_seconds())) if sharing.since else ""
    match sharing.link:
        case Link.OFF:
            return translate("sharing", "Not shared")
        case Link.CONNECTING:
            return translate("sharing", "Connecting… {0}").format(lasted)
        case Link.COPYING:
            done, total = whole(sharing.done), whole(sharing.total)
            return translate("sharing", "Copying: {0} of {1} changes").format(done, total)
        case Link.SHARED:
            return translate("sharing", "Shared for {0}").format(lasted)
        case Link.AWAY:
            return translate("sharing", "The shared database has been away for {0}").format(lasted)
        case Link.REFUSED:
            return translate("sharing", "The shared database refuses this console")
        case Link.NEWER:
            return translate("sharing", "The shared database belongs to a newer program")


def state_sentence(sharing: Sharing) -> str:
    """Where it is and why it does not go, where it does not."""
    translate = QCoreApplication.translate
    if sharing.link is Link.OFF:
        return translate("sharing", "This console keeps its records for itself, on this PC.")
    place = plain(sharing.place, 160)
    return f"{place}\n{reason_words(sharing)}".strip()


def reason_words(sharing: Sharing) -> str:
    """Why it does not go; "" when all is well."""
    if not sharing.code:
        return plain(sharing.reason)
    refusal = Refusal(sharing.reason, place=sharing.place)
    refusal.code = sharing.code
    return words_of(refusal)


def state_next(sharing: Sharing) -> str:
    """What that means for the work, and what to do."""
    translate, waiting = QCoreApplication.translate, sharing.waiting
    wait = Counts().waiting(waiting) if waiting else ""
    match sharing.link:
        case Link.OFF:
            words = translate("sharing", "Name a database server below and all consoles that join it work together.")
        case Link.CONNECTING:
            words = ""
        case Link.COPYING:
            words = translate("sharing", "Work goes on meanwhile; every change is saved on this PC first.")
        case Link.SHARED:
            words = "" if waiting else translate("sharing", "Everything given here is shared.")
        case Link.AWAY:
            words = translate("sharing", "Work goes on: everything is saved on this PC. The console keeps trying.")
        case Link.REFUSED:
            words = translate("sharing", "Work goes on, but nothing is shared until the connection is corrected.")
        case Link.NEWER:
            words = translate("sharing", "What others do is shown. Update this console, so that it may share again.")
    return f"{words}\n{wait}".strip()


def others_words(names: tuple[str, ...]) -> str:
    """The other consoles by name; "" when there are none."""
    if not names:
        return ""
    comma = QCoreApplication.translate("sharing", ", ")
    told = comma.join(plain(name, 40) for name in names[:NAMED])
    if len(names) > NAMED:
        told = Counts().more(len(names) - NAMED).format(told)
    return QCoreApplication.translate("sharing", "Other consoles there: {0}").format(told)


# A test


def tested_words(tested: Tested) -> str:
    """Which server, how quick, how private, and whose tables."""
    translate = QCoreApplication.translate
    if tested.encrypted:
        way = translate("sharing", "encrypted ({0})").format(plain(tested.encrypted, 20))
    else:
        way = translate("sharing", "not encrypted")
    digits = 0 if tested.latency >= 10 else 1
    answers = translate("sharing", "{0} answers in {1} ms, {2}.")
    told = [answers.format(plain(tested.server, 40), decimal(tested.latency, digits), way), _found(tested)]
    if abs(tested.clock) > CLOCK:
        ahead, behind = (
            translate("sharing", "Its clock is {0} ahead of this PC's: let both follow one time server."),
            translate("sharing", "Its clock is {0} behind this PC's: let both follow one time server."),
        )
        told.append((ahead if tested.clock > 0 else behind).format(span(abs(tested.clock))))
    return "\n".join(told)


def _found(tested: Tested) -> str:
    translate = QCoreApplication.translate
    match tested.found:
        case Found.NONE:
            return translate("sharing", "The database is empty: joining makes its tables.")
        case Found.OURS:
            words = translate("sharing", "It holds {0} records and {1} changes.")
            return words.format(whole(tested.records), whole(tested.commands))
        case Found.OLDER:
            words = translate("sharing", "An older program made its tables ({0}): joining brings them up to {1}.")
            return words.format(tested.theirs, tested.ours)
        case Found.NEWER if tested.may_write:
            return translate("sharing", "A newer program made its tables, and lets this one work with them.")
        case Found.NEWER:
            return translate(
                "sharing",
                "A newer program made its tables: this one can only read there. Update this console before joining.",
            )


def account_words(account: Account) -> Iterator[str]:
    """What will happen to the records on this PC, one sentence after the other."""
    translate, tested = QCoreApplication.translate, account.tested
    if account.known:
        yield translate("sharing", "This console shared with this database before, and goes on where it stopped.")
    yield Counts().kept(account.records)
    if account.to_share:
        yield Counts().to_share(account.to_share)
    else:
        yield translate("sharing", "Nothing made here waits to go to the others.")
    if account.to_come:
        yield Counts().to_come(account.to_come)
    if account.to_come and account.to_share:
        yield translate(
            "sharing",
            "Where both changed the same record, what is there already holds: your console tells you each change of"
            " yours that did not pass, and the trail keeps it.",
        )
    if names := others_words(tuple(other.name or other.console for other in tested.others)):
        yield names


def leaving_words(sharing: Sharing) -> str:
    """What leaving means."""
    translate = QCoreApplication.translate
    told = [
        translate("sharing", "All records stay, on this PC and in the shared database."),
        translate("sharing", "From then on neither side hears of the other's changes, until this console joins again."),
    ]
    if sharing.waiting:
        told.append(Counts().left(sharing.waiting))
    return "\n".join(told)

"""Rules as they are saved and as somebody has them edited, at one console and before anything is saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from console.domain.callrules import CallRule
from console.domain.commands.andon import SetCallRule
from console.domain.desk import Kept


class Drafts:
    """What is saved comes in by `take`; what is edited stays until it is saved or undone."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept[CallRule]] = {}
        self._drafts: dict[str, CallRule] = {}
        self._seen: dict[str, int] = {}  # the version that a draft began from, 0 = it is new
        self._mine: set[str] = set()  # rules that were changed from here since they were read

    def take(self, kept: Iterable[Kept[CallRule]]) -> set[str]:
        """What the records hold now; the rules that somebody else has changed while they are edited here."""
        self._kept = {one.value.id: one for one in kept}
        for id in [id for id, draft in self._drafts.items() if id in self._kept and self._kept[id].value == draft]:
            self.undo(id)
        changed = set()
        for id, draft in self._drafts.items():
            now = self._kept.get(id)
            version = now.version if now is not None else 0  # 0: somebody removed it, and saving puts it back
            if now is not None and id not in self._mine and self._seen.get(id, version) != version:
                changed.add(id)
            self._seen[id] = version
            self._drafts[id] = replace(draft, order=now.value.order) if now is not None else draft
        self._mine.clear()
        return changed

    # Asking

    def rules(self) -> list[CallRule]:
        """Every rule as it stands, in its order."""
        every = {id: one.value for id, one in self._kept.items()} | self._drafts
        return sorted(every.values(), key=lambda rule: (rule.order, rule.id))

    def rule(self, id: str) -> CallRule | None:
        """One of them."""
        kept = self._kept.get(id)
        return self._drafts.get(id) or (kept.value if kept else None)

    def kept(self, id: str) -> Kept[CallRule] | None:
        """The same as it is saved."""
        return self._kept.get(id)

    def all_kept(self) -> list[Kept[CallRule]]:
        """Everything that is saved."""
        return list(self._kept.values())

    def edited(self, id: str) -> bool:
        """Whether it is otherwise than it is saved, or not saved at all."""
        return id in self._drafts

    def version(self, id: str) -> int:
        """The version that the edited rule replaces."""
        return self._seen.get(id, self._kept[id].version if id in self._kept else 0)

    def last_order(self) -> int:
        """Where the last rule stands."""
        return max((rule.order for rule in self.rules()), default=0)

    def moved(self, id: str, step: int) -> list[SetCallRule]:
        """What puts a saved rule one place further up (-1) or down (1); nothing where it is at the end."""
        saved = sorted(self._kept.values(), key=lambda one: (one.value.order, one.value.id))
        at = next((row for row, one in enumerate(saved) if one.value.id == id), -1)
        to = at + step
        if at < 0 or not 0 <= to < len(saved):
            return []
        saved[at], saved[to] = saved[to], saved[at]
        others = [(order, one) for order, one in enumerate(saved, 1) if one.value.order != order]
        self._mine |= {one.value.id for _, one in others}
        return [SetCallRule(replace(one.value, order=order), one.version) for order, one in others]

    # Changing

    def begin(self, rule: CallRule) -> None:
        """A new rule that is not saved yet."""
        self._drafts[rule.id], self._seen[rule.id] = rule, 0

    def edit(self, rule: CallRule) -> None:
        """A rule stands so now."""
        kept = self._kept.get(rule.id)
        if kept is not None and kept.value == rule:
            self.undo(rule.id)
            return
        self._seen.setdefault(rule.id, kept.version if kept else 0)
        self._drafts[rule.id] = rule

    def undo(self, id: str) -> None:
        """As it is saved; one that is not saved is gone."""
        self._drafts.pop(id, None)
        self._seen.pop(id, None)

    def saved(self, rule: CallRule) -> None:
        """It was saved so; edits that were made since then stay."""
        if self._drafts.get(rule.id) == rule:
            self.undo(rule.id)
        self._mine.add(rule.id)
        self._kept[rule.id] = Kept(rule, 0, "", False)  # until it is read anew

    def removed(self, rule: CallRule) -> None:
        """It was removed; it stays here as one that is not saved."""
        self._kept.pop(rule.id, None)
        self._drafts.setdefault(rule.id, rule)
        self._seen[rule.id] = 0

    def switched(self, rule: CallRule) -> None:
        """It was switched on or off as it is saved; what is edited is switched, too."""
        if rule.id in self._drafts:
            self._drafts[rule.id] = replace(self._drafts[rule.id], active=rule.active)
        self._mine.add(rule.id)

"""How what was learned is written down, and that it helped."""

from __future__ import annotations

from dataclasses import replace

from console.app import sources
from console.app.handlers import handles
from console.domain.commands import Stamp
from console.domain.commands.actions import UseArticle, WriteArticle
from console.domain.desk import Desk, Missing
from console.domain.knowledge import Article, ArticleUse, checked, use_id


@handles(WriteArticle)
def write_article(desk: Desk, stamp: Stamp, command: WriteArticle) -> None:
    """Keep a new article, or what an old one says from now on; whom it came from and when stays."""
    before = desk.get(Article, command.id)
    desk.expect(Article, command.id, command.version)
    if before is None and command.record:
        sources.place_of(desk, command.kind, command.record)
    home = (command.where,) if command.where else ()
    said = Article(
        command.id,
        command.title,
        command.text,
        stamp.at,
        stamp.who,
        (*home, *command.more_places) if home else (),
        command.categories,
        command.codes,
        command.abouts,
        command.causes,
        command.keywords,
        command.kind,
        command.record,
        active=command.active,
    )
    if before is not None:
        kept = {"made": before.made, "made_by": before.made_by, "kind": before.kind, "record": before.record}
        said = replace(said, changed=stamp.at, changed_by=stamp.who, **kept)  # type: ignore[arg-type]
    desk.put(checked(said))


@handles(UseArticle)
def use_article(desk: Desk, stamp: Stamp, command: UseArticle) -> None:
    """Keep that it helped, once for each record."""
    desk.need(Article, command.article)
    if sources.place_of(desk, command.kind, command.record) != command.where:
        raise Missing(kind=command.kind, id=command.record)
    id = use_id(command.article, command.kind, command.record)
    if desk.get(ArticleUse, id) is None:
        about = (command.article, command.kind, command.record, command.where)
        desk.put(ArticleUse(id, *about, stamp.at, stamp.who))

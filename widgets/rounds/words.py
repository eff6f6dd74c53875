"""What people read when something cannot be done with checklists, rounds, safety or handovers."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

REFUSED = {
    "form_unfit": QT_TRANSLATE_NOOP("refusals", "The checklist cannot be so. Look at the item that is marked."),
    "nothing_to_publish": QT_TRANSLATE_NOOP(
        "refusals", "There is no draft that differs from what is published. Edit the checklist first."
    ),
    "template_retired": QT_TRANSLATE_NOOP(
        "refusals", "This checklist is not offered any more. Offer it again, or choose another one."
    ),
    "run_over": QT_TRANSLATE_NOOP("refusals", "The round was signed or dropped meanwhile. Nothing more is taken."),
    "answer_unfit": QT_TRANSLATE_NOOP(
        "refusals", "This is no answer to the item. Choose one that is offered, or say why it does not apply."
    ),
    "run_unfinished": QT_TRANSLATE_NOOP(
        "refusals", "Some items have no answer yet. Answer them, or say that they do not apply."
    ),
    "evidence_missing": QT_TRANSLATE_NOOP("refusals", "Some items want a picture. Add one to each of them."),
    "findings_missing": QT_TRANSLATE_NOOP("refusals", "Weak answers want a finding, or words on why none is needed."),
    "checklist_file_unfit": QT_TRANSLATE_NOOP(
        "refusals", "This file holds no checklist that can be read ({path}). Export one to see how it looks."
    ),
    "audit_plan_unfit": QT_TRANSLATE_NOOP("refusals", "The plan cannot be so. Look at the field that is marked."),
    "round_not_missed": QT_TRANSLATE_NOOP(
        "refusals", "There is nothing to decide: the round is not over time, or it was made."
    ),
    "finding_unfit": QT_TRANSLATE_NOOP("refusals", "A finding says where and what it is."),
    "finding_gone": QT_TRANSLATE_NOOP("refusals", "The finding was withdrawn already."),
    "tag_unfit": QT_TRANSLATE_NOOP("refusals", "The red tag cannot be so. Look at the field that is marked."),
    "tag_decided": QT_TRANSLATE_NOOP("refusals", "Somebody has decided about this red tag already."),
    "safety_unfit": QT_TRANSLATE_NOOP("refusals", "The report cannot be so. Look at the field that is marked."),
    "safety_closed": QT_TRANSLATE_NOOP("refusals", "The report was closed already."),
    "route_unfit": QT_TRANSLATE_NOOP(
        "refusals", "The route cannot be so. Each section has one point, each code is there once."
    ),
    "point_unknown": QT_TRANSLATE_NOOP("refusals", "No point of this round has this code, or it was scanned already."),
    "crew_unfit": QT_TRANSLATE_NOOP(
        "refusals", "The crew cannot be so: its name is taken, or somebody is in another crew."
    ),
    "briefing_held": QT_TRANSLATE_NOOP("refusals", "The briefing was held already."),
    "handover_frozen": QT_TRANSLATE_NOOP(
        "refusals", "The outgoing shift has signed: nothing in it is changed any more."
    ),
    "handover_early": QT_TRANSLATE_NOOP(
        "refusals", "The shift has not nearly ended. It can be handed over from two hours before its end."
    ),
    "stops_unexplained": QT_TRANSLATE_NOOP(
        "refusals",
        "{stops} stops of the shift have no reason. Explain them, or ask a supervisor to sign with a reason.",
    ),
    "not_handed_over": QT_TRANSLATE_NOOP("refusals", "The outgoing shift has not signed yet, or all of it is sealed."),
    "items_unanswered": QT_TRANSLATE_NOOP("refusals", "Each open item is accepted or disputed before you sign."),
    "reply_unfit": QT_TRANSLATE_NOOP("refusals", "Say in words what was said about it."),
    "same_hands": QT_TRANSLATE_NOOP("refusals", "Who hands over cannot take over."),
    "not_sealed": QT_TRANSLATE_NOOP("refusals", "It is not sealed, or somebody changed it: open it again."),
    "text_wanted": QT_TRANSLATE_NOOP("refusals", "Words are needed here."),
}

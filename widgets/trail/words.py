"""What people read about the trail: kinds and fields of records, values, verdicts, alterations that were found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.app.queries.trail import LineShown
from console.domain.commands import CONSOLE
from console.domain.errors import Refusal
from console.domain.people import Role
from console.domain.tampering import Tampered, Tampering, What
from console.domain.trail import Verdict
from widgets.commands import command_words
from widgets.people.words import role_word
from widgets.plain import plain

REFUSED: dict[str, str] = {
    "reason_needed": QT_TRANSLATE_NOOP("refusals", "Say why: whoever reads it later has only these words."),
    "tampering_answered": QT_TRANSLATE_NOOP("refusals", "Somebody has answered for this already."),
    "tampering_not_mendable": QT_TRANSLATE_NOOP(
        "refusals", "This cannot be put back: the trail does not account for an earlier state of this record."
    ),
}
KINDS: dict[str, str] = {
    "person": QT_TRANSLATE_NOOP("records", "Person"),
    "credential": QT_TRANSLATE_NOOP("records", "PIN and badge"),
    "operation": QT_TRANSLATE_NOOP("records", "Operation"),
    "skill": QT_TRANSLATE_NOOP("records", "Skill"),
    "permission": QT_TRANSLATE_NOOP("records", "Permission"),
    "attachment": QT_TRANSLATE_NOOP("records", "Picture or file"),
    "tampering": QT_TRANSLATE_NOOP("records", "Alteration found"),
    "andon_call": QT_TRANSLATE_NOOP("records", "Call"),
    "andon_step": QT_TRANSLATE_NOOP("records", "Step of a call"),
    "andon_category": QT_TRANSLATE_NOOP("records", "Call category"),
    "stop": QT_TRANSLATE_NOOP("records", "Stop"),
    "stop_reason": QT_TRANSLATE_NOOP("records", "Reason of stops"),
    "call_rule": QT_TRANSLATE_NOOP("records", "Rule that raises calls"),
    "alarm_shelf": QT_TRANSLATE_NOOP("records", "Shelved alarm"),
    "baseline": QT_TRANSLATE_NOOP("records", "Time to compare with"),
    "notice_channel": QT_TRANSLATE_NOOP("records", "Way on which people are told"),
    "contact": QT_TRANSLATE_NOOP("records", "How somebody is reached"),
    "notice": QT_TRANSLATE_NOOP("records", "Message to people"),
    "duty": QT_TRANSLATE_NOOP("records", "Duty"),
    "absence": QT_TRANSLATE_NOOP("records", "Absence"),
    "comment": QT_TRANSLATE_NOOP("records", "Comment"),
    "action": QT_TRANSLATE_NOOP("records", "Action"),
    "action_step": QT_TRANSLATE_NOOP("records", "Step of an action"),
    "review": QT_TRANSLATE_NOOP("records", "Review"),
    "article": QT_TRANSLATE_NOOP("records", "Article"),
    "article_use": QT_TRANSLATE_NOOP("records", "Use of an article"),
    "control_chart": QT_TRANSLATE_NOOP("records", "Control chart"),
    "early_warning": QT_TRANSLATE_NOOP("records", "Early warning"),
    "warning_rule": QT_TRANSLATE_NOOP("records", "Rule of early warning"),
    "saved_question": QT_TRANSLATE_NOOP("records", "Question"),
    "trend_note": QT_TRANSLATE_NOOP("records", "Note on the time axis"),
    "trend_view": QT_TRANSLATE_NOOP("records", "View of trends"),
    "work_order": QT_TRANSLATE_NOOP("records", "Work order"),
    "order_confirmation": QT_TRANSLATE_NOOP("records", "Confirmed output"),
    "flow_step": QT_TRANSLATE_NOOP("records", "Move on the board"),
    "flow_column": QT_TRANSLATE_NOOP("records", "Column of the board"),
    "product": QT_TRANSLATE_NOOP("records", "Product"),
    "line_stock": QT_TRANSLATE_NOOP("records", "Stock at a line"),
    "replenishment": QT_TRANSLATE_NOOP("records", "Replenishment card"),
    "stock_booking": QT_TRANSLATE_NOOP("records", "Booked use of material"),
    "stock_count": QT_TRANSLATE_NOOP("records", "Count of material"),
    "changeover": QT_TRANSLATE_NOOP("records", "Changeover time"),
    "exchange_map": QT_TRANSLATE_NOOP("records", "Reading of order files"),
    "trail": QT_TRANSLATE_NOOP("records", "Trail"),
    "touched": QT_TRANSLATE_NOOP("records", "Index of the trail"),
    "audit_plan": QT_TRANSLATE_NOOP("records", "Plan of rounds"),
    "audit_decision": QT_TRANSLATE_NOOP("records", "Decision about a missed round"),
    "finding": QT_TRANSLATE_NOOP("records", "Finding"),
    "red_tag": QT_TRANSLATE_NOOP("records", "Red tag"),
    "safety_event": QT_TRANSLATE_NOOP("records", "Safety report"),
    "checklist_template": QT_TRANSLATE_NOOP("records", "Checklist"),
    "checklist_version": QT_TRANSLATE_NOOP("records", "Version of a checklist"),
    "checklist_run": QT_TRANSLATE_NOOP("records", "Round"),
    "checklist_answer": QT_TRANSLATE_NOOP("records", "Answer to an item"),
    "patrol_route": QT_TRANSLATE_NOOP("records", "Route of a patrol"),
    "check_in": QT_TRANSLATE_NOOP("records", "Check-in at a point"),
    "handover": QT_TRANSLATE_NOOP("records", "Shift handover"),
    "handover_correction": QT_TRANSLATE_NOOP("records", "Correction of a handover"),
    "crew": QT_TRANSLATE_NOOP("records", "Crew"),
    "briefing": QT_TRANSLATE_NOOP("records", "Briefing"),
}
FIELDS: dict[str, str] = {
    "booked": QT_TRANSLATE_NOOP("records", "Booked"),
    "counted": QT_TRANSLATE_NOOP("records", "Counted"),
    "finished_by": QT_TRANSLATE_NOOP("records", "Finished by"),
    "taken": QT_TRANSLATE_NOOP("records", "On its way since"),
    "taken_by": QT_TRANSLATE_NOOP("records", "Brought by"),
    "about": QT_TRANSLATE_NOOP("records", "About"),
    "abouts": QT_TRANSLATE_NOOP("records", "Also about"),
    "acknowledge_within": QT_TRANSLATE_NOOP("records", "Acknowledge within (s)"),
    "acknowledged": QT_TRANSLATE_NOOP("records", "Acknowledged"),
    "acknowledged_by": QT_TRANSLATE_NOOP("records", "Acknowledged by"),
    "action": QT_TRANSLATE_NOOP("records", "Action"),
    "active": QT_TRANSLATE_NOOP("records", "Active"),
    "address": QT_TRANSLATE_NOOP("records", "Address"),
    "answered": QT_TRANSLATE_NOOP("records", "Answered"),
    "answered_by": QT_TRANSLATE_NOOP("records", "Answered by"),
    "answers": QT_TRANSLATE_NOOP("records", "Answers"),
    "area": QT_TRANSLATE_NOOP("records", "Area"),
    "areas": QT_TRANSLATE_NOOP("records", "Areas"),
    "around_clock": QT_TRANSLATE_NOOP("records", "Around the clock"),
    "arrive_within": QT_TRANSLATE_NOOP("records", "On site within (s)"),
    "arrived": QT_TRANSLATE_NOOP("records", "On site"),
    "arrived_by": QT_TRANSLATE_NOOP("records", "On site: who"),
    "article": QT_TRANSLATE_NOOP("records", "Article"),
    "asks": QT_TRANSLATE_NOOP("records", "Additional fields"),
    "assessed": QT_TRANSLATE_NOOP("records", "Assessed"),
    "at": QT_TRANSLATE_NOOP("records", "Time"),
    "badge": QT_TRANSLATE_NOOP("records", "Badge"),
    "baseline": QT_TRANSLATE_NOOP("records", "Time to compare with"),
    "because": QT_TRANSLATE_NOOP("records", "Because"),
    "against": QT_TRANSLATE_NOOP("records", "Compared with"),
    "columns": QT_TRANSLATE_NOOP("records", "And by"),
    "compared": QT_TRANSLATE_NOOP("records", "Compared"),
    "crews": QT_TRANSLATE_NOOP("records", "Crews"),
    "length": QT_TRANSLATE_NOOP("records", "Length (s)"),
    "lines": QT_TRANSLATE_NOOP("records", "Lines"),
    "measure": QT_TRANSLATE_NOOP("records", "Figure"),
    "pens": QT_TRANSLATE_NOOP("records", "Pens"),
    "products": QT_TRANSLATE_NOOP("records", "Products"),
    "reports": QT_TRANSLATE_NOOP("records", "Answered in reports"),
    "rows": QT_TRANSLATE_NOOP("records", "By"),
    "shared": QT_TRANSLATE_NOOP("records", "Shared"),
    "shifts": QT_TRANSLATE_NOOP("records", "Shifts"),
    "span": QT_TRANSLATE_NOOP("records", "Time"),
    "began": QT_TRANSLATE_NOOP("records", "Began"),
    "begun": QT_TRANSLATE_NOOP("records", "Waiting since"),
    "begun_by": QT_TRANSLATE_NOOP("records", "Begun by"),
    "below": QT_TRANSLATE_NOOP("records", "Below the limit"),
    "blocked": QT_TRANSLATE_NOOP("records", "Blocked by"),
    "by": QT_TRANSLATE_NOOP("records", "By"),
    "calendar": QT_TRANSLATE_NOOP("records", "Shift calendar"),
    "call": QT_TRANSLATE_NOOP("records", "Call"),
    "called": QT_TRANSLATE_NOOP("records", "Name"),
    "categories": QT_TRANSLATE_NOOP("records", "Categories"),
    "category": QT_TRANSLATE_NOOP("records", "Category"),
    "cause": QT_TRANSLATE_NOOP("records", "Cause"),
    "causes": QT_TRANSLATE_NOOP("records", "Causes"),
    "center": QT_TRANSLATE_NOOP("records", "Center"),
    "changed": QT_TRANSLATE_NOOP("records", "Changed"),
    "changed_by": QT_TRANSLATE_NOOP("records", "Changed by"),
    "channel": QT_TRANSLATE_NOOP("records", "Way out"),
    "chart": QT_TRANSLATE_NOOP("records", "Control chart"),
    "chatter": QT_TRANSLATE_NOOP("records", "Chattering from"),
    "chatter_window": QT_TRANSLATE_NOOP("records", "Chattering within (s)"),
    "checked": QT_TRANSLATE_NOOP("records", "Effect checked"),
    "checked_by": QT_TRANSLATE_NOOP("records", "Effect checked by"),
    "cleared": QT_TRANSLATE_NOOP("records", "Over since"),
    "closed": QT_TRANSLATE_NOOP("records", "Closed"),
    "closed_by": QT_TRANSLATE_NOOP("records", "Closed by"),
    "code": QT_TRANSLATE_NOOP("records", "Code"),
    "codes": QT_TRANSLATE_NOOP("records", "Codes"),
    "command": QT_TRANSLATE_NOOP("records", "Command"),
    "console": QT_TRANSLATE_NOOP("records", "Console"),
    "contact": QT_TRANSLATE_NOOP("records", "Contact"),
    "contained": QT_TRANSLATE_NOOP("records", "Contained"),
    "contained_by": QT_TRANSLATE_NOOP("records", "Contained by"),
    "containment": QT_TRANSLATE_NOOP("records", "Containment"),
    "count": QT_TRANSLATE_NOOP("records", "Count"),
    "countermeasure": QT_TRANSLATE_NOOP("records", "Countermeasure"),
    "day": QT_TRANSLATE_NOOP("records", "Day"),
    "days": QT_TRANSLATE_NOOP("records", "Days of the week"),
    "delay": QT_TRANSLATE_NOOP("records", "Delay (s)"),
    "delivered": QT_TRANSLATE_NOOP("records", "Delivered"),
    "done": QT_TRANSLATE_NOOP("records", "Done"),
    "done_by": QT_TRANSLATE_NOOP("records", "Done by"),
    "dropped": QT_TRANSLATE_NOOP("records", "Dropped because"),
    "due": QT_TRANSLATE_NOOP("records", "Due"),
    "effect": QT_TRANSLATE_NOOP("records", "Effect"),
    "effect_days": QT_TRANSLATE_NOOP("records", "Days until the effect check"),
    "effect_due": QT_TRANSLATE_NOOP("records", "Effect check"),
    "end": QT_TRANSLATE_NOOP("records", "End"),
    "ended": QT_TRANSLATE_NOOP("records", "Ended"),
    "ended_by": QT_TRANSLATE_NOOP("records", "Ended by"),
    "evidence": QT_TRANSLATE_NOOP("records", "Evidence"),
    "expected": QT_TRANSLATE_NOOP("records", "Expected"),
    "expires": QT_TRANSLATE_NOOP("records", "Expires"),
    "explained": QT_TRANSLATE_NOOP("records", "Explained"),
    "facts": QT_TRANSLATE_NOOP("records", "Evidence"),
    "failures": QT_TRANSLATE_NOOP("records", "Wrong PINs"),
    "field": QT_TRANSLATE_NOOP("records", "Field"),
    "finding": QT_TRANSLATE_NOOP("records", "Finding"),
    "first": QT_TRANSLATE_NOOP("records", "First day"),
    "first_day": QT_TRANSLATE_NOOP("records", "First day"),
    "found": QT_TRANSLATE_NOOP("records", "Found"),
    "grants": QT_TRANSLATE_NOOP("records", "Roles"),
    "grouping": QT_TRANSLATE_NOOP("records", "Grouping"),
    "handed": QT_TRANSLATE_NOOP("records", "Told to the next shift"),
    "handle": QT_TRANSLATE_NOOP("records", "Name in the chat"),
    "horizon": QT_TRANSLATE_NOOP("records", "Warns ahead (s)"),
    "hysteresis": QT_TRANSLATE_NOOP("records", "Hysteresis"),
    "judged": QT_TRANSLATE_NOOP("records", "Judged"),
    "judged_at": QT_TRANSLATE_NOOP("records", "Judged at"),
    "judged_by": QT_TRANSLATE_NOOP("records", "Judged by"),
    "keywords": QT_TRANSLATE_NOOP("records", "Keywords"),
    "kind": QT_TRANSLATE_NOOP("records", "Kind"),
    "ladder": QT_TRANSLATE_NOOP("records", "Escalation ladder"),
    "language": QT_TRANSLATE_NOOP("records", "Language"),
    "last": QT_TRANSLATE_NOOP("records", "Last command"),
    "last_day": QT_TRANSLATE_NOOP("records", "Last day"),
    "last_failure": QT_TRANSLATE_NOOP("records", "Last wrong PIN"),
    "lesson": QT_TRANSLATE_NOOP("records", "One-point lesson wanted"),
    "level": QT_TRANSLATE_NOOP("records", "Level"),
    "levels": QT_TRANSLATE_NOOP("records", "Levels"),
    "limit": QT_TRANSLATE_NOOP("records", "Limit"),
    "line": QT_TRANSLATE_NOOP("records", "Production line"),
    "loss": QT_TRANSLATE_NOOP("records", "Of the six big losses"),
    "lower": QT_TRANSLATE_NOOP("records", "Lower specification limit"),
    "machine": QT_TRANSLATE_NOOP("records", "What the machine says"),
    "made": QT_TRANSLATE_NOOP("records", "Made"),
    "made_by": QT_TRANSLATE_NOOP("records", "Made by"),
    "mail": QT_TRANSLATE_NOOP("records", "E-mail"),
    "mended": QT_TRANSLATE_NOOP("records", "Put back"),
    "mentions": QT_TRANSLATE_NOOP("records", "Mentions"),
    "merged_into": QT_TRANSLATE_NOOP("records", "Merged into"),
    "mobile": QT_TRANSLATE_NOOP("records", "Mobile"),
    "move": QT_TRANSLATE_NOOP("records", "Step"),
    "name": QT_TRANSLATE_NOOP("records", "Name"),
    "needed": QT_TRANSLATE_NOOP("records", "Needed"),
    "needs_cause": QT_TRANSLATE_NOOP("records", "Wants a cause"),
    "needs_countermeasure": QT_TRANSLATE_NOOP("records", "Wants a countermeasure"),
    "note": QT_TRANSLATE_NOOP("records", "Note"),
    "noted": QT_TRANSLATE_NOOP("records", "Noted"),
    "noted_by": QT_TRANSLATE_NOOP("records", "Noted by"),
    "number": QT_TRANSLATE_NOOP("records", "Number"),
    "of": QT_TRANSLATE_NOOP("records", "Pieces counted by"),
    "off_delay": QT_TRANSLATE_NOOP("records", "Off delay (s)"),
    "on_call": QT_TRANSLATE_NOOP("records", "On call"),
    "operation": QT_TRANSLATE_NOOP("records", "Operation"),
    "order": QT_TRANSLATE_NOOP("records", "Order"),
    "other_days": QT_TRANSLATE_NOOP("records", "Other days"),
    "outcome": QT_TRANSLATE_NOOP("records", "What was done"),
    "over": QT_TRANSLATE_NOOP("records", "Tell the end too"),
    "owner": QT_TRANSLATE_NOOP("records", "Owner"),
    "parent": QT_TRANSLATE_NOOP("records", "Group"),
    "people": QT_TRANSLATE_NOOP("records", "People"),
    "per_piece": QT_TRANSLATE_NOOP("records", "Needed for a piece"),
    "person": QT_TRANSLATE_NOOP("records", "Person"),
    "persons": QT_TRANSLATE_NOOP("records", "People"),
    "phase": QT_TRANSLATE_NOOP("records", "Phase"),
    "phases": QT_TRANSLATE_NOOP("records", "Phases"),
    "pin": QT_TRANSLATE_NOOP("records", "PIN"),
    "place": QT_TRANSLATE_NOOP("records", "Place"),
    "places": QT_TRANSLATE_NOOP("records", "Places"),
    "planned": QT_TRANSLATE_NOOP("records", "Planned"),
    "points": QT_TRANSLATE_NOOP("records", "Points"),
    "priority": QT_TRANSLATE_NOOP("records", "Priority"),
    "raised": QT_TRANSLATE_NOOP("records", "Raised"),
    "raised_by": QT_TRANSLATE_NOOP("records", "Raised by"),
    "ran": QT_TRANSLATE_NOOP("records", "Ran in between"),
    "reach": QT_TRANSLATE_NOOP("records", "Reach"),
    "reason": QT_TRANSLATE_NOOP("records", "Reason"),
    "recipient": QT_TRANSLATE_NOOP("records", "Recipient"),
    "recipients": QT_TRANSLATE_NOOP("records", "Recipients"),
    "record": QT_TRANSLATE_NOOP("records", "Record"),
    "refs": QT_TRANSLATE_NOOP("records", "Evidence"),
    "refuted": QT_TRANSLATE_NOOP("records", "Refuted"),
    "rejected": QT_TRANSLATE_NOOP("records", "Rejected because"),
    "reminded": QT_TRANSLATE_NOOP("records", "Reminded up to"),
    "reopened": QT_TRANSLATE_NOOP("records", "Reopened"),
    "repeated": QT_TRANSLATE_NOOP("records", "Heard again"),
    "repeats": QT_TRANSLATE_NOOP("records", "Repeats"),
    "resolve_within": QT_TRANSLATE_NOOP("records", "Resolve within (s)"),
    "resolved": QT_TRANSLATE_NOOP("records", "Resolved"),
    "resolved_by": QT_TRANSLATE_NOOP("records", "Resolved by"),
    "review_from": QT_TRANSLATE_NOOP("records", "Review from"),
    "review_repeats": QT_TRANSLATE_NOOP("records", "Review after repeats"),
    "right": QT_TRANSLATE_NOOP("records", "Right PIN"),
    "role": QT_TRANSLATE_NOOP("records", "Role"),
    "root_cause": QT_TRANSLATE_NOOP("records", "Root cause"),
    "row": QT_TRANSLATE_NOOP("records", "Record"),
    "rule": QT_TRANSLATE_NOOP("records", "Rule"),
    "rules": QT_TRANSLATE_NOOP("records", "Rules"),
    "running_only": QT_TRANSLATE_NOOP("records", "Only while it runs"),
    "said": QT_TRANSLATE_NOOP("records", "Said"),
    "scope": QT_TRANSLATE_NOOP("records", "Where"),
    "security": QT_TRANSLATE_NOOP("records", "Encryption"),
    "sender": QT_TRANSLATE_NOOP("records", "Sender"),
    "seq": QT_TRANSLATE_NOOP("records", "Line"),
    "severity": QT_TRANSLATE_NOOP("records", "Severity"),
    "shape": QT_TRANSLATE_NOOP("records", "Form"),
    "shelf": QT_TRANSLATE_NOOP("records", "Shelved alarm"),
    "shift": QT_TRANSLATE_NOOP("records", "Shift"),
    "sigma": QT_TRANSLATE_NOOP("records", "Sigma"),
    "sign": QT_TRANSLATE_NOOP("records", "Sign"),
    "signal": QT_TRANSLATE_NOOP("records", "Signal"),
    "since": QT_TRANSLATE_NOOP("records", "Since"),
    "size": QT_TRANSLATE_NOOP("records", "Size"),
    "sound": QT_TRANSLATE_NOOP("records", "Sound"),
    "source": QT_TRANSLATE_NOOP("records", "Source"),
    "split_from": QT_TRANSLATE_NOOP("records", "Split from"),
    "stage": QT_TRANSLATE_NOOP("records", "Stage"),
    "standard": QT_TRANSLATE_NOOP("records", "Standard to change"),
    "start": QT_TRANSLATE_NOOP("records", "Start"),
    "state": QT_TRANSLATE_NOOP("records", "State"),
    "states": QT_TRANSLATE_NOOP("records", "States"),
    "strict": QT_TRANSLATE_NOOP("records", "Verified by somebody else"),
    "table": QT_TRANSLATE_NOOP("records", "Table"),
    "setting": QT_TRANSLATE_NOOP("records", "Setting"),
    "old": QT_TRANSLATE_NOOP("records", "Value before"),
    "new": QT_TRANSLATE_NOOP("records", "Value after"),
    "target": QT_TRANSLATE_NOOP("records", "Target"),
    "text": QT_TRANSLATE_NOOP("records", "Text"),
    "times": QT_TRANSLATE_NOOP("records", "Times"),
    "title": QT_TRANSLATE_NOOP("records", "Title"),
    "to": QT_TRANSLATE_NOOP("records", "To"),
    "tried": QT_TRANSLATE_NOOP("records", "Last try"),
    "tries": QT_TRANSLATE_NOOP("records", "Tries"),
    "type": QT_TRANSLATE_NOOP("records", "Type"),
    "until": QT_TRANSLATE_NOOP("records", "Until"),
    "upper": QT_TRANSLATE_NOOP("records", "Upper specification limit"),
    "user": QT_TRANSLATE_NOOP("records", "User"),
    "verified": QT_TRANSLATE_NOOP("records", "Verified"),
    "verified_by": QT_TRANSLATE_NOOP("records", "Verified by"),
    "verified_from": QT_TRANSLATE_NOOP("records", "Verified by somebody else from"),
    "version": QT_TRANSLATE_NOOP("records", "Version"),
    "waits": QT_TRANSLATE_NOOP("records", "Waiting since"),
    "wanted": QT_TRANSLATE_NOOP("records", "Messages"),
    "waste": QT_TRANSLATE_NOOP("records", "Of the seven wastes"),
    "way": QT_TRANSLATE_NOOP("records", "Direction"),
    "what": QT_TRANSLATE_NOOP("records", "What"),
    "who": QT_TRANSLATE_NOOP("records", "Who"),
    "whom": QT_TRANSLATE_NOOP("records", "Whom"),
    "why": QT_TRANSLATE_NOOP("records", "Reason"),
    "whys": QT_TRANSLATE_NOOP("records", "Whys"),
    "window": QT_TRANSLATE_NOOP("records", "Window (s)"),
    "within": QT_TRANSLATE_NOOP("records", "Over (s)"),
    "before": QT_TRANSLATE_NOOP("records", "In front of"),
    "bin": QT_TRANSLATE_NOOP("records", "In a container"),
    "blocked_at": QT_TRANSLATE_NOOP("records", "Blocked since"),
    "blocked_by": QT_TRANSLATE_NOOP("records", "Blocked by whom"),
    "card": QT_TRANSLATE_NOOP("records", "Card"),
    "changeover": QT_TRANSLATE_NOOP("records", "Changeover time"),
    "changes": QT_TRANSLATE_NOOP("records", "Changes to take note of"),
    "column": QT_TRANSLATE_NOOP("records", "Column"),
    "comma": QT_TRANSLATE_NOOP("records", "Decimal comma"),
    "confirmation": QT_TRANSLATE_NOOP("records", "Confirmed output"),
    "date": QT_TRANSLATE_NOOP("records", "Form of dates"),
    "drafts": QT_TRANSLATE_NOOP("records", "New orders"),
    "due_time": QT_TRANSLATE_NOOP("records", "Due time of a day"),
    "family": QT_TRANSLATE_NOOP("records", "Family"),
    "finished": QT_TRANSLATE_NOOP("records", "Finished"),
    "flow": QT_TRANSLATE_NOOP("records", "Board"),
    "good": QT_TRANSLATE_NOOP("records", "Good"),
    "mapping": QT_TRANSLATE_NOOP("records", "Reading of order files"),
    "material": QT_TRANSLATE_NOOP("records", "Material"),
    "maximum": QT_TRANSLATE_NOOP("records", "Maximum"),
    "minimum": QT_TRANSLATE_NOOP("records", "Minimum"),
    "orders": QT_TRANSLATE_NOOP("records", "Orders"),
    "other": QT_TRANSLATE_NOOP("records", "Other"),
    "parts": QT_TRANSLATE_NOOP("records", "Parts"),
    "per_lane": QT_TRANSLATE_NOOP("records", "For each line"),
    "pieces": QT_TRANSLATE_NOOP("records", "Pieces"),
    "planned_day": QT_TRANSLATE_NOOP("records", "Planned for"),
    "planned_shift": QT_TRANSLATE_NOOP("records", "Planned shift"),
    "policy": QT_TRANSLATE_NOOP("records", "Policy"),
    "product": QT_TRANSLATE_NOOP("records", "Product"),
    "proposed_good": QT_TRANSLATE_NOOP("records", "Good, as counted"),
    "proposed_scrap": QT_TRANSLATE_NOOP("records", "Scrap, as counted"),
    "quantity": QT_TRANSLATE_NOOP("records", "Quantity"),
    "rank": QT_TRANSLATE_NOOP("records", "Place in its column"),
    "reasons": QT_TRANSLATE_NOOP("records", "Reasons"),
    "released": QT_TRANSLATE_NOOP("records", "Released"),
    "rework": QT_TRANSLATE_NOOP("records", "Rework"),
    "rush": QT_TRANSLATE_NOOP("records", "Rush"),
    "scrap": QT_TRANSLATE_NOOP("records", "Scrap"),
    "seconds": QT_TRANSLATE_NOOP("records", "Seconds"),
    "seen": QT_TRANSLATE_NOOP("records", "Change noted"),
    "seen_by": QT_TRANSLATE_NOOP("records", "Change noted by"),
    "started": QT_TRANSLATE_NOOP("records", "Started"),
    "step": QT_TRANSLATE_NOOP("records", "Step"),
    "steps": QT_TRANSLATE_NOOP("records", "Steps"),
    "taken_back": QT_TRANSLATE_NOOP("records", "Taken back"),
    "taken_back_by": QT_TRANSLATE_NOOP("records", "Taken back by"),
    "truth": QT_TRANSLATE_NOOP("records", "Whose word holds"),
    "unit": QT_TRANSLATE_NOOP("records", "Unit"),
    "where": QT_TRANSLATE_NOOP("records", "Where"),
    "begins": QT_TRANSLATE_NOOP("records", "Begins"),
    "ends": QT_TRANSLATE_NOOP("records", "Ends"),
    "broken": QT_TRANSLATE_NOOP("records", "Broken red lines"),
    "decide_by": QT_TRANSLATE_NOOP("records", "Decide by"),
    "decided": QT_TRANSLATE_NOOP("records", "Decided"),
    "decided_by": QT_TRANSLATE_NOOP("records", "Decided by"),
    "done_at_once": QT_TRANSLATE_NOOP("records", "Done at once"),
    "draft": QT_TRANSLATE_NOOP("records", "Draft"),
    "drafted": QT_TRANSLATE_NOOP("records", "Draft of"),
    "drafted_by": QT_TRANSLATE_NOOP("records", "Draft by"),
    "edition": QT_TRANSLATE_NOOP("records", "Version"),
    "every": QT_TRANSLATE_NOOP("records", "Every"),
    "fate": QT_TRANSLATE_NOOP("records", "What becomes of it"),
    "filled": QT_TRANSLATE_NOOP("records", "Filled"),
    "form": QT_TRANSLATE_NOOP("records", "Items"),
    "going": QT_TRANSLATE_NOOP("records", "State"),
    "grace": QT_TRANSLATE_NOOP("records", "Hours of grace"),
    "handover": QT_TRANSLATE_NOOP("records", "Shift handover"),
    "held": QT_TRANSLATE_NOOP("records", "Held"),
    "held_by": QT_TRANSLATE_NOOP("records", "Held by"),
    "hurt": QT_TRANSLATE_NOOP("records", "People hurt"),
    "incoming": QT_TRANSLATE_NOOP("records", "Incoming signature"),
    "outgoing": QT_TRANSLATE_NOOP("records", "Outgoing signature"),
    "item": QT_TRANSLATE_NOOP("records", "Item"),
    "items": QT_TRANSLATE_NOOP("records", "Items"),
    "leader": QT_TRANSLATE_NOOP("records", "Leader"),
    "lost_days": QT_TRANSLATE_NOOP("records", "Lost days"),
    "members": QT_TRANSLATE_NOOP("records", "Members"),
    "most": QT_TRANSLATE_NOOP("records", "Best possible"),
    "next_shift": QT_TRANSLATE_NOOP("records", "Next shift"),
    "overridden": QT_TRANSLATE_NOOP("records", "Signed all the same because"),
    "overridden_by": QT_TRANSLATE_NOOP("records", "Signed all the same by"),
    "passed": QT_TRANSLATE_NOOP("records", "Passed"),
    "plan": QT_TRANSLATE_NOOP("records", "Plan of rounds"),
    "published": QT_TRANSLATE_NOOP("records", "Published version"),
    "purpose": QT_TRANSLATE_NOOP("records", "Purpose"),
    "replies": QT_TRANSLATE_NOOP("records", "Replies"),
    "reported": QT_TRANSLATE_NOOP("records", "Reported"),
    "reporter": QT_TRANSLATE_NOOP("records", "Reported by"),
    "retired": QT_TRANSLATE_NOOP("records", "Retired"),
    "rhythm": QT_TRANSLATE_NOOP("records", "Rhythm"),
    "run": QT_TRANSLATE_NOOP("records", "Round"),
    "sample": QT_TRANSLATE_NOOP("records", "Places drawn"),
    "scanned": QT_TRANSLATE_NOOP("records", "Scanned"),
    "seal": QT_TRANSLATE_NOOP("records", "Seal"),
    "section": QT_TRANSLATE_NOOP("records", "Section"),
    "named": QT_TRANSLATE_NOOP("records", "Reporter named"),
    "serious": QT_TRANSLATE_NOOP("records", "Serious"),
    "skipped": QT_TRANSLATE_NOOP("records", "Does not apply"),
    "template": QT_TRANSLATE_NOOP("records", "Checklist"),
    "there": QT_TRANSLATE_NOOP("records", "Present"),
    "thing": QT_TRANSLATE_NOOP("records", "Thing"),
    "unexplained": QT_TRANSLATE_NOOP("records", "Stops without a reason"),
    "value": QT_TRANSLATE_NOOP("records", "Value"),
    "weekday": QT_TRANSLATE_NOOP("records", "Weekday"),
    "withdrawn": QT_TRANSLATE_NOOP("records", "Withdrawn"),
    "withdrawn_by": QT_TRANSLATE_NOOP("records", "Withdrawn by"),
    "zone": QT_TRANSLATE_NOOP("records", "Time zone"),
}


def kind_word(kind: str) -> str:
    """What people call a table; an unknown one by its own name."""
    return QCoreApplication.translate("records", KINDS[kind]) if kind in KINDS else plain(kind, 40)


def field_word(field: str) -> str:
    """What people call a field; an unknown one by its own name."""
    return QCoreApplication.translate("records", FIELDS[field]) if field in FIELDS else plain(field, 40)


def verdict_word(verdict: Verdict) -> str:
    """What a line tells, in one or two words."""
    translate = QCoreApplication.translate
    match verdict:
        case Verdict.DONE:
            return translate("trail", "Done")
        case Verdict.REFUSED:
            return translate("trail", "Refused when shared")
        case Verdict.SETTLED:
            return translate("trail", "Set to the shared state")


def who_words(shown: LineShown) -> str:
    """Who gave a command."""
    if shown.line is None:
        return "–"
    if shown.line.who == CONSOLE:
        return QCoreApplication.translate("trail", "The console")
    return plain(shown.name or shown.line.who, 60)


def what_words(shown: LineShown) -> str:
    """What was done."""
    if shown.line is None:
        return QCoreApplication.translate("trail", "This line cannot be read")
    return plain(command_words(shown.line.command), 80)


def records_words(shown: LineShown) -> str:
    """Which records a line touched: kind and name of each."""
    told = [f"{kind_word(change.kind)} {plain(change.label or change.id[:8], 60)}" for change in shown.changes[:4]]
    return ", ".join(told) + ("…" if len(shown.changes) > len(told) else "")


def value_words(field: str, value: Any, zone: tzinfo | None, people: Mapping[str, str] = {}) -> str:  # noqa: B006
    """A value as people read it."""
    if field == "role" and value in {role.value for role in Role}:
        return role_word(Role(value))
    if value is None or value == "" or value == []:
        return "–"
    if isinstance(value, bool):
        yes = QCoreApplication.translate("trail", "Yes"), QCoreApplication.translate("trail", "No")
        return yes[0] if value else yes[1]
    if field == "grants" and isinstance(value, list):
        return _roles(value)
    if isinstance(value, str):
        return people.get(value) or plain(local_time(value, zone) or value, 200)
    return plain(json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value, 200)


def local_time(text: str, zone: tzinfo | None) -> str:
    """A stored time on the wall of the factory; "" where the text is none."""
    if len(text) != 27 or not text.endswith("Z"):
        return ""
    try:
        return clock_of(datetime.fromisoformat(text), zone)
    except ValueError:
        return ""


def clock_of(at: datetime, zone: tzinfo | None) -> str:
    """Date and time on the wall of the factory."""
    return at.astimezone(UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")


SENTENCES: dict[What, str] = {
    What.CHANGED: QT_TRANSLATE_NOOP("trail", "A field was changed by another program."),
    What.INSERTED: QT_TRANSLATE_NOOP("trail", "A record was put in by another program."),
    What.DELETED: QT_TRANSLATE_NOOP("trail", "A record was deleted by another program."),
    What.OVERWRITTEN: QT_TRANSLATE_NOOP(
        "trail", "A record was altered by another program before the command of line {0}."
    ),
    What.LINE_CHANGED: QT_TRANSLATE_NOOP("trail", "Line {0} of the trail was changed."),
    What.LINE_MISSING: QT_TRANSLATE_NOOP("trail", "Missing in the trail: line {0}."),
    What.CHAIN_BROKEN: QT_TRANSLATE_NOOP("trail", "Line {0} of the trail does not continue the line before it."),
    What.CUT_OFF: QT_TRANSLATE_NOOP("trail", "The end of the trail is gone: line {0}."),
    What.REWRITTEN: QT_TRANSLATE_NOOP("trail", "The trail was written anew, beginning at one of the lines {0}."),
    What.INDEX: QT_TRANSLATE_NOOP("trail", "The index of the trail was wrong at line {0}; it was made again."),
}


def finding_sentence(one: Tampering | Tampered, zone: tzinfo | None) -> str:
    """What was altered, as a sentence."""
    lines = f"{one.seq}–{one.until}" if one.until else str(one.seq)
    if one.what is What.CUT_OFF:
        return _cut_words(one, lines, zone)
    return QCoreApplication.translate("trail", SENTENCES[one.what]).format(lines)


def refusal_told(note: Mapping[str, Any]) -> Refusal:
    """The refusal that a line keeps."""
    told = Refusal(str(note.get("detail", "")), **dict(note.get("facts", {})))
    told.code = str(note.get("code", ""))
    return told


def _cut_words(one: Tampering | Tampered, lines: str, zone: tzinfo | None) -> str:
    translate = QCoreApplication.translate
    back = local_time(one.found, zone)
    if not back:
        return translate("trail", SENTENCES[What.CUT_OFF]).format(lines)
    words = translate("trail", "The end of the trail is gone (line {0}): the records were put back to {1}.")
    return words.format(lines, back)


def _roles(value: list[Any]) -> str:
    """Roles with where they hold: "Supervisor (Suzhou / Body)"."""
    told = []
    for one in value:
        try:
            role, scope = role_word(Role(one["role"])), " / ".join(map(str, one["scope"]))
        except (KeyError, TypeError, ValueError):
            return plain(json.dumps(value, ensure_ascii=False), 200)
        told.append(f"{role} ({plain(scope, 60)})" if scope else role)
    return ", ".join(told)

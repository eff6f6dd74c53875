"""What people read for the commands that the console knows by name, and for what they are about.

Every engineer who adds a command adds its words here: a test finds one that has none.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

WORDS: dict[str, str] = {
    "BeginPlant": QT_TRANSLATE_NOOP("commands", "Make the first administrator"),
    "AddPerson": QT_TRANSLATE_NOOP("commands", "Add a person"),
    "ChangePerson": QT_TRANSLATE_NOOP("commands", "Change a person and their roles"),
    "SetPin": QT_TRANSLATE_NOOP("commands", "Set a PIN"),
    "SetBadge": QT_TRANSLATE_NOOP("commands", "Give a badge"),
    "Unlock": QT_TRANSLATE_NOOP("commands", "Unlock a person"),
    "NoteSignIn": QT_TRANSLATE_NOOP("commands", "Note a sign-in"),
    "AddOperation": QT_TRANSLATE_NOOP("commands", "Add an operation"),
    "ChangeOperation": QT_TRANSLATE_NOOP("commands", "Change an operation"),
    "SetSkill": QT_TRANSLATE_NOOP("commands", "Set a skill level"),
    "RemoveSkill": QT_TRANSLATE_NOOP("commands", "Clear a skill"),
    "SetPermission": QT_TRANSLATE_NOOP("commands", "Set permissions"),
    "RaiseCall": QT_TRANSLATE_NOOP("commands", "Raise a call"),
    "ClearCall": QT_TRANSLATE_NOOP("commands", "Note that what was called for is over"),
    "WorsenCall": QT_TRANSLATE_NOOP("commands", "Raise the severity of a call"),
    "AcknowledgeCall": QT_TRANSLATE_NOOP("commands", "Acknowledge a call"),
    "TakeCall": QT_TRANSLATE_NOOP("commands", "Take or hand over a call"),
    "ArriveAtCall": QT_TRANSLATE_NOOP("commands", "Be on site at a call"),
    "ContainCall": QT_TRANSLATE_NOOP("commands", "Contain a call"),
    "ExplainCall": QT_TRANSLATE_NOOP("commands", "Tell cause and countermeasure of a call"),
    "ResolveCall": QT_TRANSLATE_NOOP("commands", "Resolve a call"),
    "VerifyCall": QT_TRANSLATE_NOOP("commands", "Verify a countermeasure"),
    "RefuteCall": QT_TRANSLATE_NOOP("commands", "Refute a countermeasure"),
    "CloseCall": QT_TRANSLATE_NOOP("commands", "Close a call"),
    "RejectCall": QT_TRANSLATE_NOOP("commands", "Reject a call"),
    "ReopenCall": QT_TRANSLATE_NOOP("commands", "Reopen a call"),
    "EscalateCall": QT_TRANSLATE_NOOP("commands", "Escalate a call"),
    "HandOnCall": QT_TRANSLATE_NOOP("commands", "Tell the next shift of a call"),
    "BeginCalls": QT_TRANSLATE_NOOP("commands", "Put in the shipped call categories and rules"),
    "AddCategory": QT_TRANSLATE_NOOP("commands", "Add a call category"),
    "ChangeCategory": QT_TRANSLATE_NOOP("commands", "Change a call category"),
    "SetCallRule": QT_TRANSLATE_NOOP("commands", "Set a rule that raises calls"),
    "RemoveCallRule": QT_TRANSLATE_NOOP("commands", "Remove a rule that raises calls"),
    "SetDuty": QT_TRANSLATE_NOOP("commands", "Set a duty"),
    "RemoveDuty": QT_TRANSLATE_NOOP("commands", "Remove a duty"),
    "SetAbsence": QT_TRANSLATE_NOOP("commands", "Set an absence"),
    "RemoveAbsence": QT_TRANSLATE_NOOP("commands", "Remove an absence"),
    "AddComment": QT_TRANSLATE_NOOP("commands", "Write a comment"),
    "NoteTampering": QT_TRANSLATE_NOOP("commands", "Note an alteration of the records"),
    "AcknowledgeTampering": QT_TRANSLATE_NOOP("commands", "Answer for an alteration"),
    "RestoreRow": QT_TRANSLATE_NOOP("commands", "Put an altered record back"),
    "AddAttachment": QT_TRANSLATE_NOOP("commands", "Attach a picture or file"),
    "NoteOnAttachment": QT_TRANSLATE_NOOP("commands", "Write a note on a picture or file"),
    "RemoveAttachment": QT_TRANSLATE_NOOP("commands", "Remove a picture or file"),
    "RestoreBackup": QT_TRANSLATE_NOOP("commands", "Restore a backup"),
    "ExportRecords": QT_TRANSLATE_NOOP("commands", "Export all records"),
    "ExportProofs": QT_TRANSLATE_NOOP("commands", "Export all records with PINs and badges"),
    "NoteRestore": QT_TRANSLATE_NOOP("commands", "Note that records were replaced"),
    "JoinSharedDatabase": QT_TRANSLATE_NOOP("commands", "Choose the shared database"),
}
NOUNS: dict[str, str] = {
    "people": QT_TRANSLATE_NOOP("commands", "People"),
    "skills": QT_TRANSLATE_NOOP("commands", "Skills"),
    "permissions": QT_TRANSLATE_NOOP("commands", "Permissions"),
    "calls": QT_TRANSLATE_NOOP("commands", "Calls"),
    "roster": QT_TRANSLATE_NOOP("commands", "Duty roster"),
    "comments": QT_TRANSLATE_NOOP("commands", "Comments"),
    "orders": QT_TRANSLATE_NOOP("commands", "Work orders"),
    "audits": QT_TRANSLATE_NOOP("commands", "Audits"),
    "handover": QT_TRANSLATE_NOOP("commands", "Shift handover"),
    "attachments": QT_TRANSLATE_NOOP("commands", "Pictures and files"),
    "sharing": QT_TRANSLATE_NOOP("commands", "Sharing"),
    "backup": QT_TRANSLATE_NOOP("commands", "Backup"),
    "trail": QT_TRANSLATE_NOOP("commands", "Trail"),
    "setup": QT_TRANSLATE_NOOP("commands", "Setup"),
}


def command_words(name: str) -> str:
    """A command as people call it ("Set a PIN"); an unknown one by its own name."""
    return QCoreApplication.translate("commands", WORDS[name]) if name in WORDS else name


def noun_words(noun: str) -> str:
    """What a group of commands is about ("People"); an unknown one by its own name."""
    return QCoreApplication.translate("commands", NOUNS[noun]) if noun in NOUNS else noun

"""What people read when the console refuses something on the time axis."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

REFUSED: dict[str, str] = {
    "historian_away": QT_TRANSLATE_NOOP(
        "refusals", "The plant's historian does not answer ({why}). It is asked again by itself."
    ),
    "historian_unfit": QT_TRANSLATE_NOOP(
        "refusals", "The plant's historian is not as the settings say. The status page tells what to correct."
    ),
    "trend_note_empty": QT_TRANSLATE_NOOP("refusals", "Write something first."),
    "trend_note_backwards": QT_TRANSLATE_NOOP("refusals", "The note ends before it begins. Choose a later end."),
    "view_name_taken": QT_TRANSLATE_NOOP(
        "refusals", "You have a view called {name} already. Give this one another name, or save that one anew."
    ),
    "view_empty": QT_TRANSLATE_NOOP("refusals", "There is no pen to save. Add signals first."),
    "view_too_large": QT_TRANSLATE_NOOP("refusals", "A view can have at most {most} pens. Take some away."),
    "export_no_room": QT_TRANSLATE_NOOP(
        "refusals", "Nothing was written: there is no room on the disk. Make room, or choose another folder."
    ),
    "export_not_writable": QT_TRANSLATE_NOOP(
        "refusals",
        "Nothing was written: the file is open in another program, or its folder cannot be written."
        " Close it there, or choose another name or folder.",
    ),
    "export_away": QT_TRANSLATE_NOOP(
        "refusals", "Nothing was written: the folder cannot be reached. Choose another folder."
    ),
    "export_unread": QT_TRANSLATE_NOOP(
        "refusals", "Nothing was written: the history cannot be read. Look at the Status page, then try again."
    ),
    "export_busy": QT_TRANSLATE_NOOP("refusals", "Another export is running. Wait until it is done, or stop it."),
    "export_too_many": QT_TRANSLATE_NOOP(
        "refusals",
        "This would be {rows} rows, more than an Excel file of this program holds ({most})."
        " Choose a longer step, a shorter stretch, or CSV.",
    ),
}

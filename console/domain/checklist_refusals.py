"""Why something cannot be done with a checklist."""

from __future__ import annotations

from console.domain.errors import Refusal


class FormUnfit(Refusal):
    """A form cannot be so. facts: field, section (id, "" = the whole form), item (id, "")."""

    code = "form_unfit"


class NothingToPublish(Refusal):
    """The draft is what is published already, or there is none. facts: template."""

    code = "nothing_to_publish"


class TemplateRetired(Refusal):
    """It is not offered any more. facts: template."""

    code = "template_retired"


class RunOver(Refusal):
    """The run was signed or dropped. facts: run, going."""

    code = "run_over"


class AnswerUnfit(Refusal):
    """This is no answer to the item. facts: item, asks."""

    code = "answer_unfit"


class RunUnfinished(Refusal):
    """Items have no answer yet. facts: items (ids in order)."""

    code = "run_unfinished"


class EvidenceMissing(Refusal):
    """Items want a picture. facts: items (ids in order)."""

    code = "evidence_missing"


class FindingsMissing(Refusal):
    """Weak answers have no finding and no words on why none is needed. facts: items (ids in order)."""

    code = "findings_missing"


class FileUnfit(Refusal):
    """A file holds no checklist that can be read. facts: why ("format", "version", "shape", "size", "away"), path."""

    code = "checklist_file_unfit"

"""What stands in files that the console writes by itself about an exchange, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from console.domain.exchange import Wrong

WRONG: Mapping[Wrong, tuple[str, str]] = {
    Wrong.MISSING: ("nothing stands here, and it is needed", "此处为空，但必须填写"),
    Wrong.NOT_A_NUMBER: ("this is no number", "不是数字"),
    Wrong.NOT_WHOLE: ("this is no whole number of pieces", "不是整数件数"),
    Wrong.TOO_LARGE: ("the number is too large", "数字过大"),
    Wrong.NOT_POSITIVE: ("it must be more than 0", "必须大于 0"),
    Wrong.NOT_A_DATE: ("this is no date in the format that was chosen", "不是所选格式的日期"),
    Wrong.TOO_LONG: ("the text is too long", "文字过长"),
    Wrong.UNKNOWN_LINE: ("the plant has no line of this name", "工厂没有这个名称的产线"),
    Wrong.NOT_YES_OR_NO: ("this is neither yes nor no", "既不是“是”也不是“否”"),
    Wrong.UNREADABLE: ("there is a sign in it that cannot be seen", "含有不可见字符"),
    Wrong.TWICE: ("the number stands above already, with other words", "该编号在上文已出现，且内容不同"),
}
HEADS = (("Row", "行"), ("Column", "列"), ("It says", "内容"), ("What is wrong", "问题"))
KINDS: Mapping[str, tuple[str, str]] = {
    "refused": ("Why it was refused", "未导入原因"),
    "open": ("To be decided: here it says {ours}", "待确认：本系统为 {ours}"),
    "gone": ("Open here, no more in the file", "本系统未完成，文件中已没有"),
}


def words(pair: tuple[str, str], chinese: bool) -> str:
    """The text in the console's language."""
    return pair[1] if chinese else pair[0]

"""The reasons that are shipped, in both languages: what a plant begins with and then makes its own."""

from __future__ import annotations

from console.domain.losses import BigLoss
from console.domain.reasons import Reason

Words = tuple[str, str]  # English, Chinese
Leaf = tuple[str, Words, BigLoss | None, str, tuple[str, ...]]  # id, name, loss, waste, what machines say
DOWN, SETUP, IDLE = BigLoss.BREAKDOWN, BigLoss.SETUP, BigLoss.IDLING
SLOW, SCRAP = BigLoss.SPEED, BigLoss.DEFECTS

_GROUPS: dict[str, Words] = {
    "machine": ("Machine", "设备"),
    "material": ("Material", "物料"),
    "quality": ("Quality", "质量"),
    "changeover": ("Changeover and adjustment", "换型与调整"),
    "process": ("Process and people", "工艺与人员"),
    "safety": ("Safety", "安全"),
}
_LEAVES: dict[str, tuple[Leaf, ...]] = {
    "machine": (
        ("jam", ("Jam", "卡料"), DOWN, "waiting", ("*jam*", "*卡料*", "*卡滞*")),
        ("mechanical", ("Mechanical defect", "机械故障"), DOWN, "waiting", ("*mechanical*", "*机械*")),
        ("electrical", ("Electrical defect or sensor", "电气故障或传感器"), DOWN, "waiting", ("*sensor*", "*传感器*")),
        ("control", ("Control or software", "控制系统或软件"), DOWN, "waiting", ("*servo*", "*plc*", "*伺服*")),
        (
            "supply",
            ("Air, power, coolant", "气、电、冷却液"),
            DOWN,
            "waiting",
            ("*coolant*", "*气压*"),
        ),
        ("wear", ("Worn tool or part", "刀具或零件磨损"), DOWN, "waiting", ("*worn*", "*wear limit*", "*磨损*")),
    ),
    "material": (
        ("late", ("Not delivered in time", "未及时配送"), IDLE, "waiting", ("*no material*", "*shortage*", "*缺料*")),
        ("wrong", ("Wrong part or quantity", "物料或数量错误"), IDLE, "waiting", ("*wrong part*", "*错料*")),
        ("stock", ("Stock differs from the books", "账实不符"), IDLE, "inventory", ()),
    ),
    "quality": (
        ("part", ("Incoming part", "来料不良"), SCRAP, "defects", ()),
        ("setting", ("Setting or programme", "参数或程序不当"), SCRAP, "defects", ()),
        ("tool", ("Tool or fixture", "刀具或工装"), SCRAP, "defects", ()),
        ("handling", ("Handling", "操作不当"), SCRAP, "defects", ()),
        ("decision", ("Waits for a decision on quality", "等待质量判定"), IDLE, "waiting", ("*quality hold*",)),
    ),
    "changeover": (
        ("changeover", ("Changeover", "换型"), SETUP, "waiting", ("*changeover*", "*换型*")),
        ("adjusting", ("Adjustment", "调整"), SETUP, "overprocessing", ("*adjust*", "*调整*")),
        ("toolchange", ("Tool change", "换刀"), SETUP, "waiting", ("*tool change*", "*换刀*")),
        ("warming", ("Warming up", "预热"), SETUP, "waiting", ("*warm up*", "*warmup*", "*预热*")),
    ),
    "process": (
        ("instruction", ("Instruction missing or wrong", "作业指导缺失或错误"), IDLE, "overprocessing", ()),
        ("cycle", ("Cannot be done in the takt", "节拍内无法完成"), SLOW, "waiting", ()),
        ("nobody", ("Nobody at the station", "工位无人"), IDLE, "motion", ("*no operator*", "*无人*")),
        ("meeting", ("Meeting or training", "会议或培训"), None, "", ("*meeting*", "*training*", "*会议*", "*培训*")),
        ("cleaning", ("Cleaning and care", "清扫保养"), None, "", ("*cleaning*", "*lubricat*", "*清扫*", "*保养*")),
    ),
    "safety": (
        ("unsafe_place", ("Unsafe place or guard", "场所或防护不安全"), IDLE, "waiting", ("*guard*", "*防护门*")),
        ("unsafe_act", ("Unsafe way of working", "不安全的作业方式"), IDLE, "waiting", ()),
        ("leak", ("Leak or spill", "泄漏"), IDLE, "waiting", ("*leak*", "*spill*", "*泄漏*")),
        ("emergency", ("Emergency stop", "急停"), IDLE, "waiting", ("*emergency stop*", "*e-stop*", "*急停*")),
    ),
}
_CAUSES = {"changeover": "process/changeover"}  # causes of calls that lie in another group here


def shipped_reasons(chinese: bool) -> tuple[Reason, ...]:
    """Six groups of reasons; what a shipped call can have for a cause is among them."""
    made = []
    for place, (group, words) in enumerate(_GROUPS.items()):
        made.append(Reason(group, words[chinese], order=place))
        for order, (id, name, loss, waste, machine) in enumerate(_LEAVES[group]):
            causes = (_CAUSES.get(id, f"{group}/{id}"),)
            told = (str(loss or ""), waste, machine, causes)
            made.append(Reason(f"{group}.{id}", name[chinese], group, "", *told, order=order))
    return tuple(made)

"""The categories and rules that are shipped, in both languages: what a plant begins with and then makes its own."""

from __future__ import annotations

from console.domain.andon import Category, Cause, Rung, Severity, Stage
from console.domain.callrules import CallRule, Kind
from console.domain.people import Role
from console.domain.stations import LossKind

Words = tuple[str, str]  # English, Chinese
FIRST, SECOND, THIRD = 180.0, 600.0, 900.0  # seconds: 3, 10 and 15 minutes
NO_DATA_AFTER = 600.0
SEVERE = ("fault*", "critical*", "error*", "emergency*")  # words of machines for alarms that somebody must look at

RECORDS = "records"  # the category of alterations that the guard finds
ALTERED: Words = ("Changed by another program: {0}", "被其他程序改动：{0}")
STOP, SCRAP = LossKind.STOP.value, LossKind.QUALITY.value
_CAUSES: dict[str, tuple[tuple[str, Words, str, str], ...]] = {
    "safety": (
        ("unsafe_place", ("Unsafe place or guard", "场所或防护不安全"), "", ""),
        ("unsafe_act", ("Unsafe way of working", "不安全的作业方式"), "", ""),
        ("leak", ("Leak or spill", "泄漏"), "", ""),
    ),
    "quality": (
        ("part", ("Incoming part", "来料不良"), SCRAP, "defects"),
        ("setting", ("Setting or programme", "参数或程序不当"), SCRAP, "defects"),
        ("tool", ("Tool or fixture", "刀具或工装"), SCRAP, "defects"),
        ("handling", ("Handling", "操作不当"), SCRAP, "defects"),
        ("measuring", ("Wrongly measured, the part is good", "误判，工件合格"), SCRAP, "overprocessing"),
    ),
    "material": (
        ("late", ("Not delivered in time", "未及时配送"), LossKind.STARVED.value, "waiting"),
        ("wrong", ("Wrong part or quantity", "物料或数量错误"), LossKind.STARVED.value, "waiting"),
        ("stock", ("Stock differs from the books", "账实不符"), LossKind.STARVED.value, "inventory"),
    ),
    "machine": (
        ("jam", ("Jam", "卡料"), STOP, "waiting"),
        ("mechanical", ("Mechanical defect", "机械故障"), STOP, "waiting"),
        ("electrical", ("Electrical defect or sensor", "电气故障或传感器"), STOP, "waiting"),
        ("control", ("Control or software", "控制系统或软件"), STOP, "waiting"),
        ("supply", ("Air, power, coolant", "气、电、冷却液"), STOP, "waiting"),
        ("wear", ("Worn tool or part", "刀具或零件磨损"), STOP, "waiting"),
    ),
    "process": (
        ("instruction", ("Instruction missing or wrong", "作业指导缺失或错误"), "", "overprocessing"),
        ("cycle", ("Cannot be done in the takt", "节拍内无法完成"), LossKind.SPEED.value, "waiting"),
        ("changeover", ("Changeover", "换型"), LossKind.CHANGEOVER.value, "waiting"),
    ),
    "help": (),
    "records": (),
}
_NAMES: dict[str, Words] = {
    "safety": ("Safety", "安全"),
    "quality": ("Quality", "质量"),
    "material": ("Material", "物料"),
    "machine": ("Machine", "设备"),
    "process": ("Process", "工艺"),
    "help": ("Help", "求助"),
    "records": ("Records", "记录"),
}
_RULES: dict[str, Words] = {
    "fault": ("Fault told by a machine", "设备报故障"),
    "quality": ("Failed check", "检验不合格"),
    "stop": ("Stop longer than a micro-stop", "停机超过短停时限"),
    "no_data": ("No data for ten minutes", "十分钟没有数据"),
}


def shipped_categories(chinese: bool) -> tuple[Category, ...]:
    """Safety, quality, material, machine, process and help, and the console's own for its records, with ladders."""
    leader, supervisor, maintenance = Role.TEAM_LEADER, Role.SUPERVISOR, Role.MAINTENANCE
    return (
        _category(
            "safety",
            chinese,
            leader,
            (supervisor, maintenance, Role.ADMINISTRATOR),
            severity=Severity.CRITICAL,
            around_clock=True,
            acknowledge_within=60.0,
            arrive_within=FIRST,
        ),
        _category("quality", chinese, Role.QUALITY, (leader, supervisor, Role.ADMINISTRATOR), severity=Severity.MAJOR),
        _category("material", chinese, leader, (Role.PLANNER, supervisor, Role.ADMINISTRATOR)),
        _category("machine", chinese, maintenance, (leader, supervisor, Role.ADMINISTRATOR)),
        _category("process", chinese, leader, (Role.QUALITY, supervisor, Role.ADMINISTRATOR)),
        _category(
            "help",
            chinese,
            leader,
            (supervisor,),
            severity=Severity.NOTICE,
            needs_cause=False,
            needs_countermeasure=False,
        ),
        _category(
            RECORDS,
            chinese,
            Role.ADMINISTRATOR,
            (supervisor,),
            severity=Severity.MAJOR,
            around_clock=True,
            needs_cause=False,
            needs_countermeasure=False,
            verified_from=Severity.CRITICAL,
            active=False,  # raised by the console alone, and over when an administrator has answered
        ),
    )


def shipped_rules(chinese: bool, micro_stop: float) -> tuple[CallRule, ...]:
    """What raises calls from the first day on; `micro_stop`: seconds up to which a stop is nobody's call."""
    named = {id: words[chinese] for id, words in _RULES.items()}
    return (
        CallRule("fault", named["fault"], Kind.ALARM, "machine", levels=SEVERE, chatter=5, order=1),
        CallRule("quality", named["quality"], Kind.QUALITY, "quality", text=named["quality"], chatter=5, order=2),
        CallRule("stop", named["stop"], Kind.STATE, "machine", delay=micro_stop, off_delay=30.0, order=3),
        CallRule(
            "no_data",
            named["no_data"],
            Kind.NO_DATA,
            "machine",
            Severity.NOTICE,
            delay=NO_DATA_AFTER,
            off_delay=60.0,
            text=named["no_data"],
            order=4,
        ),
    )


def _category(id: str, chinese: bool, owner: Role, roles: tuple[Role, ...], **more: object) -> Category:
    rungs = zip((FIRST, SECOND, THIRD), roles, (Stage.ACKNOWLEDGED, Stage.ON_SITE, Stage.CONTAINED), strict=False)
    causes = tuple(Cause(cause, words[chinese], loss, waste) for cause, words, loss, waste in _CAUSES[id])
    given: dict[str, object] = {"ladder": tuple(Rung(*rung) for rung in rungs), "causes": causes} | more
    return Category(id, _NAMES[id][chinese], owner=owner, order=list(_NAMES).index(id), **given)  # type: ignore[arg-type]

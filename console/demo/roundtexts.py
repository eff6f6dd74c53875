"""What the people of the demo plant wrote on their rounds: findings, actions, red tags, safety reports, briefings."""

from __future__ import annotations

Words = tuple[str, str]  # English, Chinese

FOUND: dict[str, tuple[Words, Words]] = {  # by item of the 5S checklist: what was found, what is done about it
    "sort-needed": (("Jig of an old order still lies at the station", "工位留有旧工单的工装"),
                    ("Take the jig to the store, note its place", "工装入库并登记位置")),
    "sort-tagged": (("Two boxes without a red tag, nobody knows whose", "两箱物品未挂红牌，无人认领"),
                    ("Tag both boxes, ask the shifts", "两箱挂红牌并询问各班")),
    "sort-personal": (("Bag and jacket on the switch cabinet", "电柜上放有背包和外套"),
                      ("Hooks at the entrance", "入口处加装挂钩")),
    "order-tools": (("Torque wrench is not in its place", "扭矩扳手未归位"),
                    ("Shadow board for wrenches", "扳手做形迹板")),
    "order-levels": (("No least and greatest stock on the wire rack", "线材货架未标最低最高存量"),
                     ("Labels with both stocks on every bay", "每个货位贴最低最高存量")),
    "order-floor": (("Pallet stands over the floor mark", "托盘压线摆放"),
                    ("Mark a second pallet place", "增划一个托盘位")),
    "order-labels": (("Rework bin is not marked, two parts are mixed", "返工箱未标识，混放 2 件"),
                     ("Red lid and label for the rework bin", "返工箱加红盖和标签")),
    "shine-ground": (("Oil on the floor below the machine", "设备下方地面有油"),
                     ("Change the seal, place a tray", "更换密封并加接油盘")),
    "shine-means": (("Broom and absorbent are missing", "扫帚和吸油棉缺失"),
                    ("Fill up the cleaning board, name who looks", "补齐清扫用具并指定检查人")),
    "shine-bins": (("Bin for chips is full over the edge", "切屑箱已溢出"),
                   ("Empty it each shift, on the start list", "每班清空，列入班前点检")),
    "standard-picture": (("The picture shows the layout before the change", "标准照片仍为改造前布局"),
                         ("New picture of the station", "重新拍摄标准照片")),
    "standard-gauges": (("Pressure gauge without marked limits", "压力表未标正常范围"),
                        ("Green field on the gauge", "压力表贴绿区")),
    "sustain-minutes": (("Daily five minutes not ticked on three days", "每日五分钟有三天未打勾"),
                        ("Five minutes before the end of the shift, leader looks", "下班前五分钟执行，班组长检查")),
    "sustain-ideas": (("Ideas of last month have no answer", "上月建议尚无答复"),
                      ("Answer the ideas in the Friday meeting", "周五例会答复建议")),
}  # fmt: skip
STUBBORN: tuple[tuple[str, ...], ...] = (  # by line: items that are weak again and again
    ("order-levels",),
    ("shine-ground", "order-floor", "sustain-minutes"),
    ("order-labels",),
    ("shine-means",),
)
OPEN_WEAK: tuple[Words, ...] = (
    ("Rework bin at Weld A not marked, two parts mixed", "焊接 A 返工箱未标识，混放 2 件"),
    ("No least and greatest stock on the wire rack", "线材货架未标最低最高存量"),
)
NOTES: tuple[Words, ...] = (
    ("Better than last time; the rack is still open.", "比上次好，货架问题仍未关闭。"),
    ("Went through it together with the team.", "与班组一起完成检查。"),
    ("", ""),
)
TAGS: tuple[tuple[Words, Words], ...] = (  # thing, why
    (("Pallet with old fixtures, 6 pieces", "旧夹具一托盘，6 件"), ("Not used since spring", "春季以来未使用")),
    (
        ("Hydraulic pump without a label", "无标识液压泵"),
        ("Nobody knows which machine it belongs to", "不清楚属于哪台设备"),
    ),
    (("Box of feeders of another type", "异型号供料器一箱"), ("Type is not on this line any more", "本线已不用此型号")),
    (("Drum of coolant, past its date", "过期冷却液一桶"), ("Past its date by two months", "已过期两个月")),
)
SAFETY_DONE: Words = ("Closed off, told the shift", "已隔离并告知当班")
PATROL_FOUND: tuple[Words, Words] = (
    ("First-aid box: plasters used up", "急救箱创可贴用完"),
    ("Fill up the first-aid boxes, monthly check", "补齐急救箱并每月检查"),
)
NOTHING: Words = ("–", "无")
TOLD_MAINTENANCE: tuple[Words, ...] = (
    ("Belt of the feeder looks worn, please look at it", "供料皮带有磨损，请检查"),
    ("–", "无"),
    ("Air treatment drains slowly", "气源处理器排水慢"),
)
PLAN_NAMES: dict[str, Words] = {
    "weekly": ("5S of the lines, every week", "产线 5S 周审核"),
    "patrol": ("Safety patrol, every week", "每周安全巡查"),
    "care": ("Autonomous maintenance, every week", "每周自主保养"),
    "layered": ("Layered process audit, drawn by lot", "分层过程审核（抽样）"),
}
APPROVED_WHY: Words = ("Line was taken down for the yearly maintenance", "产线年度检修停线")
MOVED_WHY: Words = ("Whoever should go was at a customer", "审核人当天在客户处")
CREWS: tuple[Words, ...] = (("Crew A", "甲班"), ("Crew B", "乙班"), ("Crew C", "丙班"))
STRESSED: tuple[Words, ...] = (
    ("Floor at the coil loader is being cleaned: go round it.", "料卷上料处正在清洁地面，请绕行。"),
    ("New gas limits on Weld A: read them before the first part.", "焊接 A 保护气新限值，首件前请确认。"),
    ("Rush order next: changeover together with maintenance.", "下一单为急单，换型与维修一起做。"),
    ("Hearing protection at the press, also for visitors.", "冲压区须戴听力防护，访客同样。"),
)

"""Shipped items of maintenance, start of shift, patrols and process audits, in both languages."""

from __future__ import annotations

from console.domain.checklists_shipped_5s import Lines

MAINTENANCE: Lines = {
    "clean": (
        "Clean and look",
        "清扫与检查",
        (
            ("guides", "Guides, clamps and sensors are wiped clean", "导轨、夹具和传感器已擦净", "yes"),
            ("chips", "Chips and waste are removed from the work space", "加工区切屑和废料已清除", "yes"),
            ("leaks", "No leak of oil, air or coolant", "无漏油、漏气、漏液", "yes", "proof"),
            ("noise", "No unusual noise, smell or heat", "无异响、异味和异常发热", "yes", "proof"),
        ),
    ),
    "levels": (
        "Levels and pressures",
        "液位与压力",
        (
            ("oil", "Oil level is between the marks", "油位在上下刻线之间", "yes"),
            ("coolant", "Coolant level and concentration are right", "冷却液液位和浓度正常", "yes"),
            ("air", "Air pressure is in the green range; water is drained", "气压在绿区，已排水", "yes"),
            ("filters", "Filters are clean or were changed", "滤芯清洁或已更换", "yes"),
        ),
    ),
    "tighten": (
        "Tighten and lubricate",
        "紧固与润滑",
        (
            ("screws", "Marked screws still stand at their mark", "划线螺丝未松动移位", "yes", "proof"),
            ("grease", "Points are greased as the plan says", "按计划给润滑点加脂", "yes"),
            ("belts", "Belts and hoses are whole and taut", "皮带和软管完好、松紧合适", "yes"),
            ("guards", "Guards and covers are closed and whole", "防护罩和盖板关闭完好", "yes", "red", "must"),
        ),
    ),
    "say": (
        "Said to maintenance",
        "报修事项",
        (
            (
                "note",
                "What maintenance should know; a dash where there is nothing",
                "需要维修关注的事项，没有则填“无”",
                "text",
            ),
        ),
    ),
}

START: Lines = {
    "people": (
        "People",
        "人员",
        (
            (
                "there",
                "All stations are manned by people who may work there",
                "各工位有具备资格的人员上岗",
                "yes",
                "must",
            ),
            (
                "fit",
                "Everybody is fit for work and wears protection",
                "人员状态良好，防护用品齐全",
                "yes",
                "red",
                "must",
            ),
            ("told", "The handover was read and the briefing held", "已阅读交接内容并开过班前会", "yes"),
        ),
    ),
    "machine": (
        "Machine",
        "设备",
        (
            ("stop", "Emergency stop and guards were tried", "急停和防护装置已试验", "yes", "red", "must"),
            ("programme", "Programme and parameters belong to the order", "程序和参数与工单一致", "yes", "must"),
            ("tools", "Tools and fixtures are right and whole", "刀具和工装正确完好", "yes"),
            ("gauges", "Gauges are in date and were zeroed", "量具在有效期内并已校零", "yes"),
        ),
    ),
    "material": (
        "Material",
        "物料",
        (
            ("right", "Material and lot are those of the order", "物料和批次与工单一致", "yes", "must"),
            ("enough", "There is enough for the first two hours", "满足前两小时用量", "yes"),
            (
                "boxes",
                "Boxes and labels for good, scrap and rework are ready",
                "良品、废品、返工的料箱和标签已备好",
                "yes",
            ),
        ),
    ),
    "first": (
        "First piece",
        "首件",
        (
            ("good", "The first piece was measured and is good", "首件已检并合格", "yes", "red", "must"),
            ("picture", "Picture of the first piece with its label", "首件及标签照片", "photo"),
        ),
    ),
}

PATROL: Lines = {
    "ways": (
        "Ways and exits",
        "通道与出口",
        (
            ("escape", "Escape ways are clear over their whole width", "疏散通道全宽畅通", "yes", "red", "must"),
            ("doors", "Fire doors close by themselves and are not wedged", "防火门能自行关闭，未被卡住", "yes", "red"),
            ("light", "Emergency lights and signs work", "应急照明和标志正常", "yes"),
            (
                "floor",
                "The floor is dry, whole and without edges to trip over",
                "地面干燥完好，无绊脚处",
                "yes",
                "proof",
            ),
        ),
    ),
    "fire": (
        "Fire",
        "消防",
        (
            (
                "means",
                "Extinguishers and hydrants are free and in date",
                "灭火器、消火栓无遮挡且在有效期",
                "yes",
                "proof",
            ),
            ("hot", "Hot work has a permit and a watch", "动火作业有许可并有人监护", "yes", "red"),
            ("charging", "Charging places are free of what burns", "充电区无可燃物", "yes"),
        ),
    ),
    "machines": (
        "Machines and electricity",
        "设备与电气",
        (
            ("guards", "No guard is bridged or taken off", "没有防护装置被短接或拆除", "yes", "red", "must"),
            ("locked", "Machines in repair are locked and tagged", "检修设备已上锁挂牌", "yes", "red"),
            ("cabinets", "Switch cabinets are closed, cables are whole", "电柜关闭，线缆完好", "yes", "proof"),
            ("lifting", "Lifting gear has a valid mark and hangs in its place", "吊具检验有效并归位", "yes"),
        ),
    ),
    "people": (
        "People and substances",
        "人员与物质",
        (
            ("wear", "Protection is worn where it is asked for", "按要求佩戴防护用品", "yes"),
            ("traffic", "Trucks keep to speed and ways, drivers are licensed", "叉车按速按道行驶，司机持证", "yes"),
            (
                "chemicals",
                "Chemicals are labelled; spill kits are complete",
                "化学品有标签，泄漏应急包齐全",
                "yes",
                "proof",
            ),
            ("aid", "First-aid boxes are complete, eye washes run", "急救箱齐全，洗眼器出水正常", "yes"),
        ),
    ),
    "seen": (
        "What else was seen",
        "其他发现",
        (
            (
                "note",
                "Other hazards, also small ones; a dash where there is nothing",
                "其他隐患，再小也写，没有则填“无”",
                "text",
            ),
        ),
    ),
}

LAYERED: Lines = {
    "work": (
        "Work as instructed",
        "按标准作业",
        (
            ("valid", "The instruction at the station is the valid one", "工位作业指导书为有效版本", "yes"),
            ("followed", "The steps are done in the order that is written", "按规定的步骤和顺序操作", "yes", "proof"),
            ("known", "The operator can name the critical points", "操作者能说出关键点", "yes"),
            ("may", "The operator is signed off for this station", "操作者已取得本工位上岗资格", "yes", "red"),
        ),
    ),
    "quality": (
        "Quality at the source",
        "源头质量",
        (
            ("first", "The first piece of the shift was released", "本班首件已放行", "yes", "red"),
            ("checks", "Checks are done as often as planned and written down", "按频次检验并记录", "yes", "proof"),
            ("gauges", "Gauges are in date and agree with their master", "量具在有效期内，与标准件一致", "yes"),
            (
                "proofing",
                "Error-proofing was tried with a bad piece this shift",
                "本班已用不良件验证防错装置",
                "yes",
                "red",
            ),
            ("apart", "Bad pieces are marked, apart and counted", "不良品已标识、隔离并计数", "yes", "proof"),
        ),
    ),
    "process": (
        "Process",
        "过程",
        (
            (
                "parameters",
                "Parameters are within the limits of the control plan",
                "参数在控制计划范围内",
                "yes",
                "proof",
            ),
            ("reaction", "What went out of control was reacted to as planned", "失控点已按反应计划处理", "yes"),
            ("tools", "Tool life is kept", "刀具寿命受控", "yes"),
            ("trace", "Lot and unit can be traced from here", "批次和单件可追溯", "yes"),
        ),
    ),
    "team": (
        "Team",
        "班组",
        (
            ("open", "Findings of the layer below were closed in time", "下一层级审核的问题按期关闭", "yes"),
            ("andon", "Calls were raised when they should have been", "该呼叫时已呼叫", "yes"),
        ),
    ),
}

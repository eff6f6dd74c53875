"""Shipped items of 5S and 6S, in both languages."""

from __future__ import annotations

Line = tuple[str, ...]  # id, English, Chinese, and marks: "yes", "text", "photo", "red", "proof", "must", "x2"
Lines = dict[str, tuple[str, str, tuple[Line, ...]]]  # by section: English, Chinese, items

PRODUCTION: Lines = {
    "sort": (
        "Sort",
        "整理",
        (
            ("needed", "Only what this job needs lies at the station", "工位只放当前作业需要的物品"),
            (
                "tagged",
                "What is not needed is red-tagged with date and owner",
                "不需要的物品已挂红牌，写明日期和责任人",
            ),
            ("personal", "No private things on tables or machines", "台面和设备上没有私人物品"),
            ("aisles", "Aisles, exits and switchboards are clear", "通道、出口和配电柜前无杂物", "proof"),
            ("scrap", "Scrap and rework have marked places of their own", "废品和返工品各有标识清楚的存放处", "proof"),
        ),
    ),
    "order": (
        "Set in order",
        "整顿",
        (
            ("tools", "Every tool has a marked place and is in it", "工具定位有标识，并放在原位"),
            ("levels", "Racks show least and greatest stock", "货架标明最低和最高存量"),
            ("floor", "Floor marks are whole and are kept to", "地面标线完整，摆放不越线"),
            ("labels", "Materials carry number, quantity and state", "物料标明料号、数量和状态"),
            ("reach", "What is used most is within reach, nothing heavy is high up", "常用物品伸手可及，重物不放高处"),
        ),
    ),
    "shine": (
        "Shine",
        "清扫",
        (
            ("machine", "Machines are clean; leaks would be seen at once", "设备清洁，渗漏一眼可见", "proof"),
            ("ground", "The floor is dry and free of chips, oil and parts", "地面干燥，无铁屑、油污和掉落零件"),
            ("sources", "Where dirt comes from is known and being stopped", "污染源已查明并在治理"),
            ("means", "Cleaning things are complete and in their place", "清扫用具齐全并归位"),
            ("bins", "Waste is separated and bins are not full", "垃圾分类投放，容器未满溢"),
        ),
    ),
    "standard": (
        "Standardize",
        "清洁",
        (
            ("picture", "A picture shows how the station should look", "工位有标准状态照片"),
            ("plan", "The cleaning plan hangs here and is up to date", "清扫计划上墙并为现行版本"),
            ("colours", "Colours and labels are used as everywhere in the plant", "颜色和标识与全厂统一"),
            ("papers", "Instructions at the station are the valid ones", "工位作业指导书为有效版本", "proof"),
            ("gauges", "Normal ranges are marked on gauges", "仪表标明正常范围"),
        ),
    ),
    "sustain": (
        "Sustain",
        "素养",
        (
            ("findings", "Findings of the last audit are closed", "上次审核的问题已关闭", "x2"),
            ("explain", "People here can say what their part in 5S is", "员工能说出自己的 5S 职责"),
            ("minutes", "The daily five minutes were done and ticked", "每日五分钟 5S 已做并有记录"),
            ("leader", "The team leader was here this week and left a note", "班组长本周到场检查并留有记录"),
            ("ideas", "Ideas of the team are visible, with an answer", "班组建议公开可见，并有答复"),
        ),
    ),
}

SAFETY: Lines = {
    "safety": (
        "Safety",
        "安全",
        (
            ("guards", "Guards and interlocks are in place and work", "防护罩和联锁装置齐全有效", "yes", "red", "must"),
            (
                "stop",
                "Emergency stops are free to reach and were tested",
                "急停按钮可随时触及，并按期测试",
                "yes",
                "red",
                "must",
            ),
            ("wear", "Everybody wears what the sign at the entrance asks", "人员按入口标识佩戴防护用品"),
            (
                "exits",
                "Extinguishers and exits are free, seals are whole",
                "灭火器和出口无遮挡，铅封完好",
                "yes",
                "red",
                "must",
            ),
            (
                "chemicals",
                "Chemicals are labelled, closed and in their cabinet",
                "化学品有标签、密闭并入柜存放",
                "proof",
            ),
        ),
    ),
}

OFFICE: Lines = {
    "sort": (
        "Sort",
        "整理",
        (
            ("desk", "The desk holds only what is in work today", "桌面只放当天要用的物品"),
            ("papers", "Papers past their keeping time are gone", "超过保存期的文件已清理"),
            ("devices", "Devices and cables that nobody uses are away", "无人使用的设备和线缆已清走"),
            ("files", "Shared folders hold no copies of unknown age", "共享文件夹没有来历不明的旧副本"),
        ),
    ),
    "order": (
        "Set in order",
        "整顿",
        (
            ("find", "Any paper or file is found within half a minute", "任何文件半分钟内能找到"),
            ("cabinets", "Cabinets and folders say what is in them and whose it is", "柜子和文件夹标明内容和责任人"),
            ("shared", "Shared tools are in their place", "公用物品归位"),
            ("cables", "Cables are guided, nobody can trip", "线缆理顺固定，不绊脚"),
        ),
    ),
    "shine": (
        "Shine",
        "清扫",
        (
            ("surfaces", "Tables, screens and windowsills are clean", "桌面、屏幕和窗台清洁"),
            ("printer", "Printers and their surroundings are tidy and filled", "打印机及周边整洁，耗材充足"),
            ("kitchen", "Kitchen and meeting rooms are left as they were found", "茶水间和会议室用后复原"),
            ("bins", "Waste is separated, confidential papers are shredded", "垃圾分类，涉密文件已碎"),
        ),
    ),
    "standard": (
        "Standardize",
        "清洁",
        (
            ("rules", "Naming and keeping rules hang here and are followed", "命名和保存规则已公示并执行"),
            ("versions", "Forms in use are the valid versions", "使用的表单为有效版本", "proof"),
            ("board", "The team board is up to date", "团队看板为最新"),
            ("deputies", "Absence and deputies can be seen", "请假和代理人清楚可见"),
        ),
    ),
    "sustain": (
        "Sustain",
        "素养",
        (
            ("findings", "Findings of the last audit are closed", "上次审核的问题已关闭", "x2"),
            ("screens", "Screens are locked when nobody sits there", "人离开时电脑锁屏", "proof"),
            ("meetings", "Meetings begin in time and end with owners and days", "会议准时开始，结束时明确责任人和日期"),
            ("time", "A fixed time for order is kept every week", "每周固定时间整理并坚持"),
        ),
    ),
}

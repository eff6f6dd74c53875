"""What the demo plant makes and of what: products with parts over several levels, their steps, stock at the lines.

Standard times are a little shorter than the takt: an order of a shift and a changeover before it fill a shift.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from console.demo.plant import DemoLine, DemoPlant, DemoStation
from console.domain.commands import Command
from console.domain.commands import products as ask
from console.domain.planning import Changeover
from console.domain.products import LineStock, Part, Product, RouteStep

Words = tuple[str, str]  # English, Chinese
LINES = 4  # that have orders, products and people; a larger demo plant repeats the same four kinds
SHORT = "CONN-24"  # too few of these lie at L3 for an order of CB-8.4
LOW = "CAP-28"  # these must be replenished at L4


@dataclass(frozen=True, slots=True)
class Made:
    """Something that is made: on a line where it has a family, else as a part of something."""

    name: Words
    parts: tuple[Part, ...]
    family: str = ""
    unit: str = "pc"


MADE = {
    "PH-220 rev C": Made(
        ("Pump housing 220", "泵壳 220"),
        (Part("PH-220-B", 1), Part("PH-SK", 1), Part("SCR-M6", 8), Part("LBL-40", 1), Part("WIRE-G3", 0.012, "kg")),
        "PH-220",
    ),
    "PH-180 rev F": Made(
        ("Pump housing 180", "泵壳 180"),
        (Part("PH-180-B", 1), Part("PH-SK", 1), Part("SCR-M6", 6), Part("LBL-40", 1), Part("WIRE-G3", 0.01, "kg")),
        "PH-180",
    ),
    "PH-220-B": Made(("Body 220, machined", "机加工壳体 220"), (Part("CAST-220", 1), Part("BUSH-12", 2))),
    "PH-180-B": Made(("Body 180, machined", "机加工壳体 180"), (Part("CAST-180", 1), Part("BUSH-12", 2))),
    "PH-SK": Made(("Seal kit", "密封组件"), (Part("OR-48", 2), Part("GSK-11", 1))),
    "BR-17": Made(("Bracket 17", "支架 17"), (Part("BR-17-BL", 1), Part("BAG-25", 0.04)), "BR-17"),
    "BR-21": Made(("Bracket 21", "支架 21"), (Part("BR-21-BL", 1), Part("BAG-25", 0.04)), "BR-21"),
    "BR-17-BL": Made(("Blank 17", "坯料 17"), (Part("COIL-3", 0.62, "kg"),)),
    "BR-21-BL": Made(("Blank 21", "坯料 21"), (Part("COIL-3", 0.85, "kg"),)),
    "CB-9.1": Made(
        ("Controller board 9.1", "控制板 9.1"),
        (Part("PCB-9", 1), Part("MOD-PWR", 1), Part("CONN-12", 2), Part("BOX-S", 1)),
        "CB-9",
    ),
    "CB-8.4": Made(
        ("Controller board 8.4", "控制板 8.4"),
        (Part("PCB-8", 1), Part("MOD-PWR", 1), Part(SHORT, 1), Part("BOX-S", 1)),
        "CB-8",
    ),
    "MOD-PWR": Made(("Power module", "电源模块"), (Part("DCDC-5", 1), Part("CAP-100", 4))),
    "Cleaner 0.5 l": Made(
        ("Cleaner, bottle of 0.5 l", "清洁剂 0.5 升"),
        (Part("MIX-CL", 0.5, "l"), Part("BTL-05", 1), Part(LOW, 1), Part("LBL-CL", 1), Part("CASE-12", 1 / 12)),
        "Cleaner",
    ),
    "Degreaser 0.5 l": Made(
        ("Degreaser, bottle of 0.5 l", "脱脂剂 0.5 升"),
        (Part("MIX-DG", 0.5, "l"), Part("BTL-05", 1), Part(LOW, 1), Part("LBL-DG", 1), Part("CASE-12", 1 / 12)),
        "Degreaser",
    ),
    "MIX-CL": Made(
        ("Cleaner, mixed", "清洁剂混合液"), (Part("CONC-CL", 0.08, "kg"), Part("WATER", 0.92, "l")), "", "l"
    ),
    "MIX-DG": Made(
        ("Degreaser, mixed", "脱脂剂混合液"), (Part("CONC-DG", 0.12, "kg"), Part("WATER", 0.88, "l")), "", "l"
    ),
}
BOUGHT: dict[str, tuple[str, Words]] = {
    "CAST-220": ("pc", ("Casting 220", "铸件 220")),
    "CAST-180": ("pc", ("Casting 180", "铸件 180")),
    "BUSH-12": ("pc", ("Bushing 12 mm", "衬套 12 mm")),
    "OR-48": ("pc", ("O-ring 48 x 3", "O 形圈 48 x 3")),
    "GSK-11": ("pc", ("Gasket 11", "垫片 11")),
    "SCR-M6": ("pc", ("Screw M6 x 20", "螺钉 M6 x 20")),
    "LBL-40": ("pc", ("Type label 40", "铭牌 40")),
    "WIRE-G3": ("kg", ("Weld wire 1.0 mm", "焊丝 1.0 mm")),
    "COIL-3": ("kg", ("Strip 3 mm, coil", "3 mm 带料卷")),
    "BAG-25": ("pc", ("Bag for 25", "25 件装袋")),
    "PCB-9": ("pc", ("Bare board 9", "裸板 9")),
    "PCB-8": ("pc", ("Bare board 8", "裸板 8")),
    "CONN-12": ("pc", ("Connector 12 pins", "12 针连接器")),
    SHORT: ("pc", ("Connector 24 pins", "24 针连接器")),
    "BOX-S": ("pc", ("Carton S", "小号纸盒")),
    "DCDC-5": ("pc", ("Converter 5 V", "5 V 变换器")),
    "CAP-100": ("pc", ("Capacitor 100 nF", "电容 100 nF")),
    "CONC-CL": ("kg", ("Cleaner concentrate", "清洁剂浓缩液")),
    "CONC-DG": ("kg", ("Degreaser concentrate", "脱脂剂浓缩液")),
    "WATER": ("l", ("Water, softened", "软化水")),
    "BTL-05": ("pc", ("Bottle 0.5 l", "0.5 升瓶")),
    LOW: ("pc", ("Cap 28 mm", "28 mm 瓶盖")),
    "LBL-CL": ("pc", ("Label, cleaner", "清洁剂标签")),
    "LBL-DG": ("pc", ("Label, degreaser", "脱脂剂标签")),
    "CASE-12": ("pc", ("Case for 12", "12 瓶装箱")),
}
STOCK: tuple[tuple[tuple[str, float, float, float, float], ...], ...] = (  # material, there, minimum, maximum, bin
    (
        ("SCR-M6", 14_500, 6000, 20_000, 2000),
        ("BUSH-12", 3600, 1500, 4500, 500),
        ("OR-48", 4000, 1500, 5000, 500),
        ("LBL-40", 2400, 800, 4000, 1000),
        ("WIRE-G3", 45, 18, 90, 18),
    ),
    (("COIL-3", 5200, 2400, 9600, 2400), ("BAG-25", 260, 120, 400, 100)),
    (
        ("PCB-9", 1250, 450, 1800, 150),
        ("CONN-12", 2600, 900, 3600, 300),
        (SHORT, 300, 200, 1500, 300),
        ("CAP-100", 6400, 2000, 10_000, 2000),
        ("BOX-S", 1500, 500, 2000, 250),
    ),
    (("BTL-05", 640, 240, 960, 120), (LOW, 700, 720, 1200, 300), ("CASE-12", 60, 24, 120, 24)),
)
PACE = 0.93  # of the takt
BACK = 0.9  # a changeover takes so much of the line's other way round


def goods(plant: DemoPlant, word: int) -> Iterator[Command]:
    """What is made and bought, and how long lines take to change over; `word` 0 = English, 1 = Chinese."""
    lines = plant.lines[:LINES]
    places: dict[str, list[DemoLine]] = {}
    for line in lines:
        for product in line.products:
            places.setdefault(product, []).append(line)
    wanted: dict[str, None] = {}
    for product in places:
        _gather(product, wanted)
    for id in wanted:
        yield ask.SetProduct(product_of(id, places.get(id, []), word))
    for line in lines:
        there, back = (MADE[product].family for product in line.products)
        yield ask.SetChangeover(Changeover("", line.id, there, back, line.changeover))
        yield ask.SetChangeover(Changeover("", line.id, back, there, line.changeover * BACK))


def stock(plant: DemoPlant) -> Iterator[LineStock]:
    """What lies at the lines, without ids."""
    for line, lies in zip(plant.lines, STOCK, strict=False):
        for material, there, minimum, maximum, container in lies:
            yield LineStock("", line.id, material, there, minimum, maximum, container)


def seconds(line: DemoLine, ideal: float) -> float:
    """The standard time of a step, where the slowest one keeps ahead of the takt of the line."""
    return round(ideal * PACE * line.takt / line.pace.ideal, 1)


def step_name(station: DemoStation) -> str:
    """What a step is called that is done at a station: "30 Weld A" -> "Weld A"."""
    return station.name.partition(" ")[2]


def _gather(id: str, found: dict[str, None]) -> None:
    for part in MADE[id].parts if id in MADE else ():
        _gather(part.material, found)
    found[id] = None


def product_of(id: str, lines: Sequence[DemoLine], word: int) -> Product:
    """A product or material with its steps on the first of these lines."""
    if id not in MADE:
        unit, name = BOUGHT[id]
        return Product(id, name[word], unit)
    made = MADE[id]
    steps: tuple[RouteStep, ...] = ()
    if lines:
        line = lines[0]
        steps = tuple(
            RouteStep(
                step_name(one), f"{line.id}/{one.id}", seconds(line, one.ideal), line.changeover * (one is line.pace)
            )
            for one in line.stations
        )
    return Product(id, made.name[word], made.unit, made.parts, steps, tuple(line.id for line in lines), made.family)

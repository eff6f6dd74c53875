"""The four lines that the demo plant is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from console.demo.plant import DemoLine, DemoPlant, DemoStation, LongStop, Outage, Stop, Tag
from console.domain.shifts import Break, Calendar, Pattern

CALENDAR = "three-shifts"
_EVERY_DAY = frozenset(range(7))


def demo_plant(lines: int = 4, timezone: str = "Asia/Shanghai") -> DemoPlant:
    """The demo plant with `lines` lines: the four kinds in turn, as L1, L2 … with orders of their own."""
    kinds = (_pump_housing(), _bracket_press(), _controller_pcb(), _filling())
    built = tuple(_copy(kinds[n % len(kinds)], n, len(kinds)) for n in range(lines))
    return DemoPlant("Plant 2", timezone, built, shift_calendar(timezone))


def shift_calendar(timezone: str) -> Calendar:
    """Three shifts of eight hours, each with two breaks of a quarter of an hour, every day."""
    patterns = tuple(_shift(name, hour) for name, hour in (("Day shift", 6), ("Late shift", 14), ("Night shift", 22)))
    return Calendar(CALENDAR, timezone, patterns)


def _shift(name: str, hour: int) -> Pattern:
    first, second = time((hour + 3) % 24), time((hour + 6) % 24)
    breaks = (Break("Break", first, first.replace(minute=15)), Break("Meal", second, second.replace(minute=15)))
    return Pattern(name, time(hour), time((hour + 8) % 24), _EVERY_DAY, breaks)


def _copy(line: DemoLine, number: int, kinds: int) -> DemoLine:
    again = number // kinds
    name = line.name if not again else f"{line.name} {again + 1}"
    return replace(line, id=f"L{number + 1}", name=f"L{number + 1} {name}", first_order=line.first_order + 700 * again)


JAM = Stop("Part jam", "Part jammed in the fixture", 2, 60, 240)
SENSOR = Stop("Sensor", "Part sensor does not answer", 1, 25, 90)
MICRO = Stop("Short stop", "", 5, 8, 45)


def _pump_housing() -> DemoLine:
    pressure = Tag("Clamp pressure", "bar", 6.1, 0.03, 0.15, low=5.5, high=6.8)
    motor = Tag("Motor current", "A", 8.4, 0.25, 0.4, idle=0.6, spike=4.0, high=12.0)
    force = Tag("Press force", "kN", 62.0, 0.5, 1.2, idle=0.0, spike=9.0, low=55.0, high=68.0, digits=1)
    porosity = Stop("Weld porosity", "Porosity on seam, 3 in a row", 2, 90, 300)
    wire = Stop("Wire feed", "Weld wire does not feed", 1, 60, 200)
    weld = (
        Tag("Weld current", "A", 184.0, 1.6, 4.0, idle=0.0, spike=38.0, low=165.0, high=205.0, digits=1),
        Tag("Gas flow", "l/min", 14.2, 0.12, 0.5, idle=0.3, spike=-4.5, low=12.0, high=16.0),
        Tag("Torch temperature", "°C", 212.0, 0.8, 6.0, idle=70.0, spike=30.0, tau=90.0, high=250.0, digits=1),
    )
    leak = Stop("Leak rate", "Reference leak out of range", 2, 60, 240)
    leak_tags = (
        Tag("Test pressure", "mbar", 350.0, 0.6, 1.5, idle=0.0, spike=-40.0, low=340.0, high=360.0, digits=1),
        Tag("Leak rate", "ml/min", 1.8, 0.15, 0.4, idle=0.0, spike=2.5, high=4.0),
    )
    stations = (
        DemoStation("10", "10 Feed", 22.1, (MICRO, SENSOR), (motor,), mtbf=1200, slow=1.08, room=0),
        DemoStation("20", "20 Press", 27.9, (MICRO, JAM), (force,), mtbf=1200, slow=1.08),
        DemoStation("30", "30 Weld A", 29.0, (MICRO, porosity, wire), weld, mtbf=1000, slow=1.08, scrap=0.006),
        DemoStation("40", "40 Weld B", 28.2, (MICRO, porosity, wire), weld, mtbf=1150, slow=1.08, scrap=0.005),
        DemoStation("50", "50 Leak test", 33.8, (MICRO, leak), leak_tags, 850, 1.1, 0.014, 0.012, checks=True),
        DemoStation("60", "60 Assemble", 29.4, (MICRO, JAM, SENSOR), (pressure, motor), mtbf=1100, slow=1.08),
        DemoStation("70", "70 Pack", 18.0, (MICRO, JAM), (motor,), mtbf=1500, slow=1.08),
    )
    outage = Outage(every=4800.0, shortest=100.0, longest=240.0)
    products = ("PH-220 rev C", "PH-180 rev F")
    return DemoLine(
        "L1", "Pump housing", "Assembly", "sparkplug", stations, products, 10482, 680, 39.7, 600.0, outage=outage
    )


def _bracket_press() -> DemoLine:
    oil = Tag("Oil temperature", "°C", 48.0, 0.15, 3.0, idle=40.0, tau=300.0, high=58.0, digits=1, lost=0.002)
    force = Tag("Press force", "kN", 410.0, 3.0, 8.0, idle=0.0, spike=70.0, low=380.0, high=450.0, digits=1)
    vibration = Tag("Vibration", "mm/s", 2.6, 0.12, 0.4, idle=0.2, spike=3.2, high=5.0)
    bath = Tag("Bath temperature", "°C", 62.0, 0.1, tau=120.0, low=58.0, high=66.0, digits=1, creep=4.6)
    lamp = Tag("Lamp level", "%", 88.0, 0.4, 2.5, low=75.0, digits=1)
    die = Stop("Die jam", "Slug in the die", 2, 90, 300)
    coil = Stop("Material", "Coil end reached", 2, 60, 180)
    shortage = Stop("Material shortage", "Coil 3 not at line", 1, 300, 480)
    stations = (
        DemoStation("10", "10 Blank", 11.2, (MICRO, coil), (force, vibration), mtbf=950, slow=1.1, room=0),
        DemoStation("20", "20 Draw", 13.2, (MICRO, die), (force, oil), mtbf=1000, slow=1.1, scrap=0.004, room=6),
        DemoStation("30", "30 Trim", 12.8, (MICRO, die), (vibration,), mtbf=1300, slow=1.1, room=6),
        DemoStation("40", "40 Press 04", 14.0, (MICRO, die), (force, vibration, oil), 620, 1.125, 0.006, room=6),
        DemoStation("50", "50 Pierce", 12.4, (MICRO, die), (force,), mtbf=1200, slow=1.1, room=6, leaves=True),
        DemoStation("60", "60 Wash", 9.2, (SENSOR,), (bath,), mtbf=2500, slow=1.1, room=6, leaves=True),
        DemoStation("70", "70 Inspect", 12.0, (MICRO,), (lamp,), 1800, 1.09, 0.012, checks=True, room=6, leaves=True),
    )
    long_stop = LongStop(3, shortage, every=4300.0)
    outage = Outage(every=9000.0, shortest=40.0, longest=90.0)
    products = ("BR-17", "BR-21")
    return DemoLine(
        "L2",
        "Bracket press",
        "Press shop",
        "json",
        stations,
        products,
        10477,
        1400,
        19.3,
        900.0,
        True,
        long_stop,
        outage,
    )


def _controller_pcb() -> DemoLine:
    nozzle = Tag("Nozzle vacuum", "kPa", -62.0, 0.5, 1.5, idle=-3.0, spike=22.0, low=-75.0, high=-50.0, digits=1)
    paste = Tag("Squeegee pressure", "N", 54.0, 0.6, 1.5, idle=0.0, spike=9.0, low=48.0, high=60.0, digits=1)
    zone = Tag("Peak temperature", "°C", 243.0, 0.4, 2.0, tau=60.0, low=235.0, high=250.0, digits=1)
    belt = Tag("Belt speed", "mm/s", 13.5, 0.05, 0.1, low=12.5, high=14.5)
    light = Tag("Lamp level", "%", 91.0, 0.3, 3.0, low=80.0, digits=1)
    probe = Tag("Probe resistance", "mOhm", 42.0, 1.2, 5.0, idle=0.0, spike=25.0, high=75.0, digits=1)
    false_calls = Stop("False calls", "False calls above 4 %", 2, 50, 160)
    feeder = Stop("Feeder empty", "Feeder 14 empty", 2, 60, 200)
    stencil = Stop("Stencil", "Stencil cleaning overdue", 1, 60, 150)
    stations = (
        DemoStation("10", "10 SMT load", 49.7, (MICRO,), (belt,), mtbf=1800, slow=1.065, room=0),
        DemoStation("20", "20 Print", 53.3, (MICRO, stencil), (paste,), mtbf=1350, slow=1.065, room=5),
        DemoStation("30", "30 Place", 55.8, (MICRO, feeder), (nozzle,), 1100, 1.065, scrap=0.002, room=5),
        DemoStation("40", "40 Reflow", 57.5, (SENSOR,), (zone, belt), 2700, 1.08, scrap=0.002, room=5),
        DemoStation("50", "50 AOI", 52.1, (MICRO, false_calls), (light,), 960, 1.065, 0.006, 0.01, checks=True, room=5),
        DemoStation("60", "60 ICT", 51.9, (MICRO, SENSOR), (probe,), 1500, 1.065, 0.003, 0.008, checks=True, room=5),
        DemoStation("70", "70 Box", 32.5, (MICRO, JAM), (belt,), mtbf=1800, slow=1.065, room=5),
    )
    return DemoLine(
        "L3", "Controller PCB", "Electronics", "scalar", stations, ("CB-9.1", "CB-8.4"), 10490, 420, 64.3, 720.0
    )


def _filling() -> DemoLine:
    mixer = Tag("Mixer torque", "Nm", 118.0, 1.5, 5.0, idle=0.0, spike=35.0, high=150.0, digits=1)
    product = Tag("Product temperature", "°C", 21.5, 0.05, tau=200.0, low=19.0, high=24.0, creep=2.8, creep_from=4500.0)
    fill = Tag("Fill weight", "g", 502.0, 0.7, 1.5, idle=0.0, spike=-8.0, low=498.0, high=506.0, digits=1)
    nozzle = Tag("Nozzle pressure", "bar", 2.4, 0.03, 0.08, idle=0.1, spike=0.9, low=2.0, high=2.8)
    torque = Tag("Cap torque", "Nm", 1.9, 0.04, 0.08, idle=0.0, spike=0.6, low=1.6, high=2.2)
    web = Tag("Web tension", "N", 14.0, 0.3, 0.6, idle=2.0, spike=5.0, low=11.0, high=17.0, digits=1)
    glue = Tag("Glue temperature", "°C", 162.0, 0.4, tau=150.0, low=155.0, high=170.0, digits=1)
    glue = replace(glue, creep=9.0, creep_from=9000.0)
    drip = Stop("Nozzle drip", "Nozzle 3 drips", 2, 60, 200)
    caps = Stop("Caps", "Cap chute empty", 3, 60, 240)
    label = Stop("Label web", "Label web torn", 2, 90, 260)
    stations = (
        DemoStation("10", "10 Mix", 58.0, (MICRO, SENSOR), (mixer, product), mtbf=1700, slow=1.13, room=0),
        DemoStation("20", "20 Fill", 60.5, (MICRO, drip), (fill, nozzle), 850, 1.14, 0.012, checks=True, room=3),
        DemoStation("30", "30 Cap", 57.0, (MICRO, caps), (torque,), mtbf=920, slow=1.13, scrap=0.006, room=3),
        DemoStation("40", "40 Label", 52.0, (MICRO, label), (web,), mtbf=1050, slow=1.13, scrap=0.004, room=3),
        DemoStation("50", "50 Case", 48.0, (MICRO, JAM), (glue,), mtbf=1400, slow=1.13, room=3, leaves=True),
    )
    outage = Outage(every=4500.0, shortest=150.0, longest=300.0, station=2)
    products = ("Cleaner 0.5 l", "Degreaser 0.5 l")
    return DemoLine(
        "L4", "Filling", "Filling", "packml", stations, products, 10494, 120, 80.0, 1320.0, False, outage=outage
    )

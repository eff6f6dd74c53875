"""Where a place lies: from the id of a site, area, line or station to the way that leads to it."""

from __future__ import annotations

from console.domain.plant import Plant


def ways(plant: Plant) -> dict[str, tuple[str, ...]]:
    """Ids from the site down to the place, by the place's id: "L1/30" -> ("Suzhou", "Body", "L1", "L1/30")."""
    found: dict[str, tuple[str, ...]] = {}
    for site in plant.sites:
        found[site.id] = (site.id,)
        for area in site.areas:
            found.setdefault(area.id, (site.id, area.id))
            for line in area.lines:
                found.setdefault(line.id, (site.id, area.id, line.id))
                for station in line.stations:
                    found.setdefault(station.id, (site.id, area.id, line.id, station.id))
    return found

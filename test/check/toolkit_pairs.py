"""Prints the pairs of a TMX file as translate-toolkit reads them, one JSON list a line: toolkit_pairs.py FILE SOURCE TARGET"""
import json
import sys

from translate.storage import tmx

path, source, target = sys.argv[1:]
with open(path, "rb") as handle:
    memory = tmx.tmxfile(handle, source, target)
for unit in memory.unit_iter():
    print(json.dumps([unit.source, unit.target], ensure_ascii=False))

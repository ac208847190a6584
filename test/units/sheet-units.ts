import type { Unit, UnitRead } from '../../src/units/unit.ts';

/** What a review sheet holds of a unit: the fields that TMX holds as well; no empty list of anchors. */
export function heldBySheet(unit: Unit): UnitRead {
  const { zh, en, bead, score, parallel, zhIds, enIds, zhDoc, enDoc, noise, edited, zhLang, enLang } = unit;
  const { source, licence, url, created, changed, createdBy, changedBy, notes, properties } = unit;
  const anchors = unit.anchors?.length === 0 ? undefined : unit.anchors;
  const aligned = {
    zh,
    en,
    bead,
    score,
    parallel,
    zhIds,
    enIds,
    zhDoc,
    enDoc,
    noise,
    edited,
    anchors,
    zhLang,
    enLang,
  };
  const origin = { source, licence, url, created, changed, createdBy, changedBy, notes, properties };
  const known = Object.entries({ ...aligned, ...origin }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as unknown as UnitRead;
}

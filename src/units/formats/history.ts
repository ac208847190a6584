/** The properties of a unit together with its history, for formats that have no place for who wrote it and when. */
import type { Property, Unit } from '../unit.ts';
import { fieldsOf, propertiesOf } from './properties.ts';

const NAMES = {
  created: 'x-created',
  createdBy: 'x-created-by',
  changed: 'x-changed',
  changedBy: 'x-changed-by',
} as const;
const FIELDS = Object.entries(NAMES);

/** `propertiesOf` the unit, with its dates and authors before what other programs noted. */
export function propertiesAndHistoryOf(unit: Unit): Property[] {
  return [...ownPropertiesOf(unit), ...(unit.properties ?? [])];
}

/** The same without what other programs noted: each name once, and a plain word. */
export function ownPropertiesOf(unit: Unit): Property[] {
  const { created, createdBy, changed, changedBy } = unit;
  const history = Object.entries({ created, createdBy, changed, changedBy }).flatMap(
    ([field, value]): Property[] =>
      value === undefined ? [] : [[NAMES[field as keyof typeof NAMES], value]],
  );
  return [...propertiesOf({ ...unit, properties: [] }), ...history];
}

/** The fields that these properties stand for; see `fieldsOf`. */
export function fieldsAndHistoryOf(properties: readonly Property[]): Partial<Unit> {
  const history: Record<string, string> = {};
  const others = properties.filter(([name, value]) => {
    const field = FIELDS.find(([, known]) => known === name)?.[0];
    if (field === undefined || field in history) return true;
    history[field] = value;
    return false;
  });
  return { ...fieldsOf(others), ...history };
}

/** The document type of TMX 1.4: which element may stand where, and with which attributes. */

interface Declaration {
  readonly children: readonly string[];
  /** It holds text. */
  readonly isMixed?: true;
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
}

const CODES = ['bpt', 'ept', 'ph', 'it', 'hi', 'ut'];
const HISTORY = ['creationdate', 'creationid', 'changedate', 'changeid'];
const USE = [
  'o-encoding',
  'datatype',
  'usagecount',
  'lastusagedate',
  'creationtool',
  'creationtoolversion',
  'o-tmf',
];

const ELEMENTS: Readonly<Record<string, Declaration>> = {
  tmx: { children: ['header', 'body'], optional: ['version'] },
  header: {
    children: ['note', 'prop', 'ude'],
    required: ['creationtool', 'creationtoolversion', 'segtype', 'o-tmf', 'adminlang', 'srclang', 'datatype'],
    optional: ['o-encoding', ...HISTORY],
  },
  body: { children: ['tu'] },
  note: { children: [], isMixed: true, optional: ['o-encoding', 'xml:lang', 'lang'] },
  ude: { children: ['map'], required: ['name'], optional: ['base'] },
  map: { children: [], required: ['unicode'], optional: ['code', 'ent', 'subst'] },
  prop: { children: [], isMixed: true, required: ['type'], optional: ['xml:lang', 'o-encoding', 'lang'] },
  tu: { children: ['note', 'prop', 'tuv'], optional: ['tuid', 'segtype', 'srclang', ...USE, ...HISTORY] },
  tuv: { children: ['note', 'prop', 'seg'], required: ['xml:lang'], optional: ['lang', ...USE, ...HISTORY] },
  seg: { children: CODES, isMixed: true },
  bpt: { children: ['sub'], isMixed: true, required: ['i'], optional: ['x', 'type'] },
  ept: { children: ['sub'], isMixed: true, required: ['i'] },
  sub: { children: CODES, isMixed: true, optional: ['datatype', 'type'] },
  it: { children: ['sub'], isMixed: true, required: ['pos'], optional: ['x', 'type'] },
  ph: { children: ['sub'], isMixed: true, optional: ['x', 'assoc', 'type'] },
  hi: { children: CODES, isMixed: true, optional: ['x', 'type'] },
  ut: { children: ['sub'], isMixed: true, optional: ['x'] },
};

export const SEGTYPES: ReadonlySet<string> = new Set(['block', 'paragraph', 'sentence', 'phrase']);

/** Attributes that hold a date. */
export const DATES: ReadonlySet<string> = new Set(['creationdate', 'changedate', 'lastusagedate']);

export function isElement(name: string): boolean {
  return Object.hasOwn(ELEMENTS, name);
}

/** Codes of the original format, which stand inside a segment. */
export function isCode(name: string): boolean {
  return CODES.includes(name) || name === 'sub';
}

/** Whether the element may stand in that parent, order and number aside. */
export function mayStandIn(parent: string, name: string): boolean {
  return isElement(parent) && ELEMENTS[parent]!.children.includes(name);
}

/** Whether the element holds text: a segment, a code in it, a property, a note. */
export function holdsText(name: string): boolean {
  return isElement(name) && ELEMENTS[name]!.isMixed === true;
}

export function requiredAttributes(name: string): readonly string[] {
  return ELEMENTS[name]?.required ?? [];
}

export function hasAttribute(name: string, attribute: string): boolean {
  const { required = [], optional = [] } = ELEMENTS[name] ?? {};
  return required.includes(attribute) || optional.includes(attribute);
}

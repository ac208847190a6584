/**
 * What a unit holds beside its texts, as named texts: TMX and XLIFF have room for these. Names that start with `x-` are
 * nobody else's: OmegaT gives `file`, `id`, `prev` … a meaning of its own.
 */
import { ANCHOR_KINDS, type Anchor } from '../../model.ts';
import type { Property, Unit } from '../unit.ts';

/** What of a unit its properties hold; files are named without their folders. */
export function propertiesOf(unit: Unit): Property[] {
  const { zhDoc = '', enDoc = '', anchors = [] } = unit;
  const own: [string, string | undefined][] = [
    ['x-score', unit.score === undefined ? undefined : twoToFourDecimals(unit.score)],
    ['x-parallel', unit.parallel === undefined ? undefined : twoToFourDecimals(unit.parallel)],
    ['x-bead', unit.bead],
    ['x-anchors', anchors.map(({ zh, en }) => `${escapeMarks(zh)}=${escapeMarks(en)}`).join('; ')],
    ['x-anchor-kinds', anchors.map(({ kind }) => kind).join(',')],
    ['x-zh-file', fileName(zhDoc)],
    ['x-en-file', fileName(enDoc)],
    ['x-zh-part', partName(zhDoc)],
    ['x-en-part', partName(enDoc)],
    ['x-zh-ids', unit.zhIds?.join(',')],
    ['x-en-ids', unit.enIds?.join(',')],
    ['x-noise', unit.noise?.join(',')],
    ['x-edited', unit.edited ? 'yes' : undefined],
    ['x-source', unit.source],
    ['x-licence', unit.licence],
    ['x-url', unit.url],
  ];
  const known = own.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return [...known, ...(unit.properties ?? [])];
}

/** The fields that these properties stand for; those of other names, or with values that can't be, stay properties. */
export function fieldsOf(properties: readonly Property[]): Partial<Unit> {
  const values = new Map(properties);
  const taken: string[] = [];
  const take = <T>(name: string, read: (value: string) => T | undefined): T | undefined => {
    const value = values.get(name);
    const field = value === undefined ? undefined : read(value);
    if (field !== undefined) taken.push(name);
    return field;
  };
  const text = (value: string) => value;
  const kinds = take('x-anchor-kinds', (value) => value.split(','));
  const fields: Partial<Unit> = {
    score: take('x-score', probability),
    parallel: take('x-parallel', probability),
    bead: take('x-bead', (value) => (/^\d+-\d+$/.test(value) ? value : undefined)),
    anchors: take('x-anchors', (value) => anchorsIn(value, kinds)),
    zhDoc: documentOf(take('x-zh-file', text), take('x-zh-part', text)),
    enDoc: documentOf(take('x-en-file', text), take('x-en-part', text)),
    zhIds: take('x-zh-ids', numbers),
    enIds: take('x-en-ids', numbers),
    noise: take('x-noise', (value) => languages(value)),
    edited: take('x-edited', (value) => (value === 'yes' ? true : undefined)),
    source: take('x-source', text),
    licence: take('x-licence', text),
    url: take('x-url', text),
  } as Partial<Unit>;
  const others = properties.filter(([name]) => !taken.includes(name));
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), ...(others.length > 0 && { properties: others }) };
}

/** OmegaT notes by these where a translation belongs that differs from the others of its source. */
const OF_OMEGAT: ReadonlySet<string> = new Set(['file', 'id', 'prev', 'next', 'path']);

export const isOmegatProperty = (name: string) => OF_OMEGAT.has(name);

/** `b.txt` of `a/b.txt#zh1`. */
export function fileName(doc: string): string {
  const part = partName(doc);
  return doc.slice(0, part === '' ? doc.length : -part.length - 1).replace(/^.*[/\\]/s, '');
}

function partName(doc: string): string {
  return /#((?:zh|en)\d+)$/.exec(doc)?.[1] ?? '';
}

function documentOf(file: string | undefined, part: string | undefined): string | undefined {
  return file === undefined || part === undefined ? file : `${file}#${part}`;
}

function probability(value: string): number | undefined {
  const number = Number(value);
  return /^[01](?:\.\d{1,20})?$/.test(value) && number <= 1 ? number : undefined;
}

function numbers(value: string): number[] | undefined {
  return /^\d{1,9}(?:,\d{1,9})*$/.test(value) ? value.split(',').map(Number) : undefined;
}

function languages(value: string): ('zh' | 'en')[] | undefined {
  const found = value.split(',').filter((one) => one === 'zh' || one === 'en');
  return found.length > 0 ? found : undefined;
}

/** `\`, `=` and `;` within an anchor, so that the list can be taken apart again. */
function escapeMarks(text: string): string {
  return text.replaceAll(/[\\=;]/g, '\\$&');
}

function anchorsIn(list: string, kinds: readonly string[] = []): Anchor[] {
  return Array.from(
    list.matchAll(/((?:\\.|[^\\=;])*)=((?:\\.|[^\\;])*)(?:; |$)/gs),
    ([, zh = '', en = ''], i) => ({
      kind: ANCHOR_KINDS.find((kind) => kind === kinds[i]) ?? 'other',
      zh: zh.replaceAll(/\\(.)/gs, '$1'),
      en: en.replaceAll(/\\(.)/gs, '$1'),
    }),
  );
}

function twoToFourDecimals(score: number): string {
  return score.toFixed(4).replace(/0{1,2}$/, '');
}

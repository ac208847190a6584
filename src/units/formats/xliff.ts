/** XLIFF 1.2, the exchange format that nearly every translation editor opens; keeps to its strict schema. */
import type { Format, WritingOptions } from '../format.ts';
import type { Property, Unit } from '../unit.ts';
import { isDoubtful } from './doubt.ts';
import { propertiesAndHistoryOf } from './history.ts';
import { readXliff } from './xliff-reading.ts';
import { type Dialect, type FileOfUnits, openXliff, type Texts } from './xliff-writing.ts';
import { escapeAttribute, escapeText } from './xml-text.ts';

export const XLIFF: Format = {
  name: 'xliff',
  endings: ['.xlf'],
  alsoReads: ['.sdlxliff', '.mqxliff'],
  holdsEveryBead: false,
  holdsAnchors: true,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: false,
  open: (options) => openXliff(options, dialectFor(options)),
  read: ([source], options) => readXliff(source!, options),
};

function dialectFor({ date, toolVersion }: WritingOptions): Dialect {
  const day = `${date.toISOString().slice(0, 19)}Z`;
  return {
    head: () =>
      '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n',
    startFile: (file) => startFile(file, day, toolVersion),
    unit: transUnit,
    endFile: '    </body>\n  </file>\n',
    emptyFile: (file) => `${startFile(file, day, toolVersion)}    </body>\n  </file>\n`,
    end: '</xliff>\n',
  };
}

function startFile({ original, languages }: FileOfUnits, day: string, toolVersion: string): string {
  const attributes = Object.entries({
    original,
    'source-language': languages.source,
    'target-language': languages.target,
    datatype: 'plaintext',
    date: day,
    'tool-id': 'duiqi',
  }).map(([name, value]) => `${name}="${escapeAttribute(value)}"`);
  return [
    `  <file ${attributes.join(' ')}>`,
    '    <header>',
    `      <tool tool-id="duiqi" tool-name="duiqi" tool-version="${escapeAttribute(toolVersion)}"/>`,
    '    </header>',
    '    <body>',
    '',
  ].join('\n');
}

/** White space is preserved unit by unit: the schema has each unit fall back to the default otherwise. */
function transUnit(unit: Unit, number: number, { source, target }: Texts): string {
  const approved = unit.edited ? ' approved="yes"' : '';
  const properties = propertiesAndHistoryOf(unit);
  return [
    `      <trans-unit id="${number}" xml:space="preserve"${approved}>`,
    `        <source>${escapeText(source)}</source>`,
    `        <target state="${stateOf(unit)}">${escapeText(target)}</target>`,
    ...(properties.length > 0
      ? [
          '        <context-group purpose="information">',
          ...properties.map(context),
          '        </context-group>',
        ]
      : []),
    ...(unit.notes ?? []).map((note) => `        <note>${escapeText(note)}</note>`),
    '      </trans-unit>',
    '',
  ].join('\n');
}

function stateOf(unit: Unit): string {
  if (unit.edited) return 'final';
  return isDoubtful(unit) ? 'needs-review-translation' : 'translated';
}

/** A context for each property. The schema wants names of the pattern `x-name`: others go into the value. */
function context([name, value]: Property): string {
  const isName = /^x-[!-~]+$/.test(name) && name !== OTHER;
  const [type, text] = isName ? [name, value] : [OTHER, `${name.replaceAll(/[\\=]/g, '\\$&')}=${value}`];
  return `          <context context-type="${escapeAttribute(type)}">${escapeText(text)}</context>`;
}

/** The type of contexts whose values read `name=value`, with `\` before each `\` and `=` of the name. */
const OTHER = 'x-other';

/** XLIFF 2.1: its core, and its metadata module for what a unit holds beside its texts. */
import type { Format } from '../format.ts';
import type { Property, Unit } from '../unit.ts';
import { propertiesAndHistoryOf } from './history.ts';
import { readXliff } from './xliff-reading.ts';
import { type Dialect, type FileOfUnits, type Languages, openXliff, type Texts } from './xliff-writing.ts';
import { escapeAttribute, escapeText } from './xml-text.ts';

export const XLIFF2: Format = {
  name: 'xliff2',
  endings: ['.xliff'],
  holdsEveryBead: false,
  holdsAnchors: true,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: false,
  open: (options) => openXliff(options, DIALECT),
  read: ([source], options) => readXliff(source!, options),
};

const DIALECT: Dialect = {
  head,
  startFile: (file) => `${startFile(file)}\n`,
  unit: unitElement,
  endFile: '  </file>\n',
  emptyFile: (file) => `${startFile(file)}\n    <group id="g1"/>\n  </file>\n`,
  end: '</xliff>\n',
};

function head({ source, target }: Languages): string {
  const attributes = [
    'version="2.1"',
    'xmlns="urn:oasis:names:tc:xliff:document:2.0"', // that of 2.1 too
    'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"',
    `srcLang="${escapeAttribute(source)}"`,
    `trgLang="${escapeAttribute(target)}"`,
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff ${attributes.join(' ')}>\n`;
}

function startFile({ number, original }: FileOfUnits): string {
  return `  <file id="f${number}" original="${escapeAttribute(original)}" xml:space="preserve">`;
}

function unitElement(unit: Unit, number: number, { source, target }: Texts): string {
  const properties = propertiesAndHistoryOf(unit);
  const notes = unit.notes ?? [];
  return [
    `    <unit id="u${number}">`,
    ...(properties.length > 0
      ? [
          '      <mda:metadata>',
          '        <mda:metaGroup category="duiqi">',
          ...properties.map(meta),
          '        </mda:metaGroup>',
          '      </mda:metadata>',
        ]
      : []),
    ...(notes.length > 0
      ? [
          '      <notes>',
          ...notes.map((note) => `        <note>${escapeText(note)}</note>`),
          '      </notes>',
        ]
      : []),
    `      <segment state="${unit.edited ? 'final' : 'translated'}">`,
    `        <source>${escapeText(source)}</source>`,
    `        <target>${escapeText(target)}</target>`,
    '      </segment>',
    '    </unit>',
    '',
  ].join('\n');
}

function meta([name, value]: Property): string {
  return `          <mda:meta type="${escapeAttribute(name)}">${escapeText(value)}</mda:meta>`;
}

/**
 * Opens review sheets in LibreOffice and saves them as other files: the cells must be the texts of the units, and what comes
 * back must be the units, none of them edited. `npm run check:spreadsheet`; it takes a minute.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import type { Format } from '../../src/units/format.ts';
import { REVIEW } from '../../src/units/formats/review.ts';
import { XLSX } from '../../src/units/formats/xlsx.ts';
import { COLUMNS, LONGEST_CELL } from '../../src/units/review-sheet.ts';
import type { Unit } from '../../src/units/unit.ts';
import { filesOf, unitsIn } from '../units/contract.ts';
import { LANTERN_UNITS, unit } from '../units/sample.ts';
import { heldBySheet } from '../units/sheet-units.ts';

const INSTALL = 'Debian: apt-get install libreoffice-calc';
/** Of LibreOffice's text filter: the code of the separator, of the quotation mark, the charset, the first line. */
const TEXT = 'Text - txt - csv (StarCalc)';
const [COMMA, SEMICOLON, TAB] = [44, 59, 9];
const [UTF_8, UTF_16] = [76, 65_535];

/** What a spreadsheet would take for something else, or stumbles over. */
const NASTY = [
  '=1+1',
  '=HYPERLINK("https://example.org","click")',
  '+49',
  '-5',
  '- Yes. - No.',
  '@x',
  '007',
  '1/2',
  '3-4',
  '2024-03-05',
  '5 March 2024',
  '10:30',
  '50%',
  '$5',
  '1e5',
  '1,234.50',
  'TRUE',
  '#N/A',
  'She said, "Let\'s go!"',
  '"',
  '🏮👩‍👩‍👧',
  '_x0041_ and _x000D_',
  "'Tis late.",
  "'=1+1",
  "''007",
  'constructor.',
  '\u202eabc\u2067',
  'a,b;c',
  '<b>&amp;</b> ]]>',
  'two  blanks, a no-break\u00a0space',
  `${'word '.repeat(6_500)}end`,
] as const;
const NASTY_CHINESE = [
  '2024年3月5日',
  '下午三点',
  '５００',
  '=把门关上',
  '灯'.repeat(LONGEST_CELL),
  '𠀀𪚥',
  '——“好。”',
];

const say = (line: string) => process.stdout.write(`${line}\n`);

function units(): Unit[] {
  return [
    ...LANTERN_UNITS,
    ...NASTY.map((en, i) => unit({ en, score: i / 100 })),
    ...NASTY_CHINESE.map((zh) => unit({ zh, notes: ['=1', 'second line'], source: '=1', edited: true })),
    unit({ noise: ['zh', 'en'], properties: [['a\u0001', '\ufffd"']], created: '20240305T060708Z' }),
  ];
}

class LibreOffice {
  readonly #folder: string;
  #files = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens the file and saves it with that ending, by a filter of LibreOffice. */
  resave(file: string, ending: string, { open = '', save = '' } = {}): string {
    const output = join(this.#folder, `${++this.#files}`);
    const flags = ['--headless', `-env:UserInstallation=file://${this.#folder}/settings`];
    if (open) flags.push(`--infilter=${open}`);
    flags.push('--convert-to', save ? `${ending}:${save}` : ending, '--outdir', output);
    execFileSync('soffice', [...flags, file], { stdio: 'ignore', timeout: 120_000 });
    return join(output, `${basename(file, extname(file))}.${ending}`);
  }
}

const textFilter = (separator: number, charset: number) => `${TEXT}:${separator},34,${charset},1`;

/** Whether the cells are those that were written, the texts of the units to the letter. */
function hasCells(csv: string, written: readonly Unit[]): boolean {
  const rows: string[][] = parse(readFileSync(csv, 'utf8'), { bom: true });
  const texts = rows.slice(1, -1).map((row) => [row[COLUMNS.indexOf('zh')], row[COLUMNS.indexOf('en')]]);
  const differing = written.filter(({ zh, en }, i) => texts[i]?.[0] !== zh || texts[i]?.[1] !== en);
  for (const { zh, en } of differing) say(`  differs: ${JSON.stringify([zh, en]).slice(0, 200)}`);
  return differing.length === 0 && texts.length === written.length;
}

/** Whether the file holds these very units. */
async function hasUnits(file: string, format: Format, written: readonly Unit[]): Promise<boolean> {
  const notices: string[] = [];
  const read = await unitsIn(format, [readFileSync(file)], { onNotice: (notice) => notices.push(notice) });
  const differing = written.filter((one, i) => !isDeepStrictEqual({ ...read[i] }, { ...heldBySheet(one) }));
  for (const one of differing) say(`  differs: ${JSON.stringify([one.zh, one.en]).slice(0, 200)}`);
  for (const notice of notices) say(`  notice: ${notice}`);
  return differing.length === 0 && notices.length === 0 && read.length === written.length;
}

async function check(folder: string): Promise<boolean> {
  const all = units();
  const office = new LibreOffice(folder);
  const xlsx = join(folder, 'sheet.xlsx');
  const tsv = join(folder, 'sheet.tsv');
  writeFileSync(xlsx, (await filesOf(XLSX, all)).files[0]!);
  writeFileSync(tsv, (await filesOf(REVIEW, all)).files[0]!);
  const open = `CSV:${TAB},34,${UTF_8},1`;
  const csv = textFilter(COMMA, UTF_8);
  const checks: [string, () => boolean | Promise<boolean>][] = [
    ['workbook to CSV: the same cells', () => hasCells(office.resave(xlsx, 'csv', { save: csv }), all)],
    ['workbook to CSV and back', () => hasUnits(office.resave(xlsx, 'csv', { save: csv }), REVIEW, all)],
    ['workbook to workbook', () => hasUnits(office.resave(xlsx, 'xlsx'), XLSX, all)],
    [
      'workbook to ODS to workbook',
      () => hasUnits(office.resave(office.resave(xlsx, 'ods'), 'xlsx'), XLSX, all),
    ],
    ['text to CSV', () => hasUnits(office.resave(tsv, 'csv', { open, save: csv }), REVIEW, all)],
    [
      'text to CSV with semicolons',
      () => hasUnits(office.resave(tsv, 'csv', { open, save: textFilter(SEMICOLON, UTF_8) }), REVIEW, all),
    ],
    [
      'text to text',
      () => hasUnits(office.resave(tsv, 'tsv', { open, save: textFilter(TAB, UTF_8) }), REVIEW, all),
    ],
    [
      'text to UTF-16, as Excel saves Unicode text',
      () => hasUnits(office.resave(tsv, 'tsv', { open, save: textFilter(TAB, UTF_16) }), REVIEW, all),
    ],
  ];
  let isSound = true;
  for (const [what, holds] of checks) {
    const held = await holds();
    say(`${held ? 'ok' : 'FAILED'}: ${what}`);
    isSound &&= held;
  }
  say(`${all.length} units.`);
  return isSound;
}

async function main(): Promise<number> {
  if (spawnSync('which', ['soffice']).status !== 0) {
    const required = process.env.CI === 'true';
    say(`${required ? 'failed' : 'skipped'}: soffice not installed. ${INSTALL}`);
    return required ? 1 : 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-spreadsheet-'));
  try {
    return (await check(folder)) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();

/**
 * The stories of corpus/ as real programs write them (iconv, pandoc, LibreOffice): every format must give the pairs of
 * sentences that plain UTF-8 gives, but for the losses that are listed here. `npm run check:formats`, after
 * `npm run build` (for the dictionaries).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { align } from '../../src/align.ts';
import { table } from '../../src/cli/terminal.ts';
import { readDocument } from '../../src/read/document.ts';
import { unitsOf } from '../../src/units/unit.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STORIES = ['news', 'fiction', 'administrative'];
const VERSIONS = ['zh-CN', 'zh-TW', 'en'] as const;
type Version = (typeof VERSIONS)[number];
const PROGRAMS = ['iconv', 'pandoc', 'soffice'];
const INSTALL = 'Debian: apt-get install pandoc libreoffice-writer fonts-wqy-zenhei';

/** How a story gets into a format; `made` is a file in Markdown or another format of this list, by its ending. */
interface Format {
  readonly name: string;
  readonly ending: string;
  /** Big5 holds only Traditional Chinese; the others are tried with Simplified. */
  readonly isTraditional?: true;
  readonly make: (folder: string, version: Version, out: string) => void;
  /** Pairs that may differ in one story: what is lost, and why. */
  readonly losses?: { readonly pairs: number; readonly why: string };
}

const plain = (folder: string, version: Version) => join(folder, `${version}.txt`);
const markdown = (folder: string, version: Version) => join(folder, `${version}.source.md`);

const converted = (charset: string) => (folder: string, version: Version, out: string) =>
  writeFileSync(out, execFileSync('iconv', ['-f', 'utf-8', '-t', charset, plain(folder, version)]));

const byPandoc = (folder: string, version: Version, out: string) => {
  const metadata = ['-M', `lang=${version}`, '-M', 'title= '];
  execFileSync('pandoc', ['-f', 'commonmark', markdown(folder, version), '-s', ...metadata, '-o', out], {
    stdio: 'ignore',
  });
};

function byLibreOffice(folder: string, version: Version, out: string): void {
  const docx = join(folder, `${version}.docx`);
  byPandoc(folder, version, docx);
  const ending = out.slice(out.lastIndexOf('.') + 1);
  const home = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const flags = ['--headless', home, '--convert-to', ending, '--outdir', join(folder, 'made')];
  execFileSync('soffice', [...flags, docx], { stdio: 'ignore' });
  writeFileSync(out, readFileSync(join(folder, 'made', `${version}.${ending}`)));
}

const FORMATS: readonly Format[] = [
  { name: 'UTF-8, CRLF', ending: 'crlf.txt', make: crlf },
  {
    name: 'UTF-8 with BOM',
    ending: 'bom.txt',
    make: (f, v, out) => writeFileSync(out, `\uFEFF${textOf(f, v)}`),
  },
  { name: 'UTF-16', ending: 'utf16.txt', make: converted('utf-16') },
  { name: 'UTF-16LE without BOM', ending: 'utf16le.txt', make: converted('utf-16le') },
  { name: 'GB18030', ending: 'gb.txt', make: converted('gb18030') },
  { name: 'Big5', ending: 'big5.txt', isTraditional: true, make: converted('cp950') },
  {
    name: 'wrapped at 72 columns',
    ending: 'wrapped.txt',
    make: wrapped,
    losses: { pairs: 2, why: 'a blank more or less between Chinese and Latin letters tips a bead' },
  },
  { name: 'Markdown', ending: 'md', make: (f, v, out) => writeFileSync(out, readFileSync(markdown(f, v))) },
  { name: 'HTML by pandoc', ending: 'html', make: byPandoc },
  { name: 'DOCX by pandoc', ending: 'docx', make: byPandoc },
  { name: 'DOCX by LibreOffice', ending: 'office.docx', make: byLibreOffice },
  { name: 'EPUB by pandoc', ending: 'epub', make: byPandoc },
  { name: 'EPUB by LibreOffice', ending: 'office.epub', make: byLibreOffice },
  {
    name: 'PDF by LibreOffice',
    ending: 'pdf',
    make: byLibreOffice,
    losses: { pairs: 15, why: 'some quotation marks, painted apart from their line, end up elsewhere' },
  },
];

const textOf = (folder: string, version: Version) => readFileSync(plain(folder, version), 'utf8');

function crlf(folder: string, version: Version, out: string): void {
  writeFileSync(out, textOf(folder, version).replaceAll('\n', '\r\n'));
}

const WIDTH = 72;

/** As editors wrap: at blanks, or between any two Chinese characters, but not in front of closing punctuation. */
function wrapped(folder: string, version: Version, out: string): void {
  const paragraphs = textOf(folder, version)
    .trim()
    .split(/\n{2,}/);
  writeFileSync(out, `${paragraphs.map((paragraph) => linesOf(paragraph).join('\n')).join('\n\n')}\n`);
}

function linesOf(paragraph: string): string[] {
  const units =
    paragraph.match(/[ ]*(?:[^\s\u2E80-\uFFEF]+|[\u2E80-\uFFEF][，。！？、；：」』”’）》…]*)/gu) ?? [];
  const lines = [''];
  for (const unit of units) {
    const line = lines.at(-1)!;
    if (line !== '' && columns(line + unit) > WIDTH) lines.push(unit.trimStart());
    else lines[lines.length - 1] = line + unit;
  }
  return lines;
}

const columns = (text: string) =>
  Array.from(text, (c) => (/[\u2E80-\uFFEF]/.test(c) ? 2 : 1)).reduce((a, b) => a + b, 0);

/** The story in its own folder, as text and as Markdown with its headings marked. */
function prepare(folder: string, story: string): void {
  for (const version of VERSIONS) {
    const text = readFileSync(join(ROOT, 'corpus', story, `${version}.txt`), 'utf8');
    writeFileSync(plain(folder, version), text);
    writeFileSync(markdown(folder, version), asMarkdown(text));
  }
}

const HEADING = /^(?:Section \d+: |[一二三四五六七八九十]{1,3}、).{1,60}$/;

function asMarkdown(text: string): string {
  const [title, ...paragraphs] = text.trim().split(/\n{2,}/);
  const body = paragraphs.map((paragraph) => {
    const escaped = paragraph.replace(/[\\`*_{}[\]<>#+!|~$^"'@-]/g, '\\$&').replace(/^(\d+)(?=[.)])/, '$1\\');
    return HEADING.test(paragraph) ? `## ${escaped}` : escaped;
  });
  return `${[`# ${title}`, ...body].join('\n\n')}\n`;
}

/** Between Chinese and Latin letters, where a line breaks or a page has a gap, nobody can tell whether there was a blank. */
const BESIDE_CHINESE = /(?<=[\u2E80-\uFFEF]) | (?=[\u2E80-\uFFEF])/g;

/** The pairs, without the blanks that a format may lose or gain. */
async function pairsOf(zh: string, en: string): Promise<string[]> {
  const partOf = async (file: string) => (await readDocument(readFileSync(file), file)).parts[0]!;
  const units = unitsOf(await align(await partOf(zh), await partOf(en)));
  return units.map((unit) => `${unit.zh.replaceAll(BESIDE_CHINESE, '')}\t${unit.en}`);
}

/** The differences between one story in a format and the same as plain text. */
async function differences(folder: string, format: Format, expected: readonly string[]): Promise<string[]> {
  const version = format.isTraditional ? 'zh-TW' : 'zh-CN';
  const file = (of: Version) => join(folder, `${of}.${format.ending}`);
  format.make(folder, version, file(version));
  if (!format.isTraditional) format.make(folder, 'en', file('en'));
  const found = await pairsOf(file(version), format.isTraditional ? plain(folder, 'en') : file('en'));
  const lacking = expected.filter((pair) => !found.includes(pair)).map((pair) => `- ${pair}`);
  const strange = found.filter((pair) => !expected.includes(pair)).map((pair) => `+ ${pair}`);
  return [...lacking, ...strange];
}

interface Verdict {
  readonly row: readonly string[];
  readonly isRight: boolean;
  readonly lines: readonly string[];
}

async function judge(
  folder: string,
  story: string,
  format: Format,
  expected: readonly string[],
): Promise<Verdict> {
  const lines = await differences(folder, format, expected);
  const lacking = lines.filter((line) => line.startsWith('-')).length;
  const isRight = lacking <= (format.losses?.pairs ?? 0);
  const told = lacking === 0 ? '' : isRight ? format.losses!.why : 'WRONG';
  const same = `${expected.length - lacking}/${expected.length}`;
  return {
    row: [story, format.name, same, told],
    isRight,
    lines: lines.map((line) => `${format.name} ${line}`),
  };
}

async function checkStory(story: string): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-formats-'));
  try {
    prepare(folder, story);
    const expectedOf = (version: Version) => pairsOf(plain(folder, version), plain(folder, 'en'));
    const [simplified, traditional] = [await expectedOf('zh-CN'), await expectedOf('zh-TW')];
    const verdicts: Verdict[] = [];
    for (const format of FORMATS) {
      verdicts.push(await judge(folder, story, format, format.isTraditional ? traditional : simplified));
    }
    return verdicts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const missing = PROGRAMS.filter((program) => spawnSync('which', [program]).status !== 0);
if (missing.length > 0) {
  process.stderr.write(`check:formats needs ${missing.join(', ')}. ${INSTALL}\n`);
  process.exit(2);
}
const isVerbose = process.argv.includes('--verbose');
const verdicts: Verdict[] = [];
for (const story of STORIES) verdicts.push(...(await checkStory(story)));
for (const { isRight, lines } of verdicts) {
  if (isVerbose || !isRight) for (const line of lines) process.stderr.write(`${line}\n`);
}
process.stdout.write(table([['story', 'format', 'same pairs', ''], ...verdicts.map(({ row }) => row)], [2]));
process.exitCode = verdicts.every(({ isRight }) => isRight) ? 0 : 1;

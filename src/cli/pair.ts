import { basename, join } from 'node:path';
import { noticesOf, openDocument, type Reading } from '../batch/documents.ts';
import { isFolder } from '../batch/files.ts';
import { DuiqiError } from '../errors.ts';
import type { Language, Part } from '../model.ts';
import type { ManifestRow } from '../pair/manifest.ts';
import { command, DONE, NOTHING_DONE, SOME_FAILED } from './command.ts';
import { describe } from './describe.ts';
import { READING_OPTIONS, readingOf } from './documents.ts';
import { GLOSSARY_OPTION, glossaryFrom } from './guidance.ts';
import { filesUnder } from './listing.ts';
import { progressOn } from './progress.ts';
import { stemOf } from './stem.ts';
import { print, type Streams, tell } from './streams.ts';
import { printable, printableLines } from './terminal.ts';

/** A text and how a manifest names it. */
interface NamedPart {
  readonly name: string;
  readonly part: Part;
}

export const pairCommand = command({
  name: 'pair',
  files: 'PATH...',
  count: [1, Number.POSITIVE_INFINITY],
  summary: 'Finds out which documents are versions of one story',
  details:
    'Files and folders in any order, in both languages. Prints a manifest: a line for\n' +
    'each Chinese text with each English one that is its translation, or tells of the\n' +
    'same events (comparable), and for each text without a partner (none).\n' +
    'duiqi align --pairs reads it; edit it first where you know better.',
  options: {
    o: { type: 'string', describe: 'Write the manifest to this file' },
    anchors: { type: 'boolean', describe: 'Add a column with names, numbers and dates that both share' },
    ...GLOSSARY_OPTION,
    ...READING_OPTIONS,
  },
  examples: [
    ['duiqi pair zh/ en/ -o pairs.tsv', 'two folders whose names tell nothing'],
    ['duiqi pair downloads/ --anchors', 'why each pair was made, too'],
    ['duiqi align --pairs pairs.tsv -o all.tmx', 'what comes next'],
  ],
  async run(paths, values, streams) {
    const reading = await readingOf(values);
    const files = await filesIn(paths);
    const { o: output } = values;
    if (output !== undefined) await (await import('./destination.ts')).checkOutputFile(output, files);
    const glossary = await glossaryFrom(values.glossary);
    const { parts, failed } = await readAll(files, reading, streams);
    if (parts.length === 0) return NOTHING_DONE;
    const rows = await rowsOf(parts, { anchors: values.anchors ?? false, glossary }, streams);
    const { writeManifest } = await import('../pair/manifest.ts');
    const lines = [...writeManifest(rows)];
    const { replaceFile } = await import('./pending-file.ts');
    if (output !== undefined) await replaceFile(output, lines);
    else await print(streams.stdout, streams.stdout.isTTY ? printableLines(lines.join('')) : lines.join(''));
    await tell(streams.stderr, summaryOf(rows));
    return failed > 0 ? SOME_FAILED : DONE;
  },
});

/** The files, and those in the folders and the folders within, hidden ones left out; each once. */
async function filesIn(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    if (!(await isFolder(path))) files.add(path);
    else for (const file of await filesUnder(path)) files.add(join(path, file));
  }
  if (files.size > 0) return [...files];
  throw new DuiqiError(
    'empty',
    'no files in it.',
    { file: paths.join(', ') },
    'Give folders with documents.',
  );
}

async function readAll(
  files: readonly string[],
  reading: Reading,
  { stderr }: Streams,
): Promise<{ parts: NamedPart[]; failed: number }> {
  const parts: NamedPart[] = [];
  let failed = 0;
  for (const path of files) {
    try {
      const document = await openDocument({ path, part: undefined }, reading);
      for (const notice of noticesOf(path, document)) await tell(stderr, `duiqi: ${printable(notice)}`);
      const isAlone = document.parts.length === 1;
      for (const part of document.parts) parts.push({ name: isAlone ? path : `${path}#${part.id}`, part });
    } catch (error) {
      failed++;
      await tell(stderr, `duiqi: ${describe(error)}`);
    }
  }
  return { parts, failed };
}

async function rowsOf(
  parts: readonly NamedPart[],
  { anchors, glossary }: { anchors: boolean; glossary: Awaited<ReturnType<typeof glossaryFrom>> },
  { stderr }: Streams,
): Promise<ManifestRow[]> {
  const { pairParts } = await import('../pair/pair.ts');
  const of = (language: Language) => parts.filter(({ part }) => part.language === language);
  const [zh, en] = [of('zh'), of('en')];
  const progress = progressOn(stderr);
  const onProgress = (done: number, total: number) => progress.report(done, total, 'pairing');
  const texts = (named: readonly NamedPart[]) => named.map(({ part }) => part);
  const pairings = await pairParts(texts(zh), texts(en), { glossary, onProgress }).finally(progress.clear);
  const newId = idMaker();
  const paired = pairings.map((pairing) => ({
    ...namesOf(zh[pairing.zh]!, en[pairing.en]!, newId),
    score: pairing.score,
    kind: pairing.kind,
    ...(anchors && { anchors: pairing.anchors.map((anchor) => `${anchor.zh} = ${anchor.en}`).join('; ') }),
  }));
  const [zhPaired, enPaired] = [
    new Set(pairings.map((pairing) => pairing.zh)),
    new Set(pairings.map((pairing) => pairing.en)),
  ];
  const alone = (named: readonly NamedPart[], isPaired: ReadonlySet<number>, language: Language) =>
    named
      .filter((_, i) => !isPaired.has(i))
      .map(({ name }) => ({ id: newId(idOf(name)), zh: '', en: '', [language]: name, kind: 'none' }));
  return [...paired, ...alone(zh, zhPaired, 'zh'), ...alone(en, enPaired, 'en')];
}

function namesOf(zh: NamedPart, en: NamedPart, newId: (wanted: string) => string) {
  const [a, b] = [idOf(zh.name), idOf(en.name)];
  return { id: newId(a === b ? a : `${a}+${b}`), zh: zh.name, en: en.name };
}

/** `a` of `part1/a.zh-CN.txt`: nothing that a file name may not hold. */
function idOf(name: string): string {
  const [path, part] = name.split(/#(?=(?:zh|en)\d+$)/);
  const safe = stemOf(basename(path!)).replaceAll(/[<>:"|?*\\/\u0000-\u001f]+/g, '_');
  return (part === undefined ? safe : `${safe}-${part}`) || 'text';
}

/** Gives each id once: a second `a` is called `a-2`. */
function idMaker(): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    let id = wanted;
    for (let n = 2; given.has(id.toLowerCase()); n++) id = `${wanted}-${n}`;
    given.add(id.toLowerCase());
    return id;
  };
}

function summaryOf(rows: readonly ManifestRow[]): string {
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
  const lone = rows.filter(({ kind }) => kind === 'none');
  const zhOnly = lone.filter(({ zh }) => zh !== '').length;
  return (
    `${count('translation')} translations, ${count('comparable')} comparable; without a partner: ` +
    `${zhOnly} Chinese, ${lone.length - zhOnly} English.`
  );
}

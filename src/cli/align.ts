import { stat } from 'node:fs/promises';
import { DuiqiError } from '../errors.ts';
import type { Alignment, Language } from '../model.ts';
import { command, DONE, NOTHING_DONE, SOME_FAILED } from './command.ts';
import type { Delivery } from './delivery.ts';
import { namedFile, READING_OPTIONS, readingOf } from './documents.ts';
import { GLOSSARY_OPTION, glossaryFrom, LINKS_OPTION, linksFrom, withLinks } from './guidance.ts';
import { alignStories, readStories } from './stories.ts';
import { type Streams, tell } from './streams.ts';
import type { Written } from './summary.ts';
import { oneOf, probability } from './values.ts';
import { packageVersion } from './version.ts';

export const alignCommand = command({
  name: 'align',
  files: 'A [B]',
  count: [0, 2],
  summary: 'Aligns two documents, a page with both languages, or two folders',
  details:
    'A and B are the two versions, in any order: which one is Chinese is found by\n' +
    'looking. One file alone holds both languages. FILE#zh1 takes only the first\n' +
    'Chinese part of a file. Two folders are paired by the names of their files, and\n' +
    'all of them learn from one another. A glossary has one Chinese and one English\n' +
    'term a line; links have one Chinese and one English sentence number a line, as\n' +
    'in JSONL, and are always obeyed.',
  options: {
    o: {
      type: 'string',
      array: true,
      describe: 'Write to FILE.tmx, .jsonl, .tsv or .align; may be given again',
    },
    format: { type: 'string', array: true, describe: 'tmx, jsonl, tsv or align: -o is then a folder' },
    'min-score': {
      type: 'string',
      defaultDescription: '0.5',
      describe: 'Lowest score, 0 to 1, in .tmx and .tsv',
    },
    from: {
      type: 'string',
      defaultDescription: 'en',
      describe: 'The side that a memory calls the source: en or zh',
    },
    ...GLOSSARY_OPTION,
    ...LINKS_OPTION,
    ...READING_OPTIONS,
    pairs: {
      type: 'string',
      describe: 'Align what this manifest pairs, instead of A and B; see duiqi pair',
    },
    summary: {
      type: 'boolean',
      describe: 'End .jsonl with a line for each alignment: what the two are to each other',
    },
    explain: { type: 'boolean', describe: 'Say on standard error why each bead was made' },
  },
  examples: [
    ['duiqi align zh.txt en.txt -o book.tmx', 'a memory for OmegaT, Trados, memoQ'],
    ['duiqi align page.txt > page.jsonl', 'a page that holds both languages'],
    ['duiqi align zh/ en/ -o all.tmx', 'folders into one memory'],
    ['duiqi align a b --glossary terms.tsv', 'with terms that you know'],
    ['duiqi align zh/ en/ -o out --format tmx', 'a memory for each pair of files'],
    ['duiqi align --pairs pairs.tsv -o all.tmx', 'what duiqi pair has found'],
  ],
  async run(inputs, values, streams) {
    const reading = await readingOf(values);
    const minScore = probability('--min-score', values['min-score'] ?? '0.5');
    const source = oneOf('--from', values.from ?? 'en', ['en', 'zh']);
    const { destinationOf, prepareDestination } = await import('./destination.ts');
    const { checkDeliveries, planDeliveries } = await import('./delivery.ts');

    checkInputs(inputs, values.pairs);
    const destination = destinationOf(values.o ?? [], values.format ?? []);
    const guides = [values.pairs, values.glossary, values.links].filter((path) => path !== undefined);
    const documents = await Promise.all(inputs.map(async (input) => (await namedFile(input)).path));
    const inputPaths = [...documents, ...guides];
    await prepareDestination(destination, inputPaths);
    const glossary = await glossaryFrom(values.glossary);
    const links = await linksFrom(values.links, inputs);
    const { stories, failures, notices } = withLinks(await readStories(inputs, reading, values.pairs), links);
    for (const line of [...failures, ...notices]) await tell(streams.stderr, `duiqi: ${line}`);
    if (stories.length === 0) return NOTHING_DONE;
    const deliveries = planDeliveries(stories, destination);
    await checkDeliveries(deliveries, [...inputPaths, ...stories.flatMap(({ files }) => files)]);

    const alignments = await alignStories(stories, { explain: values.explain ?? false, glossary }, streams);
    if (values.explain) await explainOn(streams, alignments);
    const date = await creationDate([...stories.flatMap(({ files }) => files), ...guides]);
    const summary = values.summary ?? false;
    await deliverAll(deliveries, alignments, { minScore, source, date, summary }, streams);
    return failures.length > 0 ? SOME_FAILED : DONE;
  },
});

/** @throws DuiqiError `usage` unless there are inputs or a manifest, not both */
function checkInputs(inputs: readonly string[], manifest: string | undefined): void {
  if (manifest === undefined && inputs.length > 0) return;
  if (manifest !== undefined && inputs.length === 0) return;
  const reason = manifest === undefined ? 'too few files.' : '--pairs: there are files beside it.';
  const advice = 'Write duiqi align A [B], or duiqi align --pairs LIST.tsv.';
  throw new DuiqiError('usage', reason, {}, advice);
}

async function explainOn({ stderr }: Streams, alignments: readonly Alignment[]): Promise<void> {
  const { explainAlignment } = await import('./explain.ts');
  for (const alignment of alignments) await tell(stderr, explainAlignment(alignment));
}

async function deliverAll(
  deliveries: readonly Delivery[],
  alignments: readonly Alignment[],
  chosen: {
    readonly minScore: number;
    readonly source: Language;
    readonly date: Date;
    readonly summary: boolean;
  },
  { stdout, stderr }: Streams,
): Promise<void> {
  const { deliver } = await import('./delivery.ts');
  const { summaryOf } = await import('./summary.ts');
  const options = { ...chosen, toolVersion: packageVersion() };
  const written: Written[] = [];
  for (const delivery of deliveries) {
    const report = await deliver(delivery, alignments, options, stdout);
    written.push({ format: delivery.format, report });
  }
  await tell(stderr, summaryOf(alignments, written, chosen.minScore));
}

/**
 * What SOURCE_DATE_EPOCH (seconds since 1970) says, else when the newest of the inputs was changed: the same input
 * gives the same bytes on any day.
 */
async function creationDate(inputs: readonly string[]): Promise<Date> {
  const { SOURCE_DATE_EPOCH: seconds = '' } = process.env;
  if (/^\d{1,11}$/.test(seconds)) return new Date(Number(seconds) * 1000);
  const changed = await Promise.all(inputs.map(async (path) => (await stat(path)).mtimeMs));
  return new Date(Math.max(...changed));
}

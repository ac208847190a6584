import { namedFile } from '../batch/documents.ts';
import { DuiqiError } from '../errors.ts';
import type { Alignment } from '../model.ts';
import { command, DONE, NOTHING_DONE, SOME_FAILED } from './command.ts';
import type { Delivery } from './delivery.ts';
import { READING_OPTIONS, readingOf } from './documents.ts';
import { GLOSSARY_OPTION, glossaryFrom, LINKS_OPTION, linksFrom, withLinks } from './guidance.ts';
import { type MemoryOptions, memoryOptionsOf, newestDate, OUTPUT_OPTIONS } from './memory-options.ts';
import { alignStories, listStories, readStories } from './stories.ts';
import { type Streams, tell } from './streams.ts';
import { packageVersion } from './version.ts';
import type { WrittenMemory } from './writing.ts';

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
    ...OUTPUT_OPTIONS,
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
    // Converted text is in the locale that is named; which locale it is converted from is found by looking.
    const { 'zh-lang': zhLang, ...others } = values;
    const reading = await readingOf(values['to-script'] === undefined ? values : others);
    const memory = await memoryOptionsOf({ ...values, 'zh-lang': zhLang }, 0.5);
    const { destinationOf, prepareDestination } = await import('./destination.ts');
    const { checkDeliveries, planDeliveries } = await import('./delivery.ts');

    checkInputs(inputs, values.pairs);
    const destination = destinationOf(values.o ?? [], values.format ?? []);
    const guides = [values.pairs, values.glossary, values.links].filter((path) => path !== undefined);
    const documents = await Promise.all(inputs.map(async (input) => (await namedFile(input)).path));
    const inputPaths = [...documents, ...guides];
    await prepareDestination(destination, inputPaths, memory);
    const glossary = await glossaryFrom(values.glossary);
    const links = await linksFrom(values.links, inputs);
    const { stories, failures, notices } = withLinks(
      await readStories(await listStories(inputs, values.pairs), reading),
      links,
    );
    for (const line of [...failures, ...notices]) await tell(streams.stderr, `duiqi: ${line}`);
    if (stories.length === 0) return NOTHING_DONE;
    const deliveries = planDeliveries(stories, destination, memory.script?.locale);
    const files = [...inputPaths, ...stories.flatMap((story) => story.files)];
    await checkDeliveries(deliveries, files, memory);

    const alignments = await alignStories(stories, { explain: values.explain ?? false, glossary }, streams);
    if (values.explain) await explainOn(streams, alignments);
    const date = await newestDate(files);
    const summary = values.summary ?? false;
    const options = { ...memory, date, toolVersion: packageVersion(), summary };
    await deliverAll(deliveries, alignments, options, streams);
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
  options: MemoryOptions & { readonly summary: boolean },
  { stdout, stderr }: Streams,
): Promise<void> {
  const { deliver, deliverDoubtful } = await import('./delivery.ts');
  const { leftFromEarlier, summaryOf } = await import('./summary.ts');
  const written: WrittenMemory[] = [];
  for (const delivery of deliveries) written.push(...(await deliver(delivery, alignments, options, stdout)));
  written.push(...(await deliverDoubtful(alignments, options, stdout)));
  await tell(stderr, summaryOf(alignments, written, options));
  for (const line of await leftFromEarlier(written)) await tell(stderr, line);
}

import type { Adaptation } from '../align.ts';
import { filesOf, type Group } from '../batch/source.ts';
import type { Survey } from '../batch/survey.ts';
import { DuiqiError } from '../errors.ts';
import { command, DONE, NOTHING_DONE, SOME_FAILED } from './command.ts';
import { READING_OPTIONS, readingOf } from './documents.ts';
import {
  GLOSSARY_OPTION,
  glossaryFrom,
  inputPathsOf,
  LEXICON_OPTION,
  LINKS_OPTION,
  lexiconFrom,
  linksFrom,
} from './guidance.ts';
import { JOBS_OPTION, jobsOf } from './jobs.ts';
import { dateOf, memoryOptionsOf, OUTPUT_OPTIONS } from './memory-options.ts';
import { inShard, SHARD_OPTION, shardOf } from './shard.ts';
import { ALL_TOGETHER, checkInputs, listStories } from './stories.ts';
import { tell } from './streams.ts';
import { oneOf } from './values.ts';
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
    'learn from one another: small ones all together, large ones from a sample. A run\n' +
    'of many stories that was stopped goes on when it is started again. A glossary\n' +
    'has one Chinese and one English term a line; links have one Chinese and one\n' +
    'English sentence number a line, as in JSONL, and are always obeyed.',
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
    ...LEXICON_OPTION,
    adapt: {
      type: 'string',
      defaultDescription: 'batch; pair with --lexicon',
      describe: 'Learn from all stories (batch), each from itself (pair), or not (none)',
    },
    ...JOBS_OPTION,
    ...SHARD_OPTION,
  },
  examples: [
    ['duiqi align zh.txt en.txt -o book.tmx', 'a memory for OmegaT, Trados, memoQ'],
    ['duiqi align page.txt > page.jsonl', 'a page that holds both languages'],
    ['duiqi align zh/ en/ -o all.tmx', 'folders into one memory'],
    ['duiqi align a b --glossary terms.tsv', 'with terms that you know'],
    ['duiqi align zh/ en/ -o out --format tmx', 'a memory for each pair of files'],
    ['duiqi align --pairs pairs.tsv -o all.tmx', 'what duiqi pair has found'],
    ['duiqi align --pairs l.tsv --shard 3/100', 'a hundredth of thousands'],
  ],
  async run(inputs, values, streams) {
    // Converted text is in the locale that is named; which locale it is converted from is found by looking.
    const { 'zh-lang': zhLang, ...others } = values;
    const reading = await readingOf(values['to-script'] === undefined ? values : others);
    const memory = await memoryOptionsOf({ ...values, 'zh-lang': zhLang }, 0.5);
    const { destinationOf, filesNamed, prepareDestination, showsAnchors, sparingDocuments } = await import(
      './destination.ts'
    );

    checkInputs('align', inputs, values.pairs);
    const [jobs, shard] = [jobsOf(values.jobs), shardOf(values.shard)];
    const adapt = adaptationOf(values.adapt, values.lexicon);
    const destination = destinationOf(values.o ?? [], values.format ?? []);
    const inputPaths = await inputPathsOf(inputs, values);
    await prepareDestination(destination, inputPaths, memory);
    const glossary = await glossaryFrom(values.glossary);
    const lexicon = await lexiconFrom(values.lexicon);
    const links = await linksFrom(values.links, inputs);
    const listing = await listStories(inputs, values.pairs);
    const { groups, failures } = inShard(listing, shard);
    for (const line of failures) await tell(streams.stderr, `duiqi: ${line}`);
    if (listing.groups.length === 0) return NOTHING_DONE;
    // Of the whole list: an output may be a document of another shard.
    await sparingDocuments(await filesNamed(destination, memory), listing.groups.flatMap(filesOf));
    const { clearLeftovers } = await import('./leftovers.ts');
    await clearLeftovers(destination, groups, memory.penalty?.target);
    const { surveyOf } = await import('../batch/survey.ts');
    const survey = surveyOf(groups.flatMap(filesOf), inputPaths);

    const [explain, summary] = [values.explain ?? false, values.summary ?? false];
    const anchors = explain || showsAnchors(destination, memory);
    const options = { ...memory, date: dateOf(survey.newest), toolVersion: packageVersion() };
    const job = {
      groups,
      survey,
      reading,
      glossary,
      adapt,
      anchors,
      explain,
      summary,
      destination,
      memory: options,
    };
    const code = isForAllTogether(groups, survey.bytes, adapt, links)
      ? await (await import('./together.ts')).alignAll({ ...job, lexicon, links }, streams)
      : await (await import('./many.ts')).alignMany(
          { ...job, lexicon: values.lexicon, shard, jobs, run: runOf(inputs, values, survey) },
          streams,
        );
    return code === DONE && failures.length > 0 ? SOME_FAILED : code;
  },
});

function adaptationOf(typed: string | undefined, lexicon: string | undefined): Adaptation {
  if (typed !== undefined) return oneOf('--adapt', typed, ['batch', 'pair', 'none']);
  return lexicon === undefined ? 'batch' : 'pair';
}

/** @throws DuiqiError `usage` when there are links, and stories that do not learn from one another */
function isForAllTogether(
  groups: readonly Group[],
  bytes: number,
  adapt: Adaptation,
  links: readonly unknown[],
): boolean {
  if (groups.length <= 1) return true;
  if (adapt === 'batch') return bytes <= ALL_TOGETHER || links.length > 0;
  if (links.length === 0) return false;
  const reason = `--links: with ${groups.length} stories and --adapt ${adapt} it is not clear which one they are for.`;
  throw new DuiqiError('usage', reason, {}, 'Align the one story with --links, or leave it out.');
}

/** The same text for the same run alone, with however many workers. */
function runOf(inputs: readonly string[], values: object, { digest }: Survey): string {
  const { SOURCE_DATE_EPOCH } = process.env;
  const { jobs: _jobs, ...options } = { jobs: undefined, ...values };
  return JSON.stringify({ version: packageVersion(), inputs, options, digest, SOURCE_DATE_EPOCH });
}

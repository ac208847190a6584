import type { Crew } from '../batch/crew.ts';
import { filesOf, type Group } from '../batch/source.ts';
import type { Survey } from '../batch/survey.ts';
import { DuiqiError } from '../errors.ts';
import type { LearntLexicon } from '../evidence/learnt-lexicon.ts';
import { command, DONE, NOTHING_DONE, SOME_FAILED } from './command.ts';
import { describeFailure } from './describe.ts';
import { READING_OPTIONS, readingOf } from './documents.ts';
import { GLOSSARY_OPTION, glossaryFrom, inputPathsOf } from './guidance.ts';
import { JOBS_OPTION, jobsOf } from './jobs.ts';
import { inShard, SHARD_OPTION, shardOf } from './shard.ts';
import { checkInputs, listStories } from './stories.ts';
import { type Output, tell } from './streams.ts';

export const learnCommand = command({
  name: 'learn',
  files: 'A [B]',
  count: [0, 2],
  summary: 'Learns a lexicon from documents, for duiqi align --lexicon',
  details:
    'A and B as for duiqi align: two documents, a page with both languages, or two\n' +
    'folders; or a manifest. They are aligned, and it is counted what their words\n' +
    'become. The lexicon is a table to read: words, how often each stood there, and\n' +
    'pairs of words with expected counts in both directions. Of thousands of\n' +
    'documents a part will do (--shard 1/50).',
  options: {
    o: { type: 'string', describe: 'Write the lexicon to this file; packed if it ends in .gz' },
    pairs: { type: 'string', describe: 'Learn from what this manifest pairs, instead of A and B' },
    ...GLOSSARY_OPTION,
    ...READING_OPTIONS,
    ...JOBS_OPTION,
    ...SHARD_OPTION,
  },
  examples: [
    ['duiqi learn zh/ en/ -o law.lexicon.gz', 'what the documents of a field teach'],
    ['duiqi align a b --lexicon law.lexicon.gz', 'what it is for'],
    ['duiqi learn --pairs l --shard 1/50 -o x', 'a part of many'],
  ],
  async run(inputs, values, { stderr }) {
    const { o: output } = values;
    const reading = await readingOf(values);
    checkInputs('learn', inputs, values.pairs);
    if (output === undefined) {
      throw new DuiqiError('usage', '-o: a file for the lexicon is missing.', {}, 'Write -o FILE.lexicon.');
    }
    const [jobs, shard] = [jobsOf(values.jobs), shardOf(values.shard)];
    const inputPaths = await inputPathsOf(inputs, values);
    const { checkOutputFile, sparingDocuments } = await import('./destination.ts');
    await checkOutputFile(output, inputPaths);
    const glossary = await glossaryFrom(values.glossary);
    const all = await listStories(inputs, values.pairs);
    await sparingDocuments([output], all.groups.flatMap(filesOf));
    const listing = inShard(all, shard);
    for (const line of listing.failures) await tell(stderr, `duiqi: ${line}`);
    const { surveyOf } = await import('../batch/survey.ts');
    const survey = surveyOf(listing.groups.flatMap(filesOf));
    const { crewFor } = await import('./workforce.ts');
    const crew = crewFor(jobs, listing.groups, survey, {
      reading,
      glossary,
      adapt: 'pair',
      anchors: false,
      explain: false,
    });
    const learnt = await learnFrom(listing.groups, survey, crew, stderr).finally(() => crew.close());
    if (learnt.pairs === 0) return NOTHING_DONE;
    await writeLexiconTo(output, learnt.lexicon);
    await tell(stderr, await summaryOf(learnt));
    return learnt.failed + listing.failures.length > 0 ? SOME_FAILED : DONE;
  },
});

interface Learnt {
  readonly lexicon: LearntLexicon;
  /** The number of pairs of parts that it was learnt from. */
  readonly pairs: number;
  /** The number of stories that could not be read. */
  readonly failed: number;
}

async function learnFrom(
  groups: readonly Group[],
  survey: Survey,
  crew: Crew,
  stderr: Output,
): Promise<Learnt> {
  const { counted } = await import('./workforce.ts');
  const { LexiconSum } = await import('../learn.ts');
  const sum = new LexiconSum();
  let [pairs, failed] = [0, 0];
  for await (const result of counted(groups, survey, crew, stderr)) {
    pairs += result.pairs;
    failed += result.failures.length;
    if (result.counts) sum.add(result.counts);
    for (const failure of result.failures) await tell(stderr, `duiqi: ${describeFailure(failure)}`);
  }
  return { lexicon: sum.lexicon(), pairs, failed };
}

async function writeLexiconTo(path: string, lexicon: LearntLexicon): Promise<void> {
  const { lexiconBytes } = await import('../evidence/lexicon-file.ts');
  const { replaceFile } = await import('./pending-file.ts');
  await replaceFile(path, [lexiconBytes(lexicon, path)]);
}

async function summaryOf({ lexicon, pairs }: Learnt): Promise<string> {
  const { counted } = await import('./summary.ts');
  const words = `${lexicon.zh.length} Chinese and ${counted(lexicon.en.length, 'English word')}`;
  return `${counted(pairs, 'pair')} of texts: ${counted(lexicon.pairs.length, 'pair')} of words, ${words}.`;
}

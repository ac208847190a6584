import type { Crew } from '../batch/crew.ts';
import type { JsonLine } from '../batch/pipe.ts';
import { DuiqiError } from '../errors.ts';
import { command, DONE, SOME_FAILED } from './command.ts';
import { describeFailure } from './describe.ts';
import { GLOSSARY_OPTION, glossaryFrom, LEXICON_OPTION, lexiconFrom } from './guidance.ts';
import { JOBS_OPTION, jobsOf } from './jobs.ts';
import { print, type Streams, tell } from './streams.ts';
import { oneOf } from './values.ts';

export const pipeCommand = command({
  name: 'pipe',
  files: '',
  count: [0, 0],
  summary: 'Aligns pairs of texts from standard input, a line of JSON each',
  details:
    'Takes {"id":…,"zh":…,"en":…}, the two texts or lists of their sentences, and\n' +
    'answers {"id":…,"beads":[…]} or {"id":…,"error":…}, in the same order, as soon\n' +
    'as it can. The id is any JSON and comes back as it was. For programs that share\n' +
    'out the work themselves: Spark, GNU parallel, a queue.',
  options: {
    ...LEXICON_OPTION,
    adapt: {
      type: 'string',
      defaultDescription: 'pair',
      describe: 'Each pair learns from itself (pair), or not at all (none)',
    },
    ...GLOSSARY_OPTION,
    jobs: { ...JOBS_OPTION.jobs, defaultDescription: '1' },
  },
  examples: [
    ['duiqi pipe < pairs.jsonl > beads.jsonl', 'a line for each pair'],
    ['duiqi pipe --lexicon law.gz --jobs 4', 'by what was learnt; four workers'],
  ],
  async run(_files, values, streams) {
    const adapt = adaptationOf(values.adapt);
    const jobs = jobsOf(values.jobs) ?? 1;
    const glossary = await glossaryFrom(values.glossary);
    await lexiconFrom(values.lexicon);
    const [{ alone }, { workers }] = await Promise.all([
      import('../batch/crew.ts'),
      import('./workforce.ts'),
    ]);
    const reading = { segmented: false, locales: {}, charsets: {} };
    const options = { reading, glossary, adapt, anchors: true, explain: false };
    const crew = jobs === 1 ? alone(options) : workers(jobs, options);
    const failed = await answerAll(crew, values.lexicon, streams).finally(() => crew.close());
    if (failed > 0)
      await tell(streams.stderr, `${failed} ${failed === 1 ? 'pair' : 'pairs'} could not be aligned.`);
    return failed > 0 ? SOME_FAILED : DONE;
  },
});

function adaptationOf(typed = 'pair'): 'pair' | 'none' {
  if (typed !== 'batch') return oneOf('--adapt', typed, ['pair', 'none']);
  const reason = '--adapt batch: a pipe does not know the pairs that are still to come.';
  throw new DuiqiError('usage', reason, {}, 'Learn from some of them first: duiqi learn, then --lexicon.');
}

async function* nothing(): AsyncGenerator<string> {}

/** Lines in work or waiting for their turn, for each worker. */
const WINDOW = 4;

/** The number of lines that were answered with an error. */
async function answerAll(
  crew: Crew,
  lexicon: string | undefined,
  { stdin, stdout }: Streams,
): Promise<number> {
  const { jsonLines, readRecord } = await import('../batch/pipe.ts');
  const { errorLine } = await import('../batch/record.ts');
  const { inOrder } = await import('../batch/ordered.ts');
  let failed = 0;
  const answer = async (line: JsonLine): Promise<string> => {
    const record = readRecord(line);
    if (record === undefined) return '';
    if ('reason' in record) {
      failed++;
      return errorLine(record.id, record.line, record.reason);
    }
    const answered = await crew.record(record, lexicon);
    if (typeof answered === 'string') return answered;
    failed++;
    return errorLine(record.id, record.line, describeFailure(answered));
  };
  const window = crew.jobs === 1 ? 1 : WINDOW * crew.jobs;
  for await (const answered of inOrder(jsonLines(stdin ?? nothing()), window, answer)) {
    if (answered !== '') await print(stdout, answered);
  }
  return failed;
}

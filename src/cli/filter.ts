import { DuiqiError } from '../errors.ts';
import type { Origin } from '../units/filter/origin.ts';
import { RULES } from '../units/filter/rules.ts';
import type { SetName } from '../units/filter/split.ts';
import type { Unit } from '../units/unit.ts';
import { command, DONE } from './command.ts';
import { FILTER_OPTIONS, rulesOf, seedOf, sharesOf, testSetOf, thresholdsOf } from './filter-options.ts';
import { counted, reportOf, Samples } from './filter-report.ts';
import type { Memory } from './memories.ts';
import { print, type Streams, tell } from './streams.ts';
import { printable } from './terminal.ts';
import type { OutputReport, Target, UnitOutput } from './unit-output.ts';
import { oneOf } from './values.ts';

const longest = Math.max(...RULES.map(({ name }) => name.length));

export const filterCommand = command({
  name: 'filter',
  files: 'IN...',
  count: [1, Number.POSITIVE_INFINITY],
  summary: 'Drops from memories what harms the training of a machine',
  details:
    `A unit counts for the first rule that drops it:\n${RULES.map(({ name, drops }) => `  ${name.padEnd(longest)}  ${drops}`).join('\n')}\n\n` +
    'Of duplicates the first stays. --dev and --test write shares of what stays to\n' +
    'OUT.dev.EXT and OUT.test.EXT; all units of a document go to the same set.',
  options: FILTER_OPTIONS,
  examples: [
    ['duiqi filter all.tmx -o clean.jsonl --report', 'and a table of what was dropped'],
    ['duiqi filter all.tmx --dry-run', 'only show what would be dropped'],
    ['duiqi filter *.jsonl -o c.zh --test-set wmt.tsv', 'Moses files without a test set'],
    ['duiqi filter all.jsonl -o c.jsonl --dev .01 --test .01', 'three sets'],
  ],
  async run(inputs, values, streams) {
    const { openMemory } = await import('./memories.ts');
    const { memoryReadingOf } = await import('./conversion.ts');
    const { openFilter } = await import('../units/filter/filter.ts');
    const [rules, thresholds, shares] = [rulesOf(values), thresholdsOf(values), sharesOf(values)];
    const { 'zh-lang': zh, 'en-lang': en } = values;
    const reading = memoryReadingOf({ 'zh-lang': zh, 'en-lang': en }, streams);
    if (values.only && rules.includes('overlap') && !values['test-set']) throw lacksTestSet();
    const testSet = await testSetOf(values['test-set'] ?? [], reading);
    const filter = openFilter({ rules, thresholds, testSet: testSet.sentences });
    const memories: Memory[] = [];
    for (const input of inputs) memories.push(await openMemory(input, reading));
    const samples = values['dry-run'] ? new Samples() : undefined;
    if (samples) {
      for await (const unit of unitsOf(memories)) samples.add(filter.judge(unit), unit);
      await print(streams.stdout, samples.text());
    } else {
      const { openSplit } = await import('../units/filter/split.ts');
      const set = openSplit(shares, seedOf(values));
      const used = [...memories.flatMap(({ files }) => files), ...testSet.files];
      const outputs = await openOutputs(values, used, memories, streams);
      await writeKept(
        unitsOf(memories),
        (unit) => (filter.judge(unit) ? undefined : set(unit)),
        values,
        outputs,
        streams,
      );
    }
    if (values.report || samples) await tell(streams.stderr, reportOf(filter.counts).trimEnd());
    const { judged, kept } = filter.counts;
    await tell(
      streams.stderr,
      `${counted(judged)} read, ${kept} ${samples ? 'would stay' : 'kept'}, ${judged - kept} dropped.`,
    );
    return DONE;
  },
});

const lacksTestSet = () =>
  new DuiqiError(
    'usage',
    '--only overlap: with what?',
    {},
    'Name what may not be trained on with --test-set.',
  );

interface Values extends Origin {
  readonly o?: string | undefined;
  readonly from?: string | undefined;
  readonly dev?: string | undefined;
  readonly test?: string | undefined;
}

async function* unitsOf(memories: readonly Memory[]): AsyncGenerator<Unit> {
  for (const memory of memories) yield* memory.units();
}

type Outputs = ReadonlyMap<SetName, { readonly target: Target; readonly output: UnitOutput }>;

/** An output for each set that is asked for. @throws DuiqiError `usage`, `unwritable`, `output-is-input` */
async function openOutputs(
  values: Values,
  inputs: readonly string[],
  memories: readonly Memory[],
  { stdout }: Streams,
): Promise<Outputs> {
  const { checkTargets } = await import('./destination.ts');
  const { newestDate } = await import('./memory-options.ts');
  const { UnitOutput } = await import('./unit-output.ts');
  const { packageVersion } = await import('./version.ts');
  const targets = await targetsOf(values);
  await checkTargets(
    targets.filter(([, { path }]) => path !== undefined).map(([, target]) => target),
    inputs,
    {},
  );
  const source = oneOf('--from', values.from ?? 'en', ['en', 'zh']);
  const date = await newestDate(memories.flatMap(({ files }) => files));
  const options = { source, date, toolVersion: packageVersion() };
  const outputs = new Map<SetName, { target: Target; output: UnitOutput }>();
  try {
    for (const [set, target] of targets) {
      outputs.set(set, { target, output: await UnitOutput.open(target, options, stdout) });
    }
  } catch (error) {
    for (const { output } of outputs.values()) await output.discard();
    throw error;
  }
  return outputs;
}

async function targetsOf({ o, dev, test }: Values): Promise<[SetName, Target][]> {
  const { destinationOf, targetNamed } = await import('./destination.ts');
  const sets: readonly SetName[] = [
    ...(dev === undefined ? [] : (['dev'] as const)),
    ...(test === undefined ? [] : (['test'] as const)),
  ];
  if (o === undefined) {
    const destination = destinationOf([], []);
    if (sets.length > 0 || destination.kind !== 'stdout') {
      throw new DuiqiError(
        'usage',
        '--dev and --test write several files.',
        {},
        'Name the first of them with -o.',
      );
    }
    return [['train', destination.target]];
  }
  const { formatOf } = await import('../units/formats.ts');
  const train = targetNamed(o);
  const stem = formatOf(o)!.stem;
  return [
    ['train', train],
    ...sets.map((set): [SetName, Target] => [set, targetNamed(`${stem}.${set}${o.slice(stem.length)}`)]),
  ];
}

/** Writes what stays, each unit to its set. @throws DuiqiError `unwritable`, `language`, or what reading finds wrong */
async function writeKept(
  units: AsyncIterable<Unit>,
  setOf: (unit: Unit) => SetName | undefined,
  { source, licence, url }: Values,
  outputs: Outputs,
  { stderr }: Streams,
): Promise<void> {
  const { withOrigin } = await import('../units/filter/origin.ts');
  try {
    for await (const unit of units) {
      const set = setOf(unit);
      if (set) await outputs.get(set)!.output.add(withOrigin(unit, { source, licence, url }));
    }
    const reports = new Map<SetName, OutputReport>();
    for (const [set, { output }] of outputs) reports.set(set, await output.end());
    for (const { output } of outputs.values()) await output.commit();
    for (const [set, { target }] of outputs) {
      const { written, blank, droppedCharacters } = reports.get(set)!;
      const losses = [
        ...(blank > 0 ? [`; ${blank} without text left out`] : []),
        ...(droppedCharacters > 0 ? [`; forbidden characters dropped: ${droppedCharacters}`] : []),
      ];
      const advice =
        written === 0 && outputs.size > 1
          ? ': all documents went to other sets; take other shares or another --seed'
          : '';
      const name = target.path === undefined ? '' : `${printable(target.path)}: `;
      await tell(stderr, `${name}${counted(written)} written${losses.join('')}${advice}.`);
    }
  } catch (error) {
    for (const { output } of outputs.values()) await output.discard();
    throw error;
  }
}

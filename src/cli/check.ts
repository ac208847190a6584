import { DuiqiError } from '../errors.ts';
import type { LossName } from '../units/check/mend-element.ts';
import type { Finding, RuleName } from '../units/check/rules.ts';
import { command, DONE, type ExitCode, NOTHING_DONE, SOME_FAILED } from './command.ts';
import { describe } from './describe.ts';
import type { PendingFile } from './pending-file.ts';
import { openSource } from './sources.ts';
import { print, type Streams, tell } from './streams.ts';
import { labelled, printable } from './terminal.ts';

/** So many findings of a rule are shown of each file: a fault of the program that wrote it is in every unit. */
const MOST_SHOWN = 20;

export const checkCommand = command({
  name: 'check',
  files: 'FILE.tmx...',
  count: [1, Number.POSITIVE_INFINITY],
  summary: 'Tells what keeps programs from using a TMX, and mends it',
  details:
    'One finding a line: FILE:LINE:COLUMN: rule: what is wrong. Standard error counts\n' +
    'them and says what programs make of each. With --fix, -o gets the mended memory;\n' +
    'units of another pair of locales go to a file beside it: out.zh-TW.tmx. The exit\n' +
    'code is 1 when something was found, mended or not, and 2 for what is no TMX.',
  options: {
    fix: { type: 'boolean', describe: 'Write a mended memory to -o' },
    o: { type: 'string', describe: 'The mended memory: FILE.tmx, or FILE.tmx.gz' },
    srclang: {
      type: 'string',
      describe: 'With --fix: the source language to write where the file names none that it has',
    },
    all: { type: 'boolean', describe: `Show every finding, not the first ${MOST_SHOWN} of each rule` },
  },
  examples: [
    ['duiqi check old.tmx', 'what is wrong with it'],
    ['duiqi check old.tmx --fix -o new.tmx', 'and a memory without it'],
  ],
  async run(files, { fix, o, srclang, all }, streams) {
    const output = await outputOf(files, { fix, o, srclang });
    let code: ExitCode = DONE;
    let failed = 0;
    for (const file of files) {
      try {
        const counts = await checked(file, all ?? false, streams);
        if (counts.size > 0) code = SOME_FAILED;
        if (output !== undefined) await mend(file, output, counts, srclang, streams);
      } catch (error) {
        if (!(error instanceof DuiqiError) || error.code === 'unwritable') throw error;
        failed++;
        await tell(streams.stderr, `duiqi: ${describe(error)}`);
      }
    }
    if (failed === files.length) return NOTHING_DONE;
    return failed > 0 ? SOME_FAILED : code;
  },
});

/** Where the mended memory goes, if anywhere. @throws DuiqiError `usage`, `unwritable`, `output-is-input` */
async function outputOf(
  files: readonly string[],
  { fix, o, srclang }: { fix?: boolean | undefined; o?: string | undefined; srclang?: string | undefined },
): Promise<string | undefined> {
  if (!fix) {
    const stray = o === undefined ? (srclang === undefined ? undefined : '--srclang') : '-o';
    if (stray === undefined) return undefined;
    throw new DuiqiError('usage', `${stray} is only for mending.`, {}, 'Add --fix, or leave it out.');
  }
  if (o === undefined) {
    throw new DuiqiError('usage', '--fix: where to?', {}, 'Name the mended memory with -o OUT.tmx.');
  }
  if (files.length > 1) {
    throw new DuiqiError('usage', '--fix mends one file at a time.', {}, 'Give one FILE.tmx.');
  }
  const { isTag } = await import('../units/check/locale-pairs.ts');
  if (srclang !== undefined && !isTag(srclang)) {
    throw new DuiqiError(
      'usage',
      `--srclang: “${srclang}” is no locale.`,
      {},
      'Write for example en or zh-CN.',
    );
  }
  const { checkOutputFile } = await import('./destination.ts');
  await checkOutputFile(o, files);
  return o;
}

type Counts = ReadonlyMap<RuleName, number>;

/** Prints what is wrong with the file, and returns how often each rule is broken. */
async function checked(file: string, showAll: boolean, { stdout, stderr }: Streams): Promise<Counts> {
  const { checkTmx } = await import('../units/check/check.ts');
  const counts = new Map<RuleName, number>();
  for await (const finding of checkTmx(await openSource(file))) {
    const count = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, count);
    if (showAll || count <= MOST_SHOWN) await print(stdout, `${printable(lineOf(file, finding))}\n`);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const found = total === 0 ? 'nothing found' : `${grouped(total)} ${total === 1 ? 'finding' : 'findings'}`;
  await tell(stderr, printable(`${file}: ${found}.`));
  for (const line of await explained(counts, showAll)) await tell(stderr, line);
  return counts;
}

const lineOf = (file: string, { line, column, rule, message }: Finding) =>
  `${file}:${line}:${column}: ${rule}: ${message}`;

async function explained(counts: Counts, showAll: boolean): Promise<string[]> {
  const { RULES } = await import('../units/check/rules.ts');
  return [...counts].map(([name, count]) => {
    const { severity, effect } = RULES[name];
    const shown = showAll || count <= MOST_SHOWN ? '' : ` ${MOST_SHOWN} of them are shown; --all shows each.`;
    const label = `  ${grouped(count)} ${name} `;
    return labelled(label, `${severity}: ${effect}${shown}`, Math.max(LABEL, label.length));
  });
}

const LABEL = 28;

const grouped = (count: number) => count.toLocaleString('en');

/** Writes the mended files, and tells what they lack and what could not be mended. */
async function mend(
  file: string,
  output: string,
  found: Counts,
  srclang: string | undefined,
  streams: Streams,
): Promise<void> {
  const { RULES } = await import('../units/check/rules.ts');
  const { losses, outputs } = await writeMended(file, output, srclang);
  const { LOSSES } = await import('../units/check/mend-element.ts');
  for (const path of outputs) await tell(streams.stderr, printable(`${path}: mended.`));
  for (const [loss, { count, lines }] of losses) {
    const places = lines.join(', ') + (count > lines.length ? ' …' : '');
    const [one, several] = LOSSES[loss];
    await tell(
      streams.stderr,
      `  left out: ${grouped(count)} ${count === 1 ? one : several} (line ${places})`,
    );
  }
  const remaining = [...found].filter(([name]) => !RULES[name].isMended);
  for (const [name, count] of remaining)
    await tell(streams.stderr, `  not mended: ${grouped(count)} ${name}`);
}

type LossCounts = ReadonlyMap<LossName, Loss>;

interface Loss {
  count: number;
  /** The first lines of the input where it stood. */
  readonly lines: number[];
}

const LINES_TOLD = 5;

/** Puts all mended files in their places, or none. @throws DuiqiError `unwritable` */
async function writeMended(
  file: string,
  output: string,
  srclang: string | undefined,
): Promise<{ losses: LossCounts; outputs: readonly string[] }> {
  const { fixTmx } = await import('../units/check/fix.ts');
  const pendingFiles = await import('./pending-file.ts');
  const { checkOutputFile } = await import('./destination.ts');
  const losses = new Map<LossName, Loss>();
  const pending = new Map<string, PendingFile>();
  try {
    const pieces = fixTmx(await openSource(file), {
      srclang,
      onLoss: (name, { line }) => {
        const loss = losses.get(name) ?? { count: 0, lines: [] };
        if (++loss.count <= LINES_TOLD) loss.lines.push(line);
        losses.set(name, loss);
      },
    });
    for await (const piece of pieces) {
      let target = pending.get(piece.file);
      if (!target) {
        const path = besides(output, piece.file);
        if (path !== output) await checkOutputFile(path, [file]);
        target = await pendingFiles.PendingFile.open(path, path.endsWith('.gz'));
        pending.set(piece.file, target);
      }
      await target.write(piece.text);
    }
    for (const target of pending.values()) await target.close();
    for (const target of pending.values()) await target.commit();
  } catch (error) {
    for (const target of pending.values()) await target.discard();
    throw error;
  }
  return { losses, outputs: Array.from(pending.values(), ({ path }) => path) };
}

/** `out.zh-TW.tmx` for `out.tmx`. */
function besides(output: string, name: string): string {
  if (name === '') return output;
  const ending = /(?:\.[^./\\]+)?(?:\.gz)?$/.exec(output)![0];
  return `${output.slice(0, output.length - ending.length)}.${name}${ending}`;
}

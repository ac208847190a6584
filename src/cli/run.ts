import { DuiqiError } from '../errors.ts';
import { alignCommand } from './align.ts';
import { anchorsCommand } from './anchors.ts';
import { checkCommand } from './check.ts';
import { type Command, DONE, type ExitCode, NOTHING_DONE } from './command.ts';
import { convertCommand } from './convert.ts';
import { describe } from './describe.ts';
import { evalCommand } from './eval.ts';
import { filterCommand } from './filter.ts';
import { learnCommand } from './learn.ts';
import { mergeCommand } from './merge.ts';
import { nearest } from './nearest.ts';
import { pairCommand } from './pair.ts';
import { type Parsed, parse } from './parse.ts';
import { pipeCommand } from './pipe.ts';
import { segmentCommand } from './segment.ts';
import { print, type Streams, tell } from './streams.ts';
import { isBrokenPipe } from './system.ts';

const COMMANDS: readonly Command[] = [
  alignCommand,
  pairCommand,
  learnCommand,
  pipeCommand,
  convertCommand,
  mergeCommand,
  filterCommand,
  checkCommand,
  segmentCommand,
  anchorsCommand,
  evalCommand,
];

/**
 * Does what a command line says.
 *
 * @param argv what was typed after `duiqi`
 * @returns the exit code: 0 done, 1 done but some inputs failed, 2 nothing could be done
 */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    return await start(argv, streams);
  } catch (error) {
    if (isBrokenPipe(error)) return DONE;
    await tell(streams.stderr, `duiqi: ${describe(error)}`);
    return NOTHING_DONE;
  }
}

async function start(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const parsed = parse(argv, COMMANDS);
  if (parsed.output) {
    await print(streams.stdout, `${parsed.output}\n`);
    return DONE;
  }
  if (parsed.words.length === 0) {
    await tell(streams.stderr, parse(['--help'], COMMANDS).output);
    return NOTHING_DONE;
  }
  const [name, ...files] = parsed.words;
  const chosen = COMMANDS.find((command) => command.name === name);
  if (!chosen) throw unknownCommand(name!);
  checkOptions(chosen, argv, parsed);
  checkFiles(chosen, files);
  return chosen.run(files, parsed.values, streams);
}

function unknownCommand(name: string): DuiqiError {
  const names = COMMANDS.map((command) => command.name);
  const near = nearest(name, names);
  const advice = near
    ? `Did you mean duiqi ${near}?`
    : `The commands are ${names.join(', ')}; duiqi --help tells what they do.`;
  return new DuiqiError('usage', `${name}: unknown command.`, {}, advice);
}

function checkOptions(
  { name, options }: Command,
  argv: readonly string[],
  { values, failure }: Parsed,
): void {
  const known = [...Object.keys(options), 'help', 'version'];
  const typed = (option: string) =>
    argv.find((word) => /^-/.test(word) && word.replace(/^--?/, '').split('=')[0] === option) ?? option;
  for (const [option, value] of Object.entries(values)) {
    if (!known.includes(option)) {
      const near = nearest(option, known);
      const advice = near ? `Did you mean ${dashed(near)}?` : `duiqi ${name} --help shows the options.`;
      throw new DuiqiError('usage', `${typed(option).split('=')[0]}: unknown option.`, {}, advice);
    }
    const { array, nargs = 1, type = 'boolean' } = options[option] ?? {};
    if (type === 'boolean' && argv.some((word) => word.startsWith(`${dashed(option)}=`))) {
      throw new DuiqiError('usage', `${dashed(option)}: it takes no value.`, {}, 'Write it alone.');
    }
    if (type === 'string' && [value].flat().some((text) => text === '' || text === true))
      throw lacksValue(option);
    if (array && Array.isArray(value) && value.length === 0) throw lacksValue(option);
    if (!array && Array.isArray(value) && value.length !== nargs) {
      throw new DuiqiError('usage', `${dashed(option)}: given more than once.`, {}, 'Give it once.');
    }
  }
  if (failure) throw new DuiqiError('usage', `${failure}.`, {}, `See duiqi ${name} --help.`);
}

const lacksValue = (option: string) =>
  new DuiqiError('usage', `${dashed(option)}: its value is missing.`, {}, 'Write it behind the option.');

const dashed = (option: string) => (option.length > 1 ? `--${option}` : `-${option}`);

function checkFiles({ name, files, count: [fewest, most] }: Command, given: readonly string[]): void {
  if (given.includes('')) {
    const advice = 'Look for quotation marks around nothing, or a variable that is not set.';
    throw new DuiqiError('usage', 'the name of a file is empty.', {}, advice);
  }
  if (given.length >= fewest && given.length <= most) return;
  const reason = given.length < fewest ? 'too few files.' : 'too many files.';
  const line = most === 0 ? `${name} < FILE` : `${name} ${files}`;
  throw new DuiqiError('usage', reason, {}, `Write duiqi ${line}.`);
}

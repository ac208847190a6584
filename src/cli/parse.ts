import yargs, { type Argv } from 'yargs';
import type { Command } from './command.ts';
import { packageVersion } from './version.ts';

const EXIT_CODES = 'Exit codes: 0 done, 1 done but some inputs failed, 2 nothing could be done.';

/** What a command line says, before anything is done about it. */
export interface Parsed {
  /** The command and its files. */
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  /** What `--help` and `--version` want to print; otherwise empty. */
  readonly output: string;
  /** What the parser itself finds wrong. */
  readonly failure: string | undefined;
}

/** Reads a command line; unknown commands, options and missing values are left to the caller. */
export function parse(argv: readonly string[], commands: readonly Command[]): Parsed {
  // yargs lays out the help of a command before it runs it, asked for or not; that takes longer than all the rest.
  const isHelpWanted = argv.some((word) => /^(?:--?h|--help)/.test(word));
  const parser = emptyParser();
  for (const command of commands) declare(parser, command, isHelpWanted);
  let output = '';
  let failure: string | undefined;
  const read = parser.parse([...argv], {}, (error: Error | undefined, _read: unknown, printed: string) => {
    failure = error?.message;
    output = error ? '' : printed;
  });
  const { _: words, $0: _name, ...values } = read as { _: unknown[]; $0: string };
  return { words: words.map(String), values, output, failure };
}

function emptyParser(): Argv {
  return yargs()
    .scriptName('duiqi')
    .locale('en')
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-positional-numbers': false,
      'short-option-groups': false,
      'strip-aliased': true,
    })
    .usage(
      'duiqi COMMAND\n\nAligns the English and the Chinese version of one story into a translation memory.',
    )
    .epilogue(`duiqi COMMAND --help shows the options of a command, with examples.\n\n${EXIT_CODES}`)
    .help('help', 'Show this help')
    .alias('help', 'h')
    .version('version', 'Show the version', packageVersion())
    .exitProcess(false)
    .wrap(80);
}

function declare(
  parser: Argv,
  { name, files, summary, details, options, examples }: Command,
  isHelpWanted: boolean,
): void {
  parser.command(name, summary, (own) => {
    if (!isHelpWanted) return own.options(hidden(options));
    return own
      .usage(`${['duiqi', name, files, '[options]'].filter(Boolean).join(' ')}\n\n${summary}.\n\n${details}`)
      .options(options)
      .example(examples.map(([line, does]): [string, string] => [line, does]))
      .epilogue(EXIT_CODES);
  });
}

/** Kept out of a help that nobody will read. */
function hidden(options: Command['options']): Command['options'] {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, { ...option, hidden: true }]),
  );
}

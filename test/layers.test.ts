import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The rooms of src in the order of the data: each may import from the lines above its own, never from below. */
const LAYERS: readonly (readonly string[])[] = [
  ['model.ts', 'errors.ts', 'threads'],
  ['language'],
  ['read'],
  ['evidence'],
  ['search'],
  ['adapt'],
  ['rounds'],
  ['align.ts'],
  ['learn.ts'],
  ['units'],
  ['pair', 'batch', 'memory', 'review'],
  ['index.ts'],
  ['cli'],
];

/** Rooms that may import less than the order lets them. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  search: ['model.ts'],
  build: ['model.ts', 'errors.ts', 'language', 'read'],
};

/** Rooms that run as programs of their own: nothing else may print, read the environment or end the process. */
const PROGRAMS = ['cli', 'build'];

/** The name of the package wherever it is loaded from: import, require, or a require made by createRequire. */
const NODEJIEBA = /['"`]nodejieba['"`]/;

type Sources = Readonly<Record<string, string>>;

const roomOf = (file: string) => file.split('/')[0]!;
const layerOf = (room: string) => LAYERS.findIndex((rooms) => rooms.includes(room));

/** Line comments count as such only at a line's start or after a space, so that `https://` in a string stays. */
const withoutComments = (source: string) =>
  source.replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');

/** The modules that a source names in `import … from`, `export … from`, `import '…'`, `import(…)` and `require(…)`. */
function importsOf(source: string): string[] {
  const named = withoutComments(source).matchAll(/\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n]+)\1/g);
  return [...named].map((match) => match[2]!);
}

/** What is wrong with the import of `target` (a path in src) by `file`, if anything. */
function wrongImport(file: string, target: string): string | undefined {
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === to) return undefined;
  if (ONLY[from])
    return ONLY[from].includes(to) ? undefined : `${from} may import only ${ONLY[from].join(', ')}`;
  if (layerOf(to) < 0) return `${to} is not a room that others may import`;
  if (layerOf(from) < 0) return `${from} is not a room of the order`;
  return layerOf(to) < layerOf(from) ? undefined : `${from} stands above ${to}`;
}

/** Every breach of the rules in the sources, given as path in src → text; empty when all is well. */
function breaches(sources: Sources): string[] {
  const files = Object.entries(sources);
  const imports = files.flatMap(([file, source]) =>
    importsOf(source)
      .filter((module) => module.startsWith('.'))
      .map((module) => posix.join(posix.dirname(file), module))
      .map((target) => ({ file, target, reason: wrongImport(file, target) }))
      .filter(({ reason }) => reason !== undefined)
      .map(({ reason, target }) => `${file} imports ${target}: ${reason}`),
  );
  const prints = files
    .filter(([file]) => !PROGRAMS.includes(roomOf(file)))
    .filter(([, source]) =>
      /(?<![-\w])(?:process|console)\s*(?:\.|\[|\?\.)|['"]node:(?:process|console)['"]/.test(
        withoutComments(source),
      ),
    )
    .map(([file]) => `${file} touches process or console, which is the work of cli`);
  const jieba = files.filter(([, source]) => NODEJIEBA.test(withoutComments(source))).map(([file]) => file);
  const segmenters =
    jieba.length <= 1 && jieba.every((file) => roomOf(file) === 'language')
      ? []
      : [`nodejieba belongs in one file of language, not in ${jieba.join(', ')}`];
  return [...imports, ...prints, ...segmenters];
}

function readSources(): Sources {
  const root = fileURLToPath(new URL('../src', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return Object.fromEntries(
    files.map((file) => [file.split(sep).join('/'), readFileSync(join(root, file), 'utf8')]),
  );
}

test('no file of src imports against the order of the rooms', () => {
  const sources = readSources();
  expect(Object.keys(sources)).toContain('model.ts');
  expect(breaches(sources)).toEqual([]);
});

test('an import from below is found, whatever its form', () => {
  const wrong: Sources = {
    'read/a.ts': "import { align } from '../align.ts';",
    'language/b.ts': "import type { Part } from '../read/parts.ts';",
    'adapt/c.ts': "export { x } from '../units/formats/tmx.ts';",
    'evidence/d.ts': "const heavy = await import('../cli/run.ts');",
    'model.ts': "import './language/words.ts';",
    'index.ts': "export * from './cli/run.ts';",
    'pair/e.ts': "import { b } from '../batch/b.ts';",
  };
  const found = breaches(wrong);
  for (const file of Object.keys(wrong)) {
    expect(found.filter((breach) => breach.startsWith(`${file} imports`))).toHaveLength(1);
  }
});

test('an import that the order lets pass is still found where a room may import less', () => {
  expect(breaches({ 'search/band.ts': "import { DuiqiError } from '../errors.ts';" })).toHaveLength(1);
  expect(breaches({ 'build/dictionary.ts': "import { x } from '../evidence/lexicon.ts';" })).toHaveLength(1);
  expect(breaches({ 'align.ts': "import { x } from './build/dictionary.ts';" })).toHaveLength(1);
});

test('nodejieba in a second file, or outside language, is found', () => {
  const imported = "import jieba from 'nodejieba';";
  const required = "const jieba = createRequire(import.meta.url)('nodejieba');";
  expect(breaches({ 'language/words.ts': imported })).toEqual([]);
  expect(breaches({ 'language/words.ts': imported, 'language/tags.ts': required })).toHaveLength(1);
  expect(breaches({ 'evidence/words.ts': imported })).toHaveLength(1);
  expect(breaches({ 'evidence/words.ts': required })).toHaveLength(1);
});

test('printing or reading the environment outside the programs is found, a word in a comment is not', () => {
  expect(breaches({ 'read/a.ts': "console.log('x');" })).toHaveLength(1);
  expect(breaches({ 'align.ts': 'const debug = process.env.DEBUG;' })).toHaveLength(1);
  expect(breaches({ 'units/a.ts': "import { stdout } from 'node:process';" })).toHaveLength(1);
  expect(
    breaches({ 'units/a.ts': '// the process. It ends\n/* console.log */\nconst processed = 1;' }),
  ).toEqual([]);
  expect(breaches({ 'cli/run.ts': 'process.exitCode = 1;' })).toEqual([]);
});

test('imports that follow the order pass', () => {
  expect(
    breaches({
      'align.ts': "import { band } from './search/band.ts';\nimport { size } from './model.ts';",
      'units/formats/tmx.ts':
        "import { shape } from '../model.ts';\nimport { writeFile } from 'node:fs/promises';",
      'cli/run.ts': "const { align } = await import('../align.ts');\nimport yargs from 'yargs';",
    }),
  ).toEqual([]);
});

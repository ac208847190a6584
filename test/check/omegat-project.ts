/** Lets OmegaT translate without a window: a project with memories in `tm/auto`, and what it makes of its source. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export { missingPrograms } from './schemas.ts';

const JAR = '/usr/share/omegat/OmegaT.jar';

export interface OmegatProject {
  /** A folder that is there, and in which the project has room of its own. */
  readonly folder: string;
  /** File name → memory. */
  readonly memories: Readonly<Record<string, string | Uint8Array>>;
  /** What is to be translated: each text stands in a paragraph of its own. */
  readonly texts: readonly string[];
  /** English and zh-CN unless told. */
  readonly locales?: readonly [source: string, target: string];
  /** Whether OmegaT cuts the texts into sentences; else each is one segment. */
  readonly isSegmented?: boolean;
}

/** What OmegaT makes of each text: its translation, or the text itself where no memory has it. */
export function translateWithOmegat({
  folder,
  memories,
  texts,
  locales,
  isSegmented,
}: OmegatProject): string[] {
  const project = join(folder, 'project');
  for (const part of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary']) {
    mkdirSync(join(project, part), { recursive: true });
  }
  const settings = projectSettings(locales ?? ['en', 'zh-CN'], isSegmented ?? false);
  writeFileSync(join(project, 'omegat.project'), settings);
  writeFileSync(join(project, 'source', 'text.txt'), texts.join('\n\n'));
  for (const [name, memory] of Object.entries(memories))
    writeFileSync(join(project, 'tm', 'auto', name), memory);
  const options = ['--mode=console-translate', `--config-dir=${join(folder, 'settings')}`];
  execFileSync('omegat', [project, ...options], { stdio: 'ignore' });
  return readFileSync(join(project, 'target', 'text.txt'), 'utf8')
    .trimEnd()
    .split('\n\n');
}

/** The segments of a project that was translated, as OmegaT cuts them, each once. */
export function segmentsOfOmegat({ folder }: OmegatProject): string[] {
  const memory = join(folder, 'segments.tmx');
  const options = ['--mode=console-createpseudotranslatetmx', '--pseudotranslatetype=equal'];
  const places = [`--pseudotranslatetmx=${memory}`, `--config-dir=${join(folder, 'settings')}`];
  execFileSync('omegat', [join(folder, 'project'), ...options, ...places], { stdio: 'ignore' });
  const segments = readFileSync(memory, 'utf8').matchAll(/<tu>.*?<seg>([^<]*)<\/seg>/gs);
  return [...new Set(Array.from(segments, ([, text]) => unescaped(text!)))];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string) =>
  text.replaceAll(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Puts the DTD and the schema of TMX 1.4 that come with OmegaT into the folder. */
export function unpackTmxSchemas(folder: string): void {
  for (const name of ['tmx14.dtd', 'tmx14.xsd', 'xml.xsd']) {
    writeFileSync(join(folder, name), execFileSync('unzip', ['-p', JAR, `schemas/${name}`]));
  }
}

function projectSettings([source, target]: readonly [string, string], isSegmented: boolean): string {
  const folders = ['source', 'target', 'tm', 'glossary', 'dictionary'];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
${folders.map((name) => `    <${name}_dir>__DEFAULT__</${name}_dir>`).join('\n')}
    <glossary_file>__DEFAULT__</glossary_file>
    <source_lang>${source}</source_lang>
    <target_lang>${target}</target_lang>
    <sentence_seg>${isSegmented}</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
`;
}

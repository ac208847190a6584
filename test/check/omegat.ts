/**
 * Makes a memory of the corpus story with the built command, checks it against the TMX 1.4 DTD that comes
 * with OmegaT, and lets OmegaT fill a project from it. `npm run check:omegat`, after `npm run build`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readJsonl } from '../../src/units/formats/jsonl.ts';
import type { UnitRead } from '../../src/units/unit.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NEWS = join(ROOT, 'corpus', 'news');
const JAR = '/usr/share/omegat/OmegaT.jar';
const LOWEST_SHARE = 0.9;
const INSTALL = 'Debian: apt-get install omegat libxml2-utils unzip';

const say = (line: string) => process.stdout.write(`${line}\n`);

function missingPrograms(): string[] {
  return ['omegat', 'xmllint', 'unzip'].filter((program) => spawnSync('which', [program]).status !== 0);
}

/** Writes news.tmx and news.jsonl into the folder. */
function alignStory(folder: string): void {
  const duiqi = join(ROOT, 'dist', 'cli', 'main.js');
  const outputs = ['tmx', 'jsonl'].flatMap((format) => ['-o', join(folder, `news.${format}`)]);
  const files = [join(NEWS, 'zh-CN.txt'), join(NEWS, 'en.txt')];
  execFileSync(process.execPath, [duiqi, 'align', ...files, ...outputs], { stdio: 'inherit' });
}

/** Whether the file keeps to the DTD; what breaks it goes to standard error. */
function isValid(folder: string): boolean {
  const dtd = join(folder, 'tmx14.dtd');
  writeFileSync(dtd, execFileSync('unzip', ['-p', JAR, 'schemas/tmx14.dtd']));
  const flags = ['--noout', '--nonet', '--dtdvalid', dtd];
  return spawnSync('xmllint', [...flags, join(folder, 'news.tmx')], { stdio: 'inherit' }).status === 0;
}

/**
 * Lets OmegaT translate the English sentences, and returns what it made of them. Each stands in a paragraph
 * of its own and OmegaT does not cut them further, so a unit matches when its English is the very sentence.
 */
function translate(folder: string, sentences: readonly string[]): string[] {
  const project = join(folder, 'project');
  for (const part of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary']) {
    mkdirSync(join(project, part), { recursive: true });
  }
  writeFileSync(join(project, 'omegat.project'), PROJECT);
  writeFileSync(join(project, 'source', 'en.txt'), sentences.join('\n\n'));
  copyFileSync(join(folder, 'news.tmx'), join(project, 'tm', 'auto', 'news.tmx'));
  const settings = `--config-dir=${join(folder, 'settings')}`;
  execFileSync('omegat', [project, '--mode=console-translate', settings], { stdio: 'ignore' });
  return readFileSync(join(project, 'target', 'en.txt'), 'utf8')
    .trimEnd()
    .split('\n\n');
}

const PROJECT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <glossary_file>__DEFAULT__</glossary_file>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>en</source_lang>
    <target_lang>zh-CN</target_lang>
    <sentence_seg>false</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
`;

/** Whether the memory is valid and OmegaT filled enough of its 1-1 units. */
function check(folder: string): boolean {
  alignStory(folder);
  if (!isValid(folder)) {
    say('news.tmx breaks the TMX 1.4 DTD.');
    return false;
  }
  say('news.tmx keeps to the TMX 1.4 DTD.');
  const source = readFileSync(join(NEWS, 'gold', 'en.txt'), 'utf8')
    .trimEnd()
    .split('\n');
  const target = translate(folder, source);
  const units = readJsonl(readFileSync(join(folder, 'news.jsonl'), 'utf8'), 'news.jsonl');
  const offered = units.filter(({ bead, score }) => bead === '1-1' && (score ?? 0) >= 0.5);
  const isFilled = ({ en, zh }: UnitRead) =>
    source.some((sentence, i) => sentence === en && target[i] === zh);
  const filled = offered.filter(isFilled).length;
  const share = offered.length === 0 ? 0 : filled / offered.length;
  say(`OmegaT filled ${filled} of ${offered.length} 1-1 units (${(100 * share).toFixed(1)} %).`);
  return share >= LOWEST_SHARE;
}

function main(): number {
  const missing = missingPrograms();
  if (missing.length > 0) {
    const required = process.env.CI === 'true';
    say(`${required ? 'failed' : 'skipped'}: ${missing.join(', ')} not installed. ${INSTALL}`);
    return required ? 1 : 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-omegat-'));
  try {
    return check(folder) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();

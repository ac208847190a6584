/**
 * Aligns every corpus story with the built command, in both directions, and holds what it writes as XLIFF 1.2 and 2.1
 * against the schemas. `npm run check:xliff`, after `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INSTALL, isValid, missingPrograms, schemaFolder } from './schemas.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CORPUS = join(ROOT, 'corpus');
const DUIQI = join(ROOT, 'dist', 'cli', 'main.js');
const OUTPUTS = { xlf: 'xliff', xliff: 'xliff2' } as const;

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Story {
  /** `news/zh-TW` */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

function stories(): Story[] {
  return readdirSync(CORPUS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((genre) =>
      ['zh-CN', 'zh-TW'].map((locale) => ({
        name: `${genre}/${locale}`,
        zh: join(CORPUS, genre, `${locale}.txt`),
        en: join(CORPUS, genre, 'en.txt'),
      })),
    );
}

/** How many of the story's files break their schema. */
function countInvalid({ name, zh, en }: Story, from: 'zh' | 'en', folder: string): number {
  const fileOf = (ending: string) => join(folder, `${name.replace('/', '-')}.${from}.${ending}`);
  const outputs = Object.keys(OUTPUTS).flatMap((ending) => ['-o', fileOf(ending)]);
  execFileSync(process.execPath, [DUIQI, 'align', zh, en, '--from', from, ...outputs], { stdio: 'pipe' });
  const broken = Object.entries(OUTPUTS).filter(([ending, kind]) => !isValid(fileOf(ending), kind, folder));
  for (const [ending] of broken) say(`${name} from ${from}: .${ending} breaks its schema.`);
  return broken.length;
}

/** Without what it needs a check is skipped, but not where everything must be there. */
function skip(reason: string): number {
  const required = process.env.CI === 'true';
  say(`${required ? 'failed' : 'skipped'}: ${reason}`);
  return required ? 1 : 0;
}

function check(folder: string): number {
  const all = stories().flatMap((story) => (['zh', 'en'] as const).map((from) => ({ story, from })));
  const invalid = all.reduce((count, { story, from }) => count + countInvalid(story, from, folder), 0);
  const files = all.length * Object.keys(OUTPUTS).length;
  say(`${files - invalid} of ${files} XLIFF files keep to their schemas.`);
  return files > 0 && invalid === 0 ? 0 : 1;
}

function main(): number {
  const missing = missingPrograms();
  if (missing.length > 0) return skip(`${missing.join(', ')} not installed. ${INSTALL}`);
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-xliff-'));
  try {
    schemaFolder(folder);
  } catch (error) {
    rmSync(folder, { recursive: true });
    return skip(error instanceof Error ? error.message : String(error));
  }
  try {
    return check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main();

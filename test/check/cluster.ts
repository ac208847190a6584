/**
 * Whether many machines make what one makes: small pairs, one of them not readable, are aligned once as a whole and then in ten
 * shards by each of the scripts of examples/cluster, by GNU parallel, Snakemake and Slurm, all with one learnt lexicon; the shards
 * one after the other must be the whole, byte for byte. Of the engines those are left out that are not installed.
 * `npm run check:cluster`, after `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { writeManifest } from '../../src/pair/manifest.ts';
import { DUIQI, ROOT, say } from '../bench/measure.ts';
import { writeSmallPairs } from '../bench/small-pairs.ts';
import { missingPrograms } from './schemas.ts';
import { SLURM_PROGRAMS, withSlurm } from './slurm.ts';

const PAIRS = 30;
const SHARDS = 10;
const SCRIPTS = join(ROOT, 'examples', 'cluster');

/** What all engines work on. */
interface Job {
  readonly list: string;
  readonly lexicon: string;
  /** With duiqi in its PATH. */
  readonly env: NodeJS.ProcessEnv;
}

interface Engine {
  readonly name: string;
  readonly programs: readonly string[];
  readonly install: string;
  /** Aligns into a folder that holds the lexicon. */
  align(job: Job, out: string): void | Promise<void>;
}

const ENGINES: readonly Engine[] = [
  {
    name: 'GNU parallel',
    programs: ['parallel'],
    install: 'apt-get install parallel',
    align({ list, env }, out) {
      run(join(SCRIPTS, 'parallel.sh'), [list, out, String(SHARDS), '--jobs', '2'], env);
    },
  },
  {
    name: 'Snakemake',
    programs: ['snakemake'],
    install: 'apt-get install snakemake',
    align({ list, env }, out) {
      const config = [`pairs=${list}`, `out=${out}`, `shards=${SHARDS}`];
      const options = ['--snakefile', join(SCRIPTS, 'Snakefile'), '--directory', out, '--cores', '2'];
      run('snakemake', [...options, '--quiet', 'all', '--config', ...config], env);
    },
  },
  {
    name: 'Slurm',
    programs: SLURM_PROGRAMS,
    install: 'apt-get install slurm-wlm',
    async align({ list, env }, out) {
      const options = ['--wait', `--array=1-${SHARDS}`, '--chdir', out];
      const script = [join(SCRIPTS, 'slurm.sh'), list, out, String(SHARDS)];
      await withSlurm(env, (runInSlurm) => runInSlurm('sbatch', [...options, ...script]));
    },
  },
];

/** @throws Error when the program fails, with what it said */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  execFileSync(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 2 ** 26 });
}

/** The exit code is 1, for the pair that is not readable. */
function runWithFailure(args: readonly string[], env: NodeJS.ProcessEnv): void {
  try {
    run(process.execPath, [DUIQI, ...args], env);
  } catch (error) {
    if ((error as { status?: number }).status === 1) return;
    throw error;
  }
  throw new Error(`duiqi ${args.join(' ')} did not tell that a pair is not readable.`);
}

/** Small pairs, and in their middle one whose Chinese is empty. */
function writeList(folder: string): string {
  const { zh, en } = writeSmallPairs(PAIRS, folder);
  const empty = join(folder, 'empty.txt');
  writeFileSync(empty, '');
  const rows = readdirSync(zh)
    .sort()
    .map((name) => ({ id: name, zh: join(zh, name), en: join(en, name), kind: 'translation' }));
  rows.splice(PAIRS / 2, 0, { ...rows[0]!, id: 'empty', zh: empty });
  const list = join(folder, 'list.tsv');
  writeFileSync(list, [...writeManifest(rows)].join(''));
  return list;
}

function jobIn(folder: string): Job {
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  symlinkSync(DUIQI, join(programs, 'duiqi'));
  const { PATH, ...others } = process.env;
  const env = { ...others, PATH: [programs, PATH].join(delimiter) };
  return { list: writeList(folder), lexicon: join(folder, 'lexicon.tsv.gz'), env };
}

/** The shards in the order of their numbers, which is that of their names. */
function shardsIn(out: string): Buffer[] {
  const names = readdirSync(out).filter((name) => /^\d+-of-\d+\.jsonl$/.test(name));
  return names.sort().map((name) => readFileSync(join(out, name)));
}

/** Whether the engine makes the same as one run does; also where it is left out. */
async function isTheSame(engine: Engine, job: Job, whole: Buffer, out: string): Promise<boolean> {
  const missing = missingPrograms(engine.programs);
  if (missing.length > 0) {
    say(`${engine.name}: skipped: ${missing.join(', ')} not installed. Debian: ${engine.install}`);
    return true;
  }
  mkdirSync(out);
  copyFileSync(job.lexicon, join(out, 'lexicon.tsv.gz'));
  const start = performance.now();
  await engine.align(job, out);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const shards = shardsIn(out);
  const isSame = shards.length === SHARDS && Buffer.concat(shards).equals(whole);
  say(`${engine.name}: ${shards.length} shards in ${seconds} s: ${isSame ? 'the same bytes' : 'DIFFERENT'}.`);
  return isSame;
}

async function check(folder: string): Promise<boolean> {
  const job = jobIn(folder);
  const whole = join(folder, 'whole.jsonl');
  runWithFailure(['learn', '--pairs', job.list, '-o', job.lexicon], job.env);
  runWithFailure(['align', '--pairs', job.list, '--lexicon', job.lexicon, '-o', whole], job.env);
  const bytes = readFileSync(whole);
  say(`${PAIRS} pairs, and one that is not readable: ${bytes.length} bytes in one run.`);
  let isSame = true;
  for (const [k, engine] of ENGINES.entries()) {
    isSame = (await isTheSame(engine, job, bytes, join(folder, `engine${k}`))) && isSame;
  }
  return isSame;
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-cluster-'));
  try {
    return (await check(folder)) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();

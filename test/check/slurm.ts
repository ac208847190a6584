/** A Slurm of one node on the loopback device, which lives in a folder and ends with the work that it is for. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, hostname, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export const SLURM_PROGRAMS = ['munged', 'munge', 'slurmctld', 'slurmd', 'sbatch', 'sinfo', 'scancel'];
/** How long the node may take to be there. */
const PATIENCE = 60_000;

/** Runs a command of Slurm, such as sbatch, and returns what it printed. @throws Error when it fails */
export type RunInSlurm = (program: string, args: readonly string[]) => string;

/**
 * Starts munged, slurmctld and slurmd, as root, does the work with them, and ends them.
 *
 * @param env what jobs see: sbatch passes it on
 */
export async function withSlurm<T>(env: NodeJS.ProcessEnv, work: (run: RunInSlurm) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-slurm-'));
  const daemons: ChildProcess[] = [];
  try {
    const socket = startMunge(join(folder, 'munge'), daemons);
    await until(() => canEncode(socket), 'munged');
    const conf = await writeConfiguration(folder, socket);
    const ownEnv = { ...env, SLURM_CONF: conf };
    daemons.push(spawn('slurmctld', ['-D', '-f', conf], { env: ownEnv, stdio: 'ignore' }));
    daemons.push(spawn('slurmd', ['-D', '-f', conf, '-N', nodeName()], { env: ownEnv, stdio: 'ignore' }));
    const run: RunInSlurm = (program, args) => execFileSync(program, args, { env: ownEnv, encoding: 'utf8' });
    await until(() => hasIdleNode(ownEnv), `slurmctld and slurmd, whose logs are in ${folder}`);
    try {
      return work(run);
    } finally {
      // What still runs would outlive its node.
      run('scancel', ['--user=root']);
    }
  } finally {
    for (const daemon of daemons.reverse()) await end(daemon);
    rmSync(folder, { recursive: true, force: true });
  }
}

const nodeName = () => hostname().split('.')[0]!;

/** munged refuses a key or a socket that others could replace, and to run as root. */
function startMunge(folder: string, daemons: ChildProcess[]): string {
  const idOf = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, 'munge'], { encoding: 'utf8' }));
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  // Others must get at the socket.
  execFileSync('chmod', ['755', join(folder, '..')]);
  mkdirSync(folder, { mode: 0o755 });
  chownSync(folder, uid, gid);
  const key = join(folder, 'key');
  writeFileSync(key, randomBytes(1024), { mode: 0o400 });
  chownSync(key, uid, gid);
  const socket = join(folder, 'socket');
  const files = { 'key-file': key, socket, 'pid-file': join(folder, 'pid'), 'log-file': join(folder, 'log') };
  const options = Object.entries(files).map(([name, file]) => `--${name}=${file}`);
  const seed = `--seed-file=${join(folder, 'seed')}`;
  daemons.push(spawn('munged', ['--foreground', ...options, seed], { uid, gid, stdio: 'ignore' }));
  return socket;
}

const canEncode = (socket: string) =>
  spawnSync('munge', ['--no-input', '--socket', socket], { stdio: 'ignore' }).status === 0;

async function writeConfiguration(folder: string, socket: string): Promise<string> {
  const at = (name: string) => join(folder, name);
  mkdirSync(at('state'));
  mkdirSync(at('spool'));
  const [control, node] = [await freePort(), await freePort()];
  const settings = {
    ClusterName: 'duiqi',
    SlurmctldHost: `${nodeName()}(127.0.0.1)`,
    SlurmctldPort: control,
    SlurmdPort: node,
    CommunicationParameters: 'NoInAddrAny,NoCtldInAddrAny',
    AuthType: 'auth/munge',
    AuthInfo: `socket=${socket}`,
    SlurmUser: 'root',
    SlurmdUser: 'root',
    StateSaveLocation: at('state'),
    SlurmdSpoolDir: at('spool'),
    SlurmctldPidFile: at('slurmctld.pid'),
    SlurmdPidFile: at('slurmd.pid'),
    SlurmctldLogFile: at('slurmctld.log'),
    SlurmdLogFile: at('slurmd.log'),
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    JobAcctGatherType: 'jobacct_gather/none',
    AccountingStorageType: 'accounting_storage/none',
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_CPU_Memory',
    ReturnToService: 2,
    MailProg: '/bin/true',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const mebibytes = Math.floor((0.9 * totalmem()) / 2 ** 20);
  const size = `CPUs=${availableParallelism()} RealMemory=${mebibytes}`;
  lines.push(`NodeName=${nodeName()} NodeAddr=127.0.0.1 ${size} State=UNKNOWN`);
  lines.push('PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP');
  writeFileSync(at('slurm.conf'), `${lines.join('\n')}\n`);
  writeFileSync(at('cgroup.conf'), 'CgroupPlugin=cgroup/v1\n');
  return at('slurm.conf');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function hasIdleNode(env: NodeJS.ProcessEnv): boolean {
  const { stdout } = spawnSync('sinfo', ['--noheader', '--format', '%T'], { env, encoding: 'utf8' });
  return stdout?.trim() === 'idle';
}

async function until(isReady: () => boolean, what: string): Promise<void> {
  const latest = performance.now() + PATIENCE;
  while (!isReady()) {
    if (performance.now() > latest) throw new Error(`Not ready after ${PATIENCE / 1000} s: ${what}.`);
    await setTimeout(200);
  }
}

/** Asks the process to end, and waits until it has. */
async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.pid === undefined || daemon.exitCode !== null || daemon.signalCode !== null) return;
  const ended = new Promise((resolve) => daemon.once('exit', resolve));
  daemon.kill('SIGTERM');
  await ended;
}

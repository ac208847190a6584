import { constants, copyFile, link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { DuiqiError } from '../errors.ts';
import { systemCode } from './files.ts';

/** A process, as a lock names it. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Whether a process of this machine is still there. */
  readonly isAlive: (pid: number) => boolean;
}

/**
 * Takes the lock of a journal for this process; the lock of a process that is no more is taken over.
 *
 * @throws DuiqiError `unwritable` while another run holds it
 */
export async function takeLock(path: string, holder: Holder): Promise<void> {
  const own = `${path}.${holder.pid}`;
  try {
    await writeFile(own, `${holder.pid} ${holder.host}\n`);
    for (;;) {
      if (await linked(own, path)) return;
      const found = await readFile(path, 'utf8').catch(ifMissing);
      if (found === undefined) continue;
      if (isHeld(found, holder)) throw held(path, found);
      await takeAway(path, found, holder);
    }
  } finally {
    await rm(own, { force: true });
  }
}

export async function releaseLock(path: string): Promise<void> {
  await rm(path, { force: true });
}

/** Gives a file a second name in one step, unless there is one of that name; where files have one name only, copies it. */
async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path).catch(async (error: unknown) => {
      if (systemCode(error) === 'EEXIST') throw error;
      await copyFile(own, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** A lock of another machine may be held by a process that can't be seen from here. */
function isHeld(found: string, { host, pid, isAlive }: Holder): boolean {
  const [, itsPid, itsHost] = /^(\d+) (.*)\n$/s.exec(found) ?? [];
  if (itsPid === undefined) return false;
  return itsHost !== host || (Number(itsPid) !== pid && isAlive(Number(itsPid)));
}

/** Removes a lock, unless somebody else has been quicker and it is theirs. */
async function takeAway(path: string, found: string, { pid }: Holder): Promise<void> {
  const aside = `${path}.old.${pid}`;
  await rename(path, aside).catch(ifMissing);
  const taken = await readFile(aside, 'utf8').catch(ifMissing);
  if (taken !== undefined && taken !== found) await linked(aside, path);
  await rm(aside, { force: true });
}

function ifMissing(error: unknown): undefined {
  if (systemCode(error) !== 'ENOENT') throw error;
}

function held(path: string, found: string): DuiqiError {
  const [pid, host] = found.trim().split(' ');
  const reason = `process ${pid} on ${host} is writing the same output.`;
  const advice = 'Wait for it; if it is no more, delete this file.';
  return new DuiqiError('unwritable', reason, { file: path }, advice);
}

import { once } from 'node:events';
import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { realpath, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Piece } from '../units/format.ts';
import { temporaryPath } from './destination.ts';
import { system } from './system.ts';

/** So many bytes of text are gathered before they are written. */
const BLOCK = 65_536;
/** A UTF-16 unit has at most so many bytes in UTF-8. */
const MOST_BYTES = 3;
const NO_BYTES = Buffer.alloc(0);

/** A file that is written whole or not at all: what was there stays until everything is on the disk. */
export class PendingFile {
  readonly path: string;
  readonly #target: string;
  readonly #temporary: string;
  readonly #stream: Writable;
  readonly #written: Promise<void>;
  readonly #keep: () => void;
  /** Text is encoded piece by piece: joined first, it would take ten times as long. */
  #block = NO_BYTES;
  #filled = 0;

  private constructor(path: string, target: string, file: WriteStream, isPacked: boolean) {
    this.path = path;
    this.#target = target;
    this.#temporary = temporaryPath(target);
    this.#keep = removedOnSignal(this.#temporary);
    this.#stream = isPacked ? createGzip() : file;
    this.#written = isPacked ? pipeline(this.#stream as ReturnType<typeof createGzip>, file) : finished(file);
    this.#written.catch(() => undefined); // told by the next write, or by close
  }

  /** The file comes to stand at `path` with `commit`; packed by gzip if asked for. @throws DuiqiError `unwritable` */
  static async open(path: string, isPacked = false): Promise<PendingFile> {
    const target = await realpath(path).catch(() => path);
    const file = createWriteStream(temporaryPath(target));
    await system(path, () => once(file, 'open'));
    return new PendingFile(path, target, file, isPacked);
  }

  /** @throws DuiqiError `unwritable` */
  async write(piece: Piece): Promise<void> {
    const isShort = typeof piece === 'string' && piece.length * MOST_BYTES <= BLOCK;
    if (!isShort || this.#filled + piece.length * MOST_BYTES > BLOCK) await this.#flush();
    if (isShort) this.#add(piece);
    else await this.#send(piece);
  }

  /** Everything is on the disk, and nothing more can be written. @throws DuiqiError `unwritable` */
  async close(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await system(this.path, () => this.#written);
  }

  /** Closes it if need be, and puts it in its place. @throws DuiqiError `unwritable` */
  async commit(): Promise<void> {
    if (!this.#stream.writableEnded) await this.close();
    await system(this.path, () => rename(this.#temporary, this.#target));
    this.#keep();
  }

  /** Takes back all that was written. */
  async discard(): Promise<void> {
    this.#stream.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.#temporary, { force: true });
    this.#keep();
  }

  #add(piece: string): void {
    if (this.#block.length === 0) this.#block = Buffer.allocUnsafe(BLOCK);
    this.#filled += this.#block.write(piece, this.#filled);
  }

  async #flush(): Promise<void> {
    if (this.#filled === 0) return;
    const filled = this.#block.subarray(0, this.#filled);
    // The stream keeps what it has been given until it is written; a file that is complete needs no other one.
    this.#block = NO_BYTES;
    this.#filled = 0;
    await this.#send(filled);
  }

  async #send(piece: Piece): Promise<void> {
    if (this.#stream.write(piece)) return;
    await system(this.path, () => Promise.race([once(this.#stream, 'drain'), this.#written]));
  }
}

/** Writes a file whole or not at all. @throws DuiqiError `unwritable` */
export async function replaceFile(path: string, pieces: Iterable<Piece>): Promise<void> {
  const file = await PendingFile.open(path);
  try {
    for (const piece of pieces) await file.write(piece);
    await file.commit();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const pending = new Set<string>();

/** Until the returned function is called, a signal that ends the process takes the file with it. */
function removedOnSignal(path: string): () => void {
  if (pending.size === 0) for (const signal of ENDING_SIGNALS) process.once(signal, endBySignal);
  pending.add(path);
  return () => {
    if (pending.delete(path) && pending.size === 0) {
      for (const signal of ENDING_SIGNALS) process.off(signal, endBySignal);
    }
  };
}

function endBySignal(signal: NodeJS.Signals): void {
  for (const path of pending) rmSync(path, { force: true });
  for (const other of ENDING_SIGNALS) process.off(other, endBySignal);
  process.kill(process.pid, signal);
}

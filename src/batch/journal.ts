/**
 * What a run has done so far, in a hidden folder beside its output, so that it can be killed and go on: what the run is, the
 * lexicon that it has learnt, and the spool, to which units are appended in order, each group of stories ended by a
 * record. What stands behind the last record is cut away when a run goes on.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Unit } from '../units/unit.ts';
import { systemCode } from './files.ts';
import { type Holder, releaseLock, takeLock } from './lock.ts';

/** What a record line begins with; lines of units begin otherwise. */
const RECORD = '{"record":';

export type Beginning = 'new' | 'resumed' | 'another';

export class Journal<R> {
  readonly folder: string;
  /** Whether there was a journal, and of this run. */
  readonly beginning: Beginning;
  #spool!: FileHandle;
  #records = 0;

  private constructor(folder: string, beginning: Beginning) {
    this.folder = folder;
    this.beginning = beginning;
  }

  /**
   * Opens the journal of a run; one of another run is thrown away.
   *
   * @param run what the run is: text that is the same for the same run alone
   * @throws DuiqiError `unwritable` while another process writes it; errors of the system as they come
   */
  static async open<R>(folder: string, run: string, holder: Holder): Promise<Journal<R>> {
    await mkdir(folder, { recursive: true });
    await takeLock(join(folder, 'lock'), holder);
    const known = await textAt(join(folder, 'run.json'));
    const beginning = known === undefined ? 'new' : known === run ? 'resumed' : 'another';
    const journal = new Journal<R>(folder, beginning);
    if (beginning !== 'resumed') await journal.#beginAnew(run);
    journal.#spool = await open(join(folder, 'spool.jsonl'), 'a');
    await journal.#cutBack();
    return journal;
  }

  /** The number of records that are there. */
  get records(): number {
    return this.#records;
  }

  /** Where the lexicon is kept that the run has learnt. */
  get lexiconPath(): string {
    return join(this.folder, 'lexicon.tsv');
  }

  /** @param units lines of JSONL */
  async append(units: string, record: R): Promise<void> {
    // In one write; as one text they would have to be joined before they are encoded, which takes ten times as long.
    const line = `${RECORD}${JSON.stringify(record)}}\n`;
    await this.#spool.appendFile(Buffer.concat([Buffer.from(units), Buffer.from(line)]));
    this.#records++;
  }

  /** All units, in order. */
  async *units(): AsyncGenerator<Unit> {
    for await (const { text } of this.#lines()) if (!isRecord(text)) yield JSON.parse(text) as Unit;
  }

  /** All records, in order. */
  async *recorded(): AsyncGenerator<R> {
    for await (const { text } of this.#lines()) if (isRecord(text)) yield recordIn<R>(text);
  }

  /** Lets another process go on with it. */
  async release(): Promise<void> {
    await releaseLock(join(this.folder, 'lock'));
  }

  /** Leaves the journal for a run that goes on. */
  async leave(): Promise<void> {
    await this.#spool.close();
    await this.release();
  }

  /** The work is done: nothing of the journal stays. */
  async remove(): Promise<void> {
    await this.#spool.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #beginAnew(run: string): Promise<void> {
    for (const file of ['run.json', 'spool.jsonl', 'lexicon.tsv']) {
      await rm(join(this.folder, file), { force: true });
    }
    const temporary = join(this.folder, 'run.json.tmp');
    await writeFile(temporary, run);
    await rename(temporary, join(this.folder, 'run.json'));
  }

  async #cutBack(): Promise<void> {
    let end = 0;
    for await (const { text, next } of this.#lines()) {
      if (!isRecord(text)) continue;
      if (!isWhole(text)) break;
      end = next;
      this.#records++;
    }
    await this.#spool.truncate(end);
  }

  /** The lines that have a line end, and where the next begins. */
  async *#lines(): AsyncGenerator<{ text: string; next: number }> {
    let rest: Buffer = Buffer.alloc(0);
    let next = 0;
    for await (const chunk of createReadStream(join(this.folder, 'spool.jsonl'))) {
      const bytes = Buffer.concat([rest, chunk as Buffer]);
      let start = 0;
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        next += end + 1 - start;
        yield { text: bytes.toString('utf8', start, end), next };
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
  }
}

const isRecord = (line: string) => line.startsWith(RECORD);

function recordIn<R>(line: string): R {
  return (JSON.parse(line) as { readonly record: R }).record;
}

/** A machine that lost its power may have left a line half written, with others behind it. */
function isWhole(line: string): boolean {
  try {
    recordIn(line);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

async function textAt(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) !== 'ENOENT') throw error;
    return undefined;
  });
}

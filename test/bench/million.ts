/**
 * A million units through `duiqi convert` and `duiqi merge`: the peak of memory, and the throughput beside a plain copy of
 * the same file. `npm run bench:million -- [units]`, after `npm run build`. Fails where a command takes more than 300 MiB.
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openTmx } from '../../src/units/formats/tmx.ts';
import type { Unit } from '../../src/units/unit.ts';
import { DUIQI, measure, say } from './measure.ts';
import { numbers } from './random.ts';

const MOST_MIB = 300;
const SEED = 6;
const BLOCK = 1 << 16;

const ZH =
  '的一是不了人我在有他这中大来上个国和也子时道说出而要于就下得可你年生自会那后能对着事其里所去行过家';
const EN =
  'the of and to in that was his he it with is for as had you not be her on at by which have or from this him';

/** Units as an alignment makes them: 20 to 60 characters, half of the score 1, every tenth one a repetition. */
function* unitsOf(count: number): Generator<Unit> {
  const random = numbers(SEED);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const [characters, words] = [Array.from(ZH), EN.split(' ')];
  let last: Unit | undefined;
  for (let i = 0; i < count; i++) {
    if (last && i % 10 === 9) {
      yield { ...last, score: 0.5 };
      continue;
    }
    const length = 20 + Math.floor(random() * 40);
    const zh = `${Array.from({ length }, () => pick(characters)).join('')}。`;
    const en = `${Array.from({ length: length / 2 }, () => pick(words)).join(' ')}.`;
    const score = Math.round((0.5 + random() / 2) * 1e4) / 1e4;
    const ids = { zhIds: [i], enIds: [i], bead: '1-1', zhDoc: 'a.txt#zh1', enDoc: 'b.txt#en1' };
    const anchors = i % 3 === 0 ? [{ kind: 'number', zh: '三', en: 'three' } as const] : [];
    last = { zh, en, score, parallel: score, anchors, ...ids, zhLang: 'zh-CN', enLang: 'en' };
    yield last;
  }
}

async function writeMemory(path: string, count: number): Promise<void> {
  const writer = openTmx({ date: new Date(0), toolVersion: '0' });
  function* blocks() {
    let block = '';
    for (const unit of unitsOf(count)) {
      block += writer.add(unit).join('');
      if (block.length < BLOCK) continue;
      yield block;
      block = '';
    }
    yield block;
    yield [writer.end()].flat().join('');
  }
  await pipeline(Readable.from(blocks()), createWriteStream(path));
}

async function main(): Promise<number> {
  const count = Number(process.argv[2] ?? 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-million-'));
  const at = (name: string) => join(folder, name);
  try {
    await writeMemory(at('a.tmx'), count);
    const megabytes = statSync(at('a.tmx')).size / 1e6;
    say(`${count} units, ${megabytes.toFixed(0)} MB of TMX`);
    const start = performance.now();
    await pipeline(createReadStream(at('a.tmx')), createWriteStream(at('copy.tmx')));
    const copy = (performance.now() - start) / 1000;
    say(`plain copy: ${copy.toFixed(1)} s, ${(megabytes / copy).toFixed(0)} MB/s`);
    const commands: readonly (readonly [name: string, ...args: string[]])[] = [
      ['convert TMX to TMX', 'convert', at('a.tmx'), '-o', at('b.tmx')],
      ['convert TMX to JSONL', 'convert', at('a.tmx'), '-o', at('b.jsonl')],
      ['convert JSONL to Moses', 'convert', at('b.jsonl'), '-o', at('b.zh')],
      ['convert TMX to TMX, packed', 'convert', at('a.tmx'), '-o', at('b.tmx.gz')],
      ['merge of the memory and its copy', 'merge', at('a.tmx'), at('b.jsonl'), '-o', at('c.tmx')],
    ];
    let highest = 0;
    for (const [name, ...args] of commands) {
      const { seconds, peakMiB } = measure([DUIQI, ...args]);
      highest = Math.max(highest, peakMiB);
      const rate = `${Math.round(count / seconds)} units/s, ${(megabytes / seconds).toFixed(0)} MB/s`;
      const ratio = `${(seconds / copy).toFixed(0)} times a plain copy`;
      say(`${name}: ${seconds.toFixed(1)} s, ${rate}, ${ratio}, ${peakMiB.toFixed(0)} MiB`);
    }
    say(`highest peak: ${highest.toFixed(0)} MiB (bar ${MOST_MIB})`);
    return highest < MOST_MIB ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await main();

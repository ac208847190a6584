import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Alignment, align, readJsonl } from 'duiqi';
import { expect, test, vi } from 'vitest';
import { alignedText, deliver } from '../../src/cli/delivery.ts';
import { targetNamed } from '../../src/cli/destination.ts';
import { partOf } from '../evidence/sides.ts';
import { duiqi, folderWith, Memory, recordsOf, textOf } from './command-line.ts';
import { BRIDGE_EN, BRIDGE_ZH, WATCH_EN, WATCH_ZH } from './stories.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const PNG = bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR');
const ELF = bytes([0x7f], 'ELF', [2, 1, 1, 0, 0, 0, 0, 0]);

/** The content of the first file (a folder without), the reason given, and what to do about it. */
const BAD_FILES: readonly [name: string, content: string | Uint8Array | undefined, message: string][] = [
  ['an empty file', '', ': There is no text in this file. Check that it was saved.'],
  ['white space only', ' \n\u3000\t\r\n\u00a0', ': There is no text in this file. Check that it was saved.'],
  ['100,000 blank lines', '\n'.repeat(100_000), ': There is no text in this file. Check that it was saved.'],
  [
    'a picture',
    PNG,
    ':3:1: This is not text: there is a zero byte at offset 8. Save the document as plain text',
  ],
  [
    'a program',
    ELF,
    ':1:8: This is not text: there is a zero byte at offset 7. Save the document as plain text',
  ],
  [
    'a zero byte in a text',
    '他来了。\n她\0走了。',
    ':2:2: This is not text: there is a zero byte at offset 16.',
  ],
  [
    'control characters',
    '\u0001\u0002\u0003'.repeat(9),
    ': This is not text. Save the document as plain text',
  ],
  [
    'two charsets in one file',
    bytes(BRIDGE_ZH, BRIDGE_ZH, [0xc1, 0xd6, 0xc7, 0xef, 0xa1, 0xa3, 0x0a]),
    ':7:1: This file mixes two charsets: line 7 is not UTF-8, although the lines before are.',
  ],
  [
    'surrogates in CESU-8',
    bytes('好', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
    ':1:2: This is not UTF-8: byte 0xED',
  ],
  [
    'neither Chinese nor English',
    'Привет, мир.\n1 2 3\n',
    ': There is no Chinese and no English in this file',
  ],
];

test.each(BAD_FILES)('%s is refused, and an older output stays as it was', async (_, content, message) => {
  const at = folderWith({ 'bad.txt': content!, 'en.txt': WATCH_EN, 'out.tmx': 'old' });
  for (const flags of [[], ['--segmented']]) {
    const { code, stdout, stderr } = await duiqi(
      ...['align', at('bad.txt'), at('en.txt'), '-o', at('out.tmx'), ...flags],
    );
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`duiqi: ${at('bad.txt')}${message}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  }
  expect(textOf(at('out.tmx'))).toBe('old');
  expect(readdirSync(at('.')).sort()).toEqual(['bad.txt', 'en.txt', 'out.tmx']);
});

test.each(BAD_FILES)('%s beside good files makes the exit code 1', async (_, content, message) => {
  const at = folderWith({ 'bad.txt': content!, 'good.txt': BRIDGE_EN });
  const { code, stdout, stderr } = await duiqi('segment', at('bad.txt'), at('good.txt'));
  expect(code).toBe(1);
  expect(stdout).toBe(BRIDGE_EN);
  expect(stderr).toContain(`duiqi: ${at('bad.txt')}${message}`);
});

test.each([
  ['a folder for a file', ['segment', 'folder'], 'folder: this is a folder. Give a file'],
  ['a file behind a file', ['segment', 'en.txt/x'], 'en.txt/x: no such file. Look for a slip in its name.'],
  ['an empty name', ['segment', ''], 'the name of a file is empty. Look for quotation marks around nothing'],
  [
    'a value for a flag',
    ['segment', 'en.txt', '--segmented=no'],
    '--segmented: it takes no value. Write it alone.',
  ],
  ['an empty value', ['align', 'zh.txt', 'en.txt', '--glossary='], '--glossary: its value is missing.'],
  [
    'a near name',
    ['align', 'zh.txt', 'en.txt', '--glosary', 'x'],
    '--glosary: unknown option. Did you mean --glossary?',
  ],
  [
    'another near name',
    ['align', 'zh.txt', 'en.txt', '--link', 'x'],
    '--link: unknown option. Did you mean --links?',
  ],
  [
    'two glossaries',
    ['anchors', 'zh.txt', '--glossary', 'a', '--glossary', 'b'],
    '--glossary: given more than once.',
  ],
  ['links for anchors', ['anchors', 'zh.txt', 'en.txt', '--links', 'x'], '--links: unknown option.'],
  [
    'a locale that is none',
    ['segment', 'zh.txt', '--zh-lang', '??'],
    '--zh-lang ??: not a language tag of Chinese.',
  ],
  ['a format of another command', ['segment', 'zh.txt', '--format', 'tmx'], '--format tmx: unknown.'],
])('%s is refused with a reason', async (_, argv, message) => {
  const at = folderWith({ 'zh.txt': WATCH_ZH, 'en.txt': WATCH_EN, 'folder/x': '' });
  const [name, ...rest] = argv.map((word) => (/^(?:zh|en|folder)/.test(word) ? at(word) : word));
  const { code, stdout, stderr } = await duiqi(name!, ...rest);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.replaceAll(`${at('.')}/`, '')).toContain(`duiqi: ${message}`);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a text among 100,000 blank lines is read', async () => {
  const blank = '\n'.repeat(50_000);
  const at = folderWith({
    'zh.txt': blank + WATCH_ZH + blank,
    'en.txt': WATCH_EN.replaceAll('\n', `\r\n${blank}`),
  });
  const { code, stdout } = await duiqi('align', at('zh.txt'), at('en.txt'));
  expect(code).toBe(0);
  expect(recordsOf(stdout).map(({ bead }) => bead)).toEqual(new Array(5).fill('1-1'));
});

test('a stray control character goes through, and is dropped where a format forbids it', async () => {
  const at = folderWith({ 'zh.txt': WATCH_ZH.replace('准时', '\u0007准\u001b时'), 'en.txt': WATCH_EN });
  const { code, stderr } = await duiqi(
    ...['align', at('zh.txt'), at('en.txt'), '-o', at('out.jsonl'), '-o', at('out.tmx')],
  );
  expect(code).toBe(0);
  expect(stderr).toContain('2 forbidden characters dropped');
  expect(recordsOf(textOf(at('out.jsonl')))[1].zh).toBe('每天早上八点，她\u0007准\u001b时打开店门。');
  expect(textOf(at('out.tmx'))).toContain('她准时打开店门。');
});

test('half a character in a part made by a program does no harm to the file', async () => {
  const zh = partOf('zh', ['他\ud83d来了。', '她走了\udc00。']);
  const en = partOf('en', ['He \udc00came.', 'She left\ud83d.']);
  const alignment = await align(zh, en);
  const at = folderWith({});
  const options = { minScore: 0, source: 'en', date: new Date(0), toolVersion: '1', summary: false } as const;
  for (const name of ['out.jsonl', 'out.tmx', 'out.tsv']) {
    const delivery = { ...targetNamed(at(name)), numbers: [0] };
    await deliver(delivery, [alignedText(alignment)], options, new Memory());
    const written = readFileSync(at(name));
    expect(Buffer.from(written.toString('utf8'))).toEqual(written);
  }
  const zhTexts = Array.from(readJsonl(textOf(at('out.jsonl')), 'x'), (unit) => unit.zh);
  expect(zhTexts.join('')).toBe('他\ud83d来了。她走了\udc00。');
  expect(textOf(at('out.tmx'))).toContain('<seg>他来了。</seg>');
});

test('an output that is an input by another spelling, or through a linked folder, is refused', async () => {
  const at = folderWith({ 'sub/zh.tsv': WATCH_ZH, 'en.txt': WATCH_EN });
  symlinkSync(at('sub'), at('other'));
  for (const output of ['sub/../sub/zh.tsv', './sub//zh.tsv', 'other/zh.tsv']) {
    const { code, stderr } = await duiqi(
      'align',
      at('sub/zh.tsv'),
      at('en.txt'),
      '-o',
      `${at('.')}/${output}`,
    );
    expect(code).toBe(2);
    expect(stderr).toContain('this is an input, or lies in one. Choose another place for the output.');
  }
  expect(textOf(at('sub/zh.tsv'))).toBe(WATCH_ZH);
});

test.skipIf(process.getuid?.() === 0)('a folder without permission is told', async () => {
  const at = folderWith({ 'zh.txt': WATCH_ZH, 'en.txt': WATCH_EN });
  mkdirSync(at('closed'), { mode: 0o500 });
  const write = await duiqi('align', at('zh.txt'), at('en.txt'), '-o', at('closed/out.tmx'));
  chmodSync(at('closed'), 0);
  const read = await duiqi('align', at('closed'), at('closed'));
  chmodSync(at('closed'), 0o700);
  expect(write).toMatchObject({ code: 2, stdout: '' });
  expect(write.stderr).toContain("it can't be written: permission denied. Look at the permissions");
  expect(read).toMatchObject({ code: 2, stdout: '' });
  expect(read.stderr).toContain("can't be read (EACCES). Look at its permissions.");
});

/** An alignment that does something when it is being written. */
async function interrupting(interrupt: () => void): Promise<Alignment> {
  return {
    ...(await align(partOf('zh', ['他来了。']), partOf('en', ['He came.']))),
    get beads(): never {
      interrupt();
      throw new Error('broken in the middle');
    },
  };
}

test.each([
  ['a defect', () => undefined, []],
  ['an interrupt', () => process.emit('SIGTERM', 'SIGTERM'), ['SIGTERM']],
])(
  '%s while an output is written leaves the older output and no other file',
  async (_, interrupt, signals) => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    const at = folderWith({ 'out.jsonl': 'old' });
    const delivery = { ...targetNamed(at('out.jsonl')), numbers: [0] };
    const options = {
      minScore: 0,
      source: 'en',
      date: new Date(0),
      toolVersion: '1',
      summary: false,
    } as const;
    const listeners = process.listenerCount('SIGTERM');
    const seen: string[][] = [];
    const broken = await interrupting(() => {
      seen.push(readdirSync(at('.')));
      interrupt();
      seen.push(readdirSync(at('.')));
    });
    await expect(deliver(delivery, [alignedText(broken)], options, new Memory())).rejects.toThrow(
      'broken in the middle',
    );
    expect(seen[0]).toHaveLength(2);
    expect(seen[1]).toHaveLength(signals.length > 0 ? 1 : 2);
    expect(kill.mock.calls.map(([, signal]) => signal)).toEqual(signals);
    expect(process.listenerCount('SIGTERM')).toBe(listeners);
    expect(readdirSync(at('.'))).toEqual(['out.jsonl']);
    expect(textOf(at('out.jsonl'))).toBe('old');
    kill.mockRestore();
  },
);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve));

test('a pipe that is closed after the first line is a quiet end', async () => {
  const at = folderWith({ 'zh.txt': WATCH_ZH.repeat(4000) });
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'segment', at('zh.txt')], {
    cwd: ROOT,
  });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await ended(child)).toBe(0);
  expect(stderr).toBe('zh.txt#zh1: 20000 sentences, zh-CN\n');
});

/** One line of so many bytes of Chinese, and its like in English. */
function oneLine(size: number, [zhMark, enMark]: readonly [string, string]): { zh: string; en: string } {
  const zhLines = [...WATCH_ZH.trim().split('\n'), ...BRIDGE_ZH.trim().split('\n')];
  const enLines = [...WATCH_EN.trim().split('\n'), ...BRIDGE_EN.trim().split('\n')];
  const [zh, en]: [string[], string[]] = [[], []];
  for (let written = 0, k = 0; written < size; k++) {
    const line = `${k}${zhLines[(k * k) % zhLines.length]!.replaceAll(/[。？]/g, zhMark)}`;
    zh.push(line);
    en.push(`${k} ${enLines[(k * k) % enLines.length]!.replaceAll(/[.?]/g, enMark)}`);
    written += Buffer.byteLength(line);
  }
  return { zh: zh.join(''), en: en.join(' ') };
}

test.each([
  ['100 kB with end marks', 100_000, ['。', '.'], 1000],
  ['100 kB without any end mark', 100_000, ['，', ','], 1],
] as const)(
  'a line of %s is aligned, and explained',
  async (_, size, marks, least) => {
    const { zh, en } = oneLine(size, marks);
    const at = folderWith({ 'zh.txt': zh, 'en.txt': en });
    const { code, stderr } = await duiqi(
      'align',
      at('zh.txt'),
      at('en.txt'),
      '--explain',
      '-o',
      at('out.jsonl'),
    );
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/^Bead 0 /m);
    const records = recordsOf(textOf(at('out.jsonl')));
    expect(records.flatMap(({ zhIds }) => zhIds).length).toBeGreaterThanOrEqual(least);
    expect(records.map((record) => record.zh).join('')).toBe(zh);
    expect(
      records
        .map((record) => record.en)
        .filter(Boolean)
        .join(' '),
    ).toBe(en);
  },
  120_000,
);

test('lines of 100 kB without any end mark that the user links are paired, and their words explained', async () => {
  const { zh, en } = oneLine(100_000, ['，', ',']);
  const at = folderWith({ 'zh.txt': zh, 'en.txt': en, 'links.csv': '0,0\n' });
  const paths = ['zh.txt', 'en.txt', '--links', 'links.csv', '-o', 'out.jsonl'];
  const args = paths.map((path) => (path.startsWith('-') ? path : at(path)));
  const { code, stderr } = await duiqi('align', '--explain', ...args);
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/^Bead 0 {3}1-1 /m);
  expect(recordsOf(textOf(at('out.jsonl')))).toHaveLength(1);
}, 120_000);

test('a line of 10 MB is cut into sentences', async () => {
  const at = folderWith({ 'zh.txt': oneLine(10_000_000, ['。', '.']).zh });
  const { code, stdout } = await duiqi('segment', at('zh.txt'));
  expect(code).toBe(0);
  expect(stdout.length).toBeGreaterThan(3_000_000);
}, 60_000);

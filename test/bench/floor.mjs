/**
 * What no aligner of Chinese is spared: reading both files, loading nodejieba, cutting both sides into words. A process of
 * its own, on the built code: `node test/bench/floor.mjs ZH EN`, both with one sentence a line. With `--extract` behind them
 * nodejieba loads no more of its dictionary than these texts can hold, as duiqi has it.
 */
import { readFileSync } from 'node:fs';
import { chineseWords } from '../../dist/language/chinese.js';
import { englishWords } from '../../dist/language/english.js';
import { narrow, simplify } from '../../dist/language/han.js';
import { loadFor } from '../../dist/language/tagger.js';
import { readSegmented } from '../../dist/read/document.js';

const [zh, en] = process.argv.slice(2, 4).map((file) => readSegmented(readFileSync(file), file));
const keys = zh.sentences.map(({ text }) => narrow(simplify(text)));
if (process.argv[4] === '--extract') loadFor(keys);
for (const key of keys) chineseWords(key);
for (const { text } of en.sentences) englishWords(text);

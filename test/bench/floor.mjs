/**
 * What no aligner of Chinese is spared: reading both files, loading nodejieba, cutting both sides into words. A process of
 * its own, on the built code: `node test/bench/floor.mjs ZH EN`, both with one sentence a line.
 */
import { readFileSync } from 'node:fs';
import { chineseWords } from '../../dist/language/chinese.js';
import { englishWords } from '../../dist/language/english.js';
import { narrow, simplify } from '../../dist/language/han.js';
import { readSegmented } from '../../dist/read/document.js';

const [zh, en] = process.argv.slice(2).map((file) => readSegmented(readFileSync(file), file));
for (const { text } of zh.sentences) chineseWords(narrow(simplify(text)));
for (const { text } of en.sentences) englishWords(text);

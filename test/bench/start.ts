/**
 * How long a short alignment takes against what loading nodejieba alone takes: the start is most of it.
 * `npm run bench:start`, after `npm run build`. Fails when the ratio is over the bar.
 */
import { DUIQI, median, say, takingTurns } from './measure.ts';

const TIMES = 7;
const BAR = 2;

const LOAD = ['-e', "require('nodejieba').cut('我们一起对齐这句话')"];
const ALIGN = [DUIQI, 'align', 'corpus/news/zh-CN.txt', 'corpus/news/en.txt'];

const [load, align] = takingTurns([LOAD, ALIGN], TIMES).map((runs) =>
  median(runs.map(({ seconds }) => seconds)),
);
const ratio = align! / load!;
say(`loading nodejieba and one cut: ${load!.toFixed(2)} s`);
say(`aligning corpus/news:          ${align!.toFixed(2)} s`);
say(`ratio: ${ratio.toFixed(2)} (at most ${BAR}; medians of ${TIMES} runs each)`);
process.exitCode = ratio > BAR ? 1 : 0;

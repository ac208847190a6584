/**
 * How well `duiqi filter` tells good pairs from bad: `npm run bench:filter`, a number behind it is another seed. 500 good
 * pairs, of the project's stories and of templates, and 20 faults for each rule; a fault is found when its own rule drops it.
 * Then the share of gold pairs that are lost of development sets, where they are there. `-- SEED --show` prints what went
 * wrong. Ends with 1 under the bars.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localeOf } from '../../src/read/locale.ts';
import { openFilter } from '../../src/units/filter/filter.ts';
import { RULE_NAMES, type RuleName } from '../../src/units/filter/rules.ts';
import { TestSet } from '../../src/units/filter/test-set.ts';
import { readAlign } from '../../src/units/formats/align.ts';
import type { Unit } from '../../src/units/unit.ts';
import { Dice } from './filter/dice.ts';
import { asTested, MAKERS, type Material } from './filter/faults.ts';
import { GOOD_LINES } from './filter/lines.ts';
import { type Pair, TEMPLATES } from './filter/templates.ts';
import { ROOT, say } from './measure.ts';

const GOOD = 500;
const FROM_CORPUS = 220;
const SPARE = 700;
const FAULTS = 20;
const BAR = 0.95;
const MOST_LOST = 0.02;
const CORPUS = ['news', 'fiction', 'administrative'];
const DEV = join(ROOT, '..', 'shared', 'dev');
/** The last ones are only printed: drifted pages, paragraphs of free translation, headings that come again. */
const JUDGED_SET = 'tico_omit';
const SETS = [JUDGED_SET, 'plurality_tw_omit', 'py_zhtw_omit', 'docs_drift'];

/** The good pairs of a story or set: its gold beads that have two sides. */
function goldUnits(zhFile: string, enFile: string, goldFile: string, zhLang: string): Unit[] {
  const [zh, en] = [zhFile, enFile].map((file) => readFileSync(file, 'utf8').split('\n'));
  const side = (lines: readonly string[], ids: readonly number[], joint: string) =>
    ids.map((id) => lines[id]!.trim()).join(joint);
  return readAlign(readFileSync(goldFile, 'utf8'), goldFile)
    .filter((bead) => bead.zh.length > 0 && bead.en.length > 0)
    .map((bead) => ({ zh: side(zh!, bead.zh, ''), en: side(en!, bead.en, ' '), zhLang, enLang: 'en' }))
    .filter((unit) => unit.zh !== '' && unit.en !== '');
}

/** Of each bead the version of one region, as both would be near duplicates. */
function corpusUnits(dice: Dice): Unit[] {
  return CORPUS.flatMap((story) => {
    const at = (name: string) => join(ROOT, 'corpus', story, 'gold', name);
    const [simplified, traditional] = ['zh-CN', 'zh-TW'].map((locale) =>
      goldUnits(at(`${locale}.txt`), at('en.txt'), at('alignment.align'), locale),
    );
    return simplified!.map((unit, i) => (dice.share() < 0.5 ? unit : traditional![i]!));
  });
}

function templateUnits(dice: Dice, count: number): Unit[] {
  return Array.from({ length: count }, (_, k) => {
    const [zh, en] = TEMPLATES[k % TEMPLATES.length]!(dice);
    return { zh, en, zhLang: 'zh-CN', enLang: 'en' };
  });
}

const lineUnits = (): Unit[] =>
  GOOD_LINES.map(({ zh, en, locale }: Pair & { locale: string }) => ({
    zh,
    en,
    zhLang: locale,
    enLang: 'en',
  }));

/** A template may come out the same twice; sentences that differ in figures alone are good. */
function unlike(units: readonly Unit[]): Unit[] {
  const seen = new Set<string>();
  return units.filter(({ en }) => {
    const key = en.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function materialOf(dice: Dice): Material {
  const corpus = dice.shuffled(corpusUnits(dice));
  const made = unlike(dice.shuffled(templateUnits(dice, 3 * (GOOD + SPARE))));
  const scored = (unit: Unit): Unit => ({
    ...unit,
    parallel: dice.from(60, 100) / 100,
    score: dice.from(40, 100) / 100,
  });
  const all = [...corpus.slice(0, FROM_CORPUS), ...lineUnits()];
  const good = [...all, ...made.slice(0, GOOD - all.length)].map(scored);
  return { good, spare: [...corpus.slice(FROM_CORPUS), ...made.slice(GOOD, GOOD + SPARE)].map(scored) };
}

interface Planted {
  readonly unit: Unit;
  /** undefined: a good pair. */
  readonly fault: RuleName | undefined;
}

/** Good pairs and faults in any order, but duplicates behind what they are duplicates of. */
function mixed(dice: Dice, material: Material): { planted: Planted[]; testSet: TestSet } {
  const testSet = new TestSet();
  const places: { place: number; planted: Planted }[] = [];
  for (const unit of material.good) places.push({ place: dice.share(), planted: { unit, fault: undefined } });
  const used = new Set<string>();
  for (const fault of RULE_NAMES) {
    for (let k = 0; k < FAULTS; k++) {
      let unit = MAKERS[fault](dice, material, k);
      // The same fault twice would be a duplicate.
      for (let tries = 0; tries < 50 && used.has(keyOf(unit)); tries++)
        unit = MAKERS[fault](dice, material, k);
      used.add(keyOf(unit));
      if (fault === 'overlap') {
        const { zh, en } = asTested(dice, unit);
        testSet.addPair(zh, en);
      }
      const isAgain = fault === 'duplicate' || fault === 'near-duplicate';
      places.push({ place: dice.share() + (isAgain ? 1 : 0), planted: { unit, fault } });
    }
  }
  return { planted: places.sort((a, b) => a.place - b.place).map(({ planted }) => planted), testSet };
}

const keyOf = ({ zh, en, zhLang }: Unit) => `${zhLang}\n${zh}\n${en}`;

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
const row = (cells: readonly string[]) => say(`| ${cells.join(' | ')} |`);

/** Prints the table. @returns whether all bars are reached */
function judgePlanted(seed: number, isShown: boolean): boolean {
  const dice = new Dice(seed);
  const material = materialOf(dice);
  const { planted, testSet } = mixed(dice, material);
  const filter = openFilter({ testSet });
  const judged = planted.map((one) => ({ ...one, found: filter.judge(one.unit) }));
  say(`\nSeed ${seed}: ${material.good.length} good pairs, ${FAULTS} faults for each rule\n`);
  row(['rule', 'planted', 'found', 'precision', 'recall']);
  row(['---', '---:', '---:', '---:', '---:']);
  let holds = true;
  for (const rule of RULE_NAMES) {
    const right = judged.filter(({ fault, found }) => fault === rule && found === rule).length;
    const made = judged.filter(({ found }) => found === rule).length;
    const [precision, recall] = [made === 0 ? 0 : right / made, right / FAULTS];
    row([rule, `${FAULTS}`, `${right}`, precision.toFixed(3), recall.toFixed(3)]);
    holds &&= precision >= BAR && recall >= BAR;
  }
  const lost = judged.filter(({ fault, found }) => fault === undefined && found !== undefined).length;
  say(`\nGood pairs lost: ${lost} of ${material.good.length}, ${percent(lost / material.good.length)}`);
  if (isShown) {
    for (const { unit, fault, found } of judged) {
      if (fault !== found)
        say(
          `\n${fault ?? 'good'} → ${found ?? 'kept'}\n  ${unit.zhLang} ${unit.zh.slice(0, 200)}\n  ${unit.en.slice(0, 300)}`,
        );
    }
  }
  return holds && lost <= MOST_LOST * material.good.length;
}

/** Prints what is lost of a set's gold pairs. @returns the share; undefined where the set is not there */
function judgeGold(name: string): number | undefined {
  const folder = join(DEV, name);
  if (!existsSync(folder)) return undefined;
  const at = (side: string, id: string) => join(folder, side, id);
  const units = readdirSync(join(folder, 'gold'))
    .sort()
    .flatMap((file) => {
      const text = file.replace(/\.align$/, '.txt');
      return goldUnits(at('zh', text), at('en', text), at('gold', file), '');
    });
  const zhLang = localeOf(units.map(({ zh }) => zh).join('\n'), 'zh');
  const filter = openFilter();
  for (const unit of units) filter.judge({ ...unit, zhLang });
  const { judged, kept, dropped } = filter.counts;
  const rules = Object.entries(dropped).filter(([, count]) => count > 0);
  row([
    name,
    `${judged}`,
    percent(1 - kept / judged),
    rules.map(([rule, count]) => `${rule} ${count}`).join(', '),
  ]);
  return 1 - kept / judged;
}

const args = process.argv.slice(2);
const seeds = args.filter((word) => /^\d+$/.test(word)).map(Number);
let isReached = true;
for (const seed of seeds.length > 0 ? seeds : [1])
  isReached = judgePlanted(seed, args.includes('--show')) && isReached;
say('');
if (existsSync(DEV)) {
  row(['gold pairs of', 'pairs', 'lost', 'by']);
  row(['---', '---:', '---:', '---']);
  for (const name of SETS) {
    const lost = judgeGold(name);
    if (name === JUDGED_SET && lost !== undefined && lost > MOST_LOST) isReached = false;
  }
} else say(`There is no folder ${DEV}: no gold pairs of development sets are judged.`);
if (!isReached) {
  say('\nNot all bars are reached.');
  process.exitCode = 1;
}

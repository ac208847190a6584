import { readFileSync } from 'node:fs';
import { stemmer } from 'stemmer';

/** A word of an English text: where it stands, and the stem by which it is compared. */
export interface EnglishWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly stem: string;
}

const WORD = /(?:\p{Lu}\.){2,}|[\p{Script=Latin}\p{M}]+(?:['’‘][\p{Script=Latin}\p{M}]+)*/gu;
const CLITIC = /^(.+?)(n['’‘]t|['’‘](?:s|ll|re|ve|d|m))$/i;
/** What `n't` leaves of auxiliaries that it changes. */
const NEGATED: ReadonlyMap<string, string> = new Map([
  ['ca', 'can'],
  ['sha', 'shall'],
  ['wo', 'will'],
]);
/** `U.S.` and `US` are no form of `we`. */
const ACRONYM = /^(?:(?:\p{Lu}\.){2,}|US)$/u;

/** Stems that Porter's rules leave apart from the stem of their base form. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'be:am,is,are,was,were,been,being do:did,done,does have:has,had go:went,gone,goes come:came say:said ' +
    'see:saw,seen take:took,taken get:got,gotten give:gave,given make:made know:knew,known think:thought ' +
    'tell:told find:found leave:left feel:felt keep:kept hold:held bring:brought buy:bought catch:caught ' +
    'teach:taught fight:fought seek:sought begin:began,begun sing:sang,sung drink:drank,drunk swim:swam,swum ' +
    'run:ran sit:sat stand:stood understand:understood lie:lay,lain,lying lead:led meet:met read:read ' +
    'write:wrote,written drive:drove,driven ride:rode,ridden rise:rose,risen speak:spoke,spoken ' +
    'break:broke,broken choose:chose,chosen steal:stole,stolen wake:woke,woken wear:wore,worn bear:bore,borne ' +
    'tear:tore,torn swear:swore,sworn throw:threw,thrown grow:grew,grown blow:blew,blown fly:flew,flown ' +
    'draw:drew,drawn eat:ate,eaten fall:fell,fallen forget:forgot,forgotten hide:hid,hidden bite:bit,bitten ' +
    'win:won lose:lost sell:sold send:sent spend:spent build:built lend:lent bend:bent sleep:slept ' +
    'sweep:swept weep:wept creep:crept deal:dealt mean:meant dream:dreamt hear:heard pay:paid lay:laid ' +
    'shoot:shot light:lit hang:hung stick:stuck strike:struck dig:dug feed:fed breed:bred bleed:bled ' +
    'flee:fled slide:slid shine:shone freeze:froze,frozen shake:shook,shaken mistake:mistook,mistaken ' +
    'become:became man:men woman:women child:children foot:feet tooth:teeth goose:geese mouse:mice ' +
    'wife:wives life:lives knife:knives leaf:leaves half:halves thief:thieves wolf:wolves self:selves ' +
    'person:people good:better,best bad:worse,worst far:farther,further one:ones i:me,my,mine,myself ' +
    'he:him,his,himself she:her,hers,herself we:us,our,ours,ourselves you:your,yours,yourself,yourselves ' +
    'they:them,their,theirs,themselves it:its,itself who:whom,whose will:ll this:these that:those ' +
    'can:could ox:oxen datum:data criterion:criteria phenomenon:phenomena analysis:analyses crisis:crises'
  )
    .split(' ')
    .flatMap((family) => {
      const [base, forms] = family.split(':') as [string, string];
      return forms.split(',').map((form) => [form, base] as const);
    }),
);

const stems = new Map<string, string>();

/** The key by which an English word is compared: lower case, without accents, irregular forms resolved, Porter's stem. */
export function stem(word: string): string {
  if (ACRONYM.test(word)) return word.replaceAll('.', '').toLowerCase();
  const lower = word.toLowerCase();
  let known = stems.get(lower);
  if (known === undefined) {
    const plain = lower
      .normalize('NFD')
      .replace(/[\p{M}.]/gu, '')
      .replaceAll('’', "'");
    known = stemmer(IRREGULAR.get(plain) ?? plain);
    stems.set(lower, known);
  }
  return known;
}

/** A word within a written one: `do` and `n't` within `don't`. */
interface PieceOfWord {
  readonly text: string;
  readonly start: number;
  readonly stem: string;
}

const pieces = new Map<string, readonly PieceOfWord[]>();

/** The words of an English text in order; `don't` is `do` and `n't`, `China's` is `China`, `U.S.` is one word. */
export function englishWords(text: string): EnglishWord[] {
  const words: EnglishWord[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    let own = pieces.get(written);
    if (!own) {
      own = piecesOf(written);
      pieces.set(written, own);
    }
    for (const piece of own) {
      const start = index + piece.start;
      words.push({ text: piece.text, start, end: start + piece.text.length, stem: piece.stem });
    }
  }
  return words;
}

function piecesOf(written: string): PieceOfWord[] {
  const [body = written, clitic] = CLITIC.exec(written)?.slice(1) ?? [];
  const negated = clitic !== undefined && /^n/i.test(clitic);
  const base = (negated && NEGATED.get(body.toLowerCase())) || body;
  const word = { text: body, start: 0, stem: stem(base) };
  return negated ? [word, { text: clitic, start: body.length, stem: 'not' }] : [word];
}

const FUNCTION_WORDS = new Set(
  (
    'a an the of to in on at by for with from into onto upon and or but nor as if than then that this which ' +
    'be do have will shall would should may might must can there so out up off over about again just also very ' +
    'some any such each other own same both all more most only too one sb sth etc esp'
  )
    .split(' ')
    .map(stem),
);

/** Whether a stem says little on its own: articles, prepositions, conjunctions, auxiliaries. */
export function isFunctionStem(value: string): boolean {
  return FUNCTION_WORDS.has(value);
}

/** Made by the build: the words that CC-CEDICT's glosses write in lower case, a line each. */
const ORDINARY_WORDS = new URL('../../dist/english-words.txt', import.meta.url);

let ordinaryWords: ReadonlySet<string> | undefined;

/** Whether a word (lower case) is no name, as far as the dictionary's own English tells. */
export function isOrdinaryWord(word: string): boolean {
  ordinaryWords ??= new Set(readFileSync(ORDINARY_WORDS, 'utf8').split('\n'));
  return ordinaryWords.has(word);
}

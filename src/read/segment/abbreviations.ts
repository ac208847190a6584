/** Abbreviations that are written with a full stop, as data; dotted ones without their last full stop. */

const DOTTED = /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u;
const LATIN_OR_STOP = /[\p{Script=Latin}.]/u;

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** A name or the rest of the phrase always follows. */
export const NEVER_LAST = words(`
  Mr Mrs Ms Messrs Mme Mlle Dr Prof Rev Hon Fr Msgr Sen Rep Gov Pres Gen Col Lt Capt Cpt Cmdr Adm Maj Sgt Cpl
  Pvt Supt Insp Amb Mt Ft vs v cf viz e.g i.e eg ie approx incl esp ca
  MR MRS MS DR Thos Chas Wm Attn P.S P.P.S
`);

/** A number follows, else the word is an ordinary one, or the sentence ends. */
export const BEFORE_NUMBER = words(`
  No Nos no nos Nr Fig Figs fig figs Vol Vols vol vols Ch Chap ch chap Sec sec Sect Art art Eq Eqs eq p pp Pp
  Pt pt par para ver Tab ed Bk Op op ext Ext tel Tel
  Sch Reg Regs subsec Subsec cl Cl Cap b h hr hrs min
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
`);

/** They may end a sentence: only the next word tells. None of them is also a name or a common word. */
export const MAY_BE_LAST = words(`
  Inc Ltd Co Corp Bros Cie LLC plc Jr Sr Esq Ph.D PhD M.D al St Ave Blvd Rd Dept Univ Inst Assn Est
  Ala Ariz Calif Colo Conn Fla Kan Ky Mass Md Mich Minn Mont Neb Nev Okla Tenn Tex Va Vt Wis Wyo
`);

/** Words that begin sentences so often, and names so seldom, that a sentence has ended before them. */
export const SENTENCE_STARTERS = words(`
  The A An This That These Those There Here It He She They We You His Her Its Their Our My Your
  In On At By For From With Without Of To As After Before Since During Until While When Where Why How What Who
  Which Whose If But And Or So Yet Nor Although Though Because Unless However Moreover Meanwhile Then Thus
  Therefore Also Not Now Once Later Some Many Most Each Every Another Such Nobody Nothing Everyone Is Are Was
  Were Do Does Did Has Have Had Can Could Will Would Should
  Similarly Furthermore Finally Instead Otherwise Perhaps Despite Today Yesterday Still Even
`);

/** `U.S`, `J.K`, `Ph.D`: letters with full stops between them, the last full stop not included. */
export function isDotted(word: string): boolean {
  return DOTTED.test(word);
}

/** The word that a text ends with, full stops inside it included: `U.S`, `Mr`; undefined after digits. */
export function lastWord(text: string): string | undefined {
  let start = text.length;
  while (start > 0 && LATIN_OR_STOP.test(text[start - 1]!)) start--;
  const word = text.slice(start);
  return word === '' || word.startsWith('.') || /\d/.test(text[start - 1] ?? '') ? undefined : word;
}

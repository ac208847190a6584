/**
 * Small words of languages in Latin letters beyond those of read/latin-tongues.ts, as data. Two
 * different ones tell a sentence that has fewer of English.
 */

const isOneOf = (list: string) => {
  const words: ReadonlySet<string> = new Set(list.trim().split(/\s+/));
  return (word: string) => words.has(word);
};

const FRENCH: ReadonlySet<string> = new Set(
  'le la les des du une est sont dans que qui pour pas sur avec nous vous votre vos nos notre chez et aux au ce cette veuillez merci'.split(
    ' ',
  ),
);
const ELISION = /^(?:[dljnstmc]|qu)['’][aeiouhyàâéèê]\p{L}+/u;

/** Whether a word, in lower case, is of that language. */
export const FURTHER_TONGUES: readonly ((word: string) => boolean)[] = [
  // French, with the words that are grown together with the next one
  (word) => FRENCH.has(word) || ELISION.test(word),
  // Dutch
  isOneOf(`het een van niet dat zijn ook maar naar uit wordt werd deze wij voor bij tot onze uw hebben heeft kan kunt
    moet geen meer alle klik welkom bedankt volgende de op met`),
  // Malay and Indonesian
  isOneOf(`yang untuk dengan itu dari pada tidak adalah akan dalam oleh juga sudah mereka kami terima kasih atas anda
    telah harap silakan silahkan bagi kepada tetapi bahwa bahawa saya kamu bisa boleh dapat lebih semua sebuah para
    karena kerana`),
  // Tagalog
  isOneOf('ang ng mga sa ay na hanggang ito po kung hindi ko mo siya kami nila para salamat ating kanyang'),
  // Turkish
  isOneOf(
    've bir bu için ile olarak daha çok gibi kadar sonra değil var olan her şey ne tarafından teşekkürler',
  ),
  // Polish and Czech
  isOneOf(
    'się na nie jest został została przez oraz dla który która jako że był była je jsou byl která který pro při',
  ),
  // Swedish, Danish, Norwegian
  isOneOf(
    'och att det som är på av för med inte den jag har till ett og ikke jeg fra være vi och kan ska skal',
  ),
  // Finnish and Hungarian
  isOneOf('ja ei että olla ovat mutta joka kun niin az és hogy nem egy volt meg csak vagy'),
  // Romanian
  isOneOf('și este pentru din care nu cu mai sunt fost după prin această'),
  // Japanese in Latin letters; its particles stand between the words.
  isOneOf(
    'wa ga wo ni desu deshita masu mashita shimasu shimasen kudasai arigatou gozaimasu watashi kara made sono kono',
  ),
  // Swahili
  isOneOf('ya wa kwa na katika ni kuwa hii yake lakini pia sana'),
];

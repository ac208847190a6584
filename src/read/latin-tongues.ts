/** Small words by which languages in Latin letters are told from English, as data; none of them is an English word. */

const isOneOf = (list: string) => {
  const words: ReadonlySet<string> = new Set(list.trim().split(/\s+/));
  return (word: string) => words.has(word);
};

/** Name → whether a word, in lower case, is of that language. */
export const LATIN_TONGUES: readonly (readonly [name: string, isOfIt: (word: string) => boolean])[] = [
  [
    'French',
    isOneOf(`le la les des du une est sont dans que qui pour pas sur avec nous vous ils elle elles ce cette ces et aux
      mais ou où je il leur leurs plus très être été avait était c'est d'un d'une n'est qu'il l'on`),
  ],
  [
    'German',
    isOneOf(`der das und ist nicht ich ein eine einen einem einer mit auf dem des sich von zu für wir sie auch als wie
      bei nach aus über wird wurde waren sind aber oder noch nur wenn dass durch kein keine ihr sein`),
  ],
  [
    'Spanish',
    isOneOf(`el los las que una es por con para se su sus del al como más pero sin sobre fue era muy también está están
      lo le les ya cuando donde y de la en`),
  ],
  [
    'Portuguese',
    isOneOf(`o os uma um é não que com para por se seu sua dos das da do na no nas nos mais mas foi são também muito
      ele ela você como e de em`),
  ],
  [
    'Italian',
    isOneOf(`il lo gli che è non per con del della dei delle nel nella sono una un ma anche più come questo questa era
      di da si ha al alla e la`),
  ],
  [
    'Dutch',
    isOneOf(
      'het een en van niet dat die met voor zijn op aan er ook maar als bij naar uit wordt werd deze dit wij de',
    ),
  ],
  [
    'Indonesian',
    isOneOf(
      'yang dan di untuk dengan ini itu dari pada tidak adalah akan ke dalam oleh juga sudah mereka kami',
    ),
  ],
  ['Vietnamese', (word) => /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u.test(word)],
  // Between the lines of books for learners. Vietnamese has no caron, and few macrons stand in any other language.
  ['pinyin', (word) => /[āēīōūǖǎěǐǒǔǚǘǜ]|[aeiou][\u0300\u0301\u0304\u030c]/u.test(word)],
];

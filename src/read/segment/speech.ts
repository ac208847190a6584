/** How the two languages say who spoke after a quotation; the patterns are tried on what follows it. */

const ENGLISH_VERBS = [
  'said|says|asked|asks|replied|replies|answered|answers|cried|cries|shouted|shouts|yelled|yells|called|calls',
  'exclaimed|exclaims|whispered|whispers|murmured|murmurs|muttered|mutters|demanded|demands|inquired|enquired',
  'screamed|screams|snapped|retorted|remarked|repeated|insisted|protested|wondered|begged|pleaded|bellowed',
].join('|');
const ENGLISH_NAME = "(?!(?:He|She|It|We|They|You)\\b)(?:\\p{Lu}[\\p{L}'’.-]*\\s){1,3}";
const ENGLISH_DESCRIPTION = "(?:The|A|An|My|His|Her|Our|Their)\\s(?:[\\p{L}'’.-]+\\s){1,3}?";

/** A comma and a new quotation: what was said is still to come. */
const ENGLISH_ANNOUNCEMENT = '[^.,!?"“”]{0,30}[,:]\\s["“‘\']\\p{Lu}';

/** `Tom asked`, `I said`, `The old man replied`. In lower case the sentence goes on anyway. */
export const ENGLISH_SPEAKER = new RegExp(
  `^(?:${ENGLISH_NAME}|${ENGLISH_DESCRIPTION})(?:${ENGLISH_VERBS})\\b(?!${ENGLISH_ANNOUNCEMENT})`,
  'u',
);

/** Each with the neighbours that make another word of it (听说, 说话, 问题, 知道, 回应了 …); both scripts. */
const CHINESE_VERBS = [
  '(?<![听聽据據小传傳学學来來虽雖再])[说說](?![话話不明服法完罢罷过過起到的得出句]|[着著](?!。))',
  '(?<![知街味难難通人频頻车車轨軌铁鐵街跑隧管渠柔赤地航河要])道(?![路理德歉具谢謝])',
  '(?<![学學疑顾顧访訪])[问問](?![题題候世过過完号號])',
  '(?<!回)答(?=[道复復，。,])|回答(?![了完])',
  '[喊叫](?=[道着著了起喊嚷，。！,!])|大[喊叫]|[嚷吼骂罵劝勸]',
  '[嘟咕]囔|嘀咕|惊呼|驚呼|自[语語]|(?<!想[了一]?)想(?=[道着著，。,])|[寻尋]思',
  '表示|指出|告[诉訴]|解[释釋]|[补補]充|[强強][调調]|回[应應]|承[认認]|警告|宣[布佈]|透露|介[绍紹]|坦言|直言|感[叹嘆歎]|[报報][道導导]',
].join('|');
const CHINESE_NOT_SAID = '(?<![没沒未不别別]|[没沒][有得]|不再|[没沒]再|(?<!有)的)';
/** With these the story goes on, or somebody else has the word. */
const STORY_GOES_ON =
  '一面|一[边邊]|一[声聲]|又|便|就|[刚剛]|[说說]|于是|於是|然[后後]|接着|接著|[这這][时時]|[这這]才|[对對][于於]';
const ANOTHER_SPEAKER = '[则則也亦却卻还還又]';
const NO_PUNCTUATION = '[^，。！？：；、,:;!?“”‘’「」『』"\\n]';

/**
 * `他问。`, `那个老人大声喊道，`: a name in Latin letters and ten characters up to the verb, and six after it, closed by a
 * comma or an end mark; who takes longer tells a story of its own. A colon means that the next quotation is what was said.
 */
export const CHINESE_SPEAKER = new RegExp(
  `^(?!${STORY_GOES_ON})(?:[过過]了${NO_PUNCTUATION}{1,4}，)?(?:[A-Za-z.]{1,20}[\\s·]?){0,3}${NO_PUNCTUATION}{0,10}?(?<!${ANOTHER_SPEAKER})${CHINESE_NOT_SAID}(?:${CHINESE_VERBS})` +
    `${NO_PUNCTUATION}{0,6}(?:[，。！？；,;（(]|\\.(?!\\d)|$)`,
  'u',
);

/** No punctuation up to a comma and a new quotation: `二楼的窗户里探出一个脑袋，“做梦呢！”` */
export const SPEECH_RESUMED = new RegExp(`^${NO_PUNCTUATION}{1,16}[，,]["“「『]`, 'u');

/** What announces that the quotation after it is speech, not a phrase: `他问“…”`, `听到“…”`. */
export const CHINESE_ANNOUNCEMENT = new RegExp(
  `(?:${CHINESE_VERBS}|[说說问問答喊叫唱念]|[听聽]到?|[读讀])[了着著道]?$`,
  'u',
);

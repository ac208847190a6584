/** When dots do not end a Chinese sentence, for who speaks looks for words. */
import type { Boundary } from './boundary.ts';

export const ELLIPSIS = /^(?:[…⋯]|[.．。][\s\u00A0]?[.．。])/;

/** Nothing can end in these words: something is still to come. */
const OPEN_ENDED =
  /(?:[觉覺]得|反正|只是|但是|可是|因[为為]|所以|如果|即使|那[个個]|[这這][个個]|什[么麼]|[还還]是|或者|比如|例如|[诸諸]如|[就才正真]?是|[拿把被和跟与與或]|[这這那]真是)$/;
const INTERJECTION = /(?:^|[：:，。！？…“「\s])[嗯呃唔哦噢喔额額啊咦]$/u;
/** The list before the dots is taken up again: `跳广场舞……只要出汗就好`. */
const RESUMED = /^(?:都(?!市|城|督)|也(?![许許])|只要|全都|统统|[这這那]些|等等|不[，,])/u;
/** How long a repetition may be, in characters. */
const LONGEST_REPETITION = 3;

export function isHesitation({ isQuoted, before, tail, after }: Boundary, closesQuote: boolean): boolean {
  if (!ELLIPSIS.test(tail) || closesQuote) return false;
  if (isQuoted || OPEN_ENDED.test(before) || INTERJECTION.test(before)) return true;
  return isRepeated(before, after) || RESUMED.test(after);
}

/** `万一……万一到了那里`, `你是……你是陈默` */
function isRepeated(before: string, after: string): boolean {
  for (let length = LONGEST_REPETITION; length > 0; length--) {
    const last = before.slice(-length);
    if (last.length === length && /^\p{Script=Han}+$/u.test(last) && after.startsWith(last)) return true;
  }
  return false;
}

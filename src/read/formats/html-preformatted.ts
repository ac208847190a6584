import { type Attributes, readTags, type TagHandler } from './html-tags.ts';

const NO_ATTRIBUTES: Attributes = new Map();
const LINE_BREAK = /\r\n|\r|\n/;

/** As `readTags`, but `<pre>` is a `<div>` whose line breaks are `<br>`: pages that are a plain text are written so. */
export function readTagsOfPlainText(html: string, { open, close, text }: TagHandler): void {
  let depth = 0;
  const addLine = (line: string, i: number) => {
    if (i > 0) open('br', NO_ATTRIBUTES);
    text(line);
  };
  readTags(html, {
    open: (name, attributes) => {
      if (name === 'pre') depth++;
      open(name === 'pre' ? 'div' : name, attributes);
    },
    close: (name) => {
      if (name === 'pre') depth = Math.max(0, depth - 1);
      close(name === 'pre' ? 'div' : name);
    },
    text: (source) => {
      if (depth === 0) text(source);
      else source.split(LINE_BREAK).forEach(addLine);
    },
  });
}

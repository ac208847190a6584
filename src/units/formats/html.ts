/** A page for reading both texts side by side. It has no script and loads nothing, whatever the texts hold. */
import { createHash } from 'node:crypto';
import type { Parser } from 'htmlparser2';
import { DuiqiError } from '../../errors.ts';
import type { Anchor, Language } from '../../model.ts';
import type { Format, Losses, UnitWriter, WritingOptions } from '../format.ts';
import { LONGEST_LINE, type Source, textOf } from '../source.ts';
import { type Property, roundScore, type Unit, type UnitRead } from '../unit.ts';
import { isDoubtful, SURE } from './doubt.ts';
import { fieldsAndHistoryOf, ownPropertiesOf } from './history.ts';
import { STYLE } from './html-style.ts';
import { escapeAttribute, escapeText } from './xml-text.ts';

export const HTML: Format = {
  name: 'html',
  endings: ['.html'],
  alsoReads: ['.htm'],
  holdsEveryBead: true,
  holdsAnchors: true,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: true,
  open: (options) => openHtml(options),
  read: ([source]) => readHtml(source!),
};

/** Control characters but tab, line feed and carriage return; lone surrogates; what Unicode has reserved for no text. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;
const NAMES: Readonly<Record<Language, string>> = { zh: 'Chinese', en: 'English' };

function openHtml(options: WritingOptions): UnitWriter {
  const { source = 'en', title = 'Side by side' } = options;
  const order: readonly Language[] = source === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  const losses: Losses = { blank: 0, droppedCharacters: 0 };
  let documents: string | undefined;

  const startTable = (unit: Unit): string => {
    const docs = { zh: withoutFolders(unit.zhDoc), en: withoutFolders(unit.enDoc) };
    const current = JSON.stringify(docs);
    if (current === documents) return '';
    const before = documents === undefined ? head(title, options.toolVersion) : END_OF_TABLE;
    documents = current;
    const named = order.flatMap((side) => (docs[side] ? `<bdi>${text(docs[side])}</bdi>` : []));
    const heading = named.length > 0 ? `<h2>${named.join(' – ')}</h2>\n` : '';
    const columns = [...order.map((side) => NAMES[side]), 'Score'].map(
      (name) => `<th scope="col">${name}</th>`,
    );
    return `${before}${heading}<table>\n<thead><tr>${columns.join('')}</tr></thead>\n<tbody>\n`;
  };
  const add = (unit: Unit): string => {
    const texts = { zh: withoutForbidden(unit.zh), en: withoutForbidden(unit.en) };
    losses.droppedCharacters += unit.zh.length + unit.en.length - texts.zh.length - texts.en.length;
    if (texts.zh === '' && texts.en === '') {
      losses.blank++;
      return '';
    }
    return startTable(unit) + row(unit, texts, order);
  };
  const end = (): string =>
    documents === undefined
      ? `${head(title, options.toolVersion)}<p>There are no units.</p>\n${END}`
      : END_OF_TABLE + END;
  return { add: (unit) => [add(unit)], end: () => [end()], losses };
}

const END_OF_TABLE = '</tbody>\n</table>\n';
const END = '</body>\n</html>\n';

function head(title: string, toolVersion: string): string {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="duiqi ${attribute(toolVersion)}">
<title>${text(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1><bdi>${text(title)}</bdi></h1>
<p class="legend">The score is the probability that the two sides are exactly each other’s translation. Below ${SURE} a pair is marked as <strong>doubtful</strong>; “only” marks what the other text leaves out.</p>
`;
}

/** What is not seen of a unit stands in attributes of its row. */
function row(unit: Unit, texts: Readonly<Record<Language, string>>, order: readonly Language[]): string {
  const data = ownPropertiesOf(unit).map(
    ([name, value]) => ` data-${name.replace(/^x-/, '')}="${attribute(value)}"`,
  );
  const others = unit.properties?.map((property) => property.map(withoutForbidden)) ?? [];
  if (others.length > 0) data.push(` data-properties="${attribute(JSON.stringify(others))}"`);
  const kind = kindOf(unit, texts);
  const locales = { zh: unit.zhLang, en: unit.enLang };
  const cells = order.map(
    (side) => `<td class="${side}" lang="${attribute(locales[side])}">${text(texts[side])}</td>\n`,
  );
  const className = kind === '' ? '' : ` class="${kind.split(' ')[0]}"`;
  return `<tr${className}${data.join('')}>\n${cells.join('')}<td class="about">${about(unit, kind)}</td>\n</tr>\n`;
}

/** In words, the first of which is also the class of the row. */
function kindOf(unit: Unit, texts: Readonly<Record<Language, string>>): string {
  if (texts.zh === '') return 'only English';
  if (texts.en === '') return 'only Chinese';
  return isDoubtful(unit) ? 'doubtful' : '';
}

function about({ score, bead, edited, noise = [], anchors = [], notes = [] }: Unit, kind: string): string {
  const words = [
    ...(score === undefined ? [] : [String(roundScore(score))]),
    ...(bead === undefined ? [] : [text(bead)]),
    ...(kind === '' ? [] : [`<strong>${kind}</strong>`]),
    ...(edited ? ['changed by hand'] : []),
    ...noise.map((side) => `the ${NAMES[side]} is no part of the story`),
  ];
  return [
    ...(words.length > 0 ? [`<p>${words.join(', ')}</p>`] : []),
    ...(anchors.length > 0 ? [`<p>${anchors.map(anchorText).join('; ')}</p>`] : []),
    ...notes.map((note) => `<p class="note">${text(note)}</p>`),
  ].join('');
}

const anchorText = ({ zh, en }: Anchor) => `<bdi>${text(zh)}</bdi> = <bdi>${text(en)}</bdi>`;

function withoutFolders(doc = ''): string {
  return doc.replace(/^.*[/\\]/s, '');
}

function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

const text = (value: string) => escapeText(withoutForbidden(value));
const attribute = (value: string) => escapeAttribute(withoutForbidden(value));

type Attributes = Readonly<Record<string, string>>;

interface Cell {
  readonly locale: string;
  text: string;
}

interface Row {
  readonly attributes: Attributes;
  readonly cells: Partial<Record<Language, Cell>>;
  readonly notes: Cell[];
}

/** In UTF-16 units: so much of the page without the end of a tag is no longer kept. */
const LONGEST_PIECE = 1 << 27;

/**
 * The units of a page, in order.
 *
 * @throws DuiqiError `format` with the line where the page is none that duiqi wrote, or a row lacks a side
 */
async function* readHtml(source: Source): AsyncGenerator<UnitRead> {
  const reading = new HtmlReading(source.file, (await import('htmlparser2')).Parser);
  for await (const text of textOf(source)) {
    reading.write(text);
    yield* reading.taken();
  }
  reading.end();
  yield* reading.taken();
}

class HtmlReading {
  readonly #file: string;
  readonly #parser: Parser;
  #isOurs = false;
  #row: Row | undefined;
  #cell: Cell | undefined;
  #found: UnitRead[] = [];
  #unparsed = 0;
  /** What is being parsed, where in the page it begins, and on which line. */
  #chunk = '';
  #offset = 0;
  #line = 1;

  constructor(file: string, HtmlParser: typeof Parser) {
    this.#file = file;
    this.#parser = new HtmlParser({
      onopentag: (name, attributes) => this.#open(name, attributes),
      onclosetag: (name) => this.#close(name),
      ontext: (text) => this.#add(text),
    });
  }

  write(text: string): void {
    this.#offset += this.#chunk.length;
    this.#line += countLines(this.#chunk);
    this.#chunk = text;
    this.#unparsed += text.length;
    this.#parser.write(text);
    if (this.#unparsed > LONGEST_PIECE) throw this.#fault('a tag of this page is too long to be kept.');
  }

  end(): void {
    this.#parser.end();
    if (!this.#isOurs) throw this.#notOurs();
  }

  /** The units that were completed since the last call. */
  taken(): UnitRead[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #open(name: string, attributes: Attributes): void {
    this.#unparsed = 0;
    if (name === 'meta' && attributes.name === 'generator')
      this.#isOurs = /^duiqi\b/.test(attributes.content ?? '');
    if (name === 'body' && !this.#isOurs) throw this.#notOurs();
    if (name === 'tr') this.#row = { attributes, cells: {}, notes: [] };
    else if (name === 'td' && this.#row) {
      const side = attributes.class;
      this.#cell = { locale: attributes.lang ?? '', text: '' };
      if (side === 'zh' || side === 'en') this.#row.cells[side] = this.#cell;
    } else if (name === 'p' && attributes.class === 'note' && this.#row) {
      this.#cell = { locale: '', text: '' };
      this.#row.notes.push(this.#cell);
    }
  }

  #close(name: string): void {
    this.#unparsed = 0;
    if (name === 'td' || name === 'p') this.#cell = undefined;
    if (name !== 'tr' || !this.#row) return;
    if (!this.#isOurs) throw this.#notOurs();
    this.#complete(this.#row);
    this.#row = undefined;
  }

  #add(text: string): void {
    this.#unparsed = 0;
    if (!this.#cell) return;
    this.#cell.text += text;
    if (this.#cell.text.length > LONGEST_LINE) throw this.#fault('this text is longer than any sentence.');
  }

  #complete({ attributes, cells: { zh, en }, notes }: Row): void {
    if (!zh && !en) return; // the names of the columns
    if (!zh || !en) throw this.#fault(`this row has no cell of the class "${zh ? 'en' : 'zh'}".`);
    this.#found.push({
      zh: zh.text,
      en: en.text,
      ...fieldsAndHistoryOf(this.#propertiesIn(attributes)),
      ...(notes.length > 0 && { notes: notes.map(({ text }) => text) }),
      ...(zh.locale && { zhLang: zh.locale }),
      ...(en.locale && { enLang: en.locale }),
    });
  }

  #propertiesIn(attributes: Attributes): Property[] {
    const { 'data-properties': others, ...own } = attributes;
    const known = Object.entries(own).flatMap(([name, value]): Property[] =>
      name.startsWith('data-') ? [[`x-${name.slice('data-'.length)}`, value]] : [],
    );
    const listed = others === undefined ? [] : listIn(others);
    if (!listed) throw this.#fault('"data-properties" of this row is no list of names and values.');
    return [...known, ...listed];
  }

  #notOurs(): DuiqiError {
    const reason = 'this page is none that duiqi wrote.';
    const place = { file: this.#file, line: this.#lineHere() };
    return new DuiqiError('format', reason, place, 'To pair two pages with one another, use duiqi align.');
  }

  #fault(reason: string): DuiqiError {
    const place = { file: this.#file, line: this.#lineHere() };
    return new DuiqiError(
      'format',
      reason,
      place,
      'Write the page once more from the memory it was made of.',
    );
  }

  #lineHere(): number {
    return this.#line + countLines(this.#chunk.slice(0, Math.max(0, this.#parser.startIndex - this.#offset)));
  }
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

function listIn(json: string): Property[] | undefined {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) && list.every(isProperty) ? list : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function isProperty(value: unknown): value is Property {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string');
}

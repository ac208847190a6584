/** Makes small PDFs of texts at places. Lengths are in points; `top` is the way from the top edge to the baseline. */

/**
 * `roman` and `bold` show any character and have a table that says which; `song` has an old Chinese encoding and no
 * table, `vertical` likewise; `mute` says nothing of its characters.
 */
export type Font = 'roman' | 'bold' | 'song' | 'vertical' | 'mute';

export interface Text {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly size?: number;
  readonly font?: Font;
  /** The line is stretched to it: between its words, or between its Han characters when it has no space. */
  readonly width?: number;
  /** Degrees, counter-clockwise. */
  readonly turned?: number;
}

export interface PageOf {
  readonly texts: readonly Text[];
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: number;
}

export interface Setting {
  readonly left?: number;
  readonly width?: number;
  readonly top?: number;
  readonly size?: number;
  readonly leading?: number;
  /** Of the first line, or of the others when it is negative. */
  readonly indent?: number;
  readonly isStretched?: boolean;
  readonly font?: Font;
}

const ENCODINGS: Readonly<Record<Font, string>> = {
  roman: 'Identity-H',
  bold: 'Identity-H',
  song: 'UniGB-UCS2-H',
  vertical: 'UniGB-UCS2-V',
  mute: 'Identity-H',
};
const FONTS = Object.keys(ENCODINGS) as Font[];
const WIDE = /[\u2e80-\uffef]/;
const SIZE = 10;

/** Han characters are as wide as the font is high, other characters half of it, spaces a quarter. */
export function widthOf(text: string, size = SIZE): number {
  const ems = Array.from(text, (char) =>
    char === ' ' ? 0.25 : WIDE.test(char) && !/[ﬀ-ﬆ]/.test(char) ? 1 : 0.5,
  );
  return ems.reduce((sum, em) => sum + em, 0) * size;
}

/** The lines of a paragraph, broken at spaces and between Han characters. */
export function paragraph(text: string, setting: Setting = {}): Text[] {
  const { left = 72, width = 300, top = 72, leading = 12, indent = 0, size = SIZE } = setting;
  const startOf = (line: number) => (line === 0 ? Math.max(0, indent) : Math.max(0, -indent));
  const lines = [''];
  for (const [word] of text.matchAll(/ *(?:[^ \u2e80-\uffef]+|[\u2e80-\uffef][，。、：；！？”]*)/gu)) {
    const line = lines.length - 1;
    if (lines[line] !== '' && widthOf(lines[line] + word, size) > width - startOf(line))
      lines.push(word.trimStart());
    else lines[line] += word;
  }
  return lines.map((line, i) => {
    const isFull = setting.isStretched && i < lines.length - 1;
    const place = {
      text: line,
      left: left + startOf(i),
      top: top + i * leading,
      size,
      font: setting.font ?? 'roman',
    };
    return isFull ? { ...place, width: width - startOf(i) } : place;
  });
}

/** Paragraphs below each other, with `gap` points more between them than between lines. */
export function column(texts: readonly string[], setting: Setting & { readonly gap?: number } = {}): Text[] {
  const { top = 72, leading = 12, gap = 0 } = setting;
  const lines: Text[] = [];
  for (const text of texts) {
    const next = lines.length === 0 ? top : lines.at(-1)!.top + leading + gap;
    lines.push(...paragraph(text, { ...setting, top: next }));
  }
  return lines;
}

/** A PDF with these pages, 595 by 842 points unless they say otherwise. */
export function makePdf(pages: readonly PageOf[], trailer = ''): Uint8Array {
  const fonts = FONTS.map((font) => `/${font} ${3 + 3 * FONTS.indexOf(font)} 0 R`).join(' ');
  const start = 3 + 3 * FONTS.length + 1;
  const table = start - 1;
  const kids = pages.map((_, i) => `${start + 2 * i} 0 R`).join(' ');
  return makeObjects(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${kids}]/Count ${pages.length}/Resources<</Font<<${fonts}>>>>>>`,
      ...FONTS.flatMap((font, i) => fontObjects(font, 3 + 3 * i, table)),
      stream(toUnicode()),
      ...pages.flatMap((page, i) => pageObjects(page, start + 2 * i)),
    ],
    trailer,
  );
}

/** A PDF with these objects, of which the first is the catalogue. */
export function makeObjects(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = chunks[0]!.length;
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    const chunk = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    chunks.push(chunk);
    length += chunk.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = `trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`;
  chunks.push(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${entries}${end}`));
  return new Uint8Array(Buffer.concat(chunks));
}

export function stream(data: string | Uint8Array, dictionary = ''): Uint8Array {
  const bytes = Buffer.from(data);
  const start = Buffer.from(`<<${dictionary}/Length ${bytes.length}>>\nstream\n`);
  return Buffer.concat([start, bytes, Buffer.from('\nendstream')]);
}

function fontObjects(font: Font, number: number, table: number): string[] {
  const isChinese = font === 'song' || font === 'vertical';
  const name = isChinese ? 'STSong-Light' : font === 'bold' ? 'Roman-Bold' : 'Roman';
  const toUnicode = font === 'roman' || font === 'bold' ? `/ToUnicode ${table} 0 R` : '';
  const system = isChinese ? '(Adobe)/Ordering(GB1)/Supplement 2' : '(Adobe)/Ordering(Identity)/Supplement 0';
  const widths = isChinese ? '[1[250]2 95 500]' : '[32[250]33 767 500 8208 8230 500 64256 64262 500]';
  return [
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${ENCODINGS[font]}/DescendantFonts[${number + 1} 0 R]${toUnicode}>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry${system}>>/DW 1000/W${widths}/FontDescriptor ${number + 2} 0 R>>`,
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`,
  ];
}

/** Every code is the character of that number. */
function toUnicode(): string {
  const body =
    '1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange';
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n${body}\nendcmap end end`;
}

function pageObjects(
  { texts, width = 595, height = 842, rotate = 0 }: PageOf,
  number: number,
): (string | Uint8Array)[] {
  const content = texts.map((text) => operators(text, height)).join('\n');
  const box = `/MediaBox[0 0 ${width} ${height}]/Rotate ${rotate}`;
  return [`<</Type/Page/Parent 2 0 R${box}/Contents ${number + 1} 0 R>>`, stream(content)];
}

function operators(
  { text, left, top, size = SIZE, font = 'roman', width, turned = 0 }: Text,
  height: number,
): string {
  const cos = Math.cos((turned * Math.PI) / 180);
  const sin = Math.sin((turned * Math.PI) / 180);
  const matrix = [cos, sin, -sin, cos, left, height - top].map((value) => value.toFixed(3)).join(' ');
  return `BT /${font} ${size} Tf ${matrix} Tm ${shown(text, size, width)} ET`;
}

function shown(text: string, size: number, width: number | undefined): string {
  if (width === undefined) return `${hex(text)} Tj`;
  const parts = text.includes(' ') ? text.split(/(?<= )/) : Array.from(text);
  const extra = (width - widthOf(text, size)) / (parts.length - 1);
  return `[${parts.map(hex).join(` ${((-extra * 1000) / size).toFixed(3)} `)}] TJ`;
}

function hex(text: string): string {
  const codes = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `<${codes.join('')}>`;
}

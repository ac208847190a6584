/** The charsets that texts come in, and what people call them. */
export const CHARSETS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const;
export type Charset = (typeof CHARSETS)[number];

/** As they are written in a sentence. */
export const TITLES: Readonly<Record<Charset, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
  big5: 'Big5',
  'windows-1252': 'Windows-1252',
};

/**
 * Names in lower case, letters and digits only: the labels of the WHATWG's Encoding Standard, and the names that Java,
 * Python, iconv and Windows have for them. As in that standard, the smaller charsets are read as those that hold them
 * (GBK and GB2312 as GB18030, Latin-1 as Windows-1252), and UTF-16 of no known order is little-endian.
 */
const ALIASES: Readonly<Record<Charset, string>> = {
  'utf-8': 'utf8 utf8bom utf8sig unicode11utf8 unicode20utf8 xunicode20utf8 cp65001 65001',
  'utf-16le': 'utf16le utf16 unicode unicodefeff csunicode ucs2 iso10646ucs2 cp1200 1200',
  'utf-16be': 'utf16be unicodefffe cp1201 1201',
  gb18030:
    'gb18030 gbk xgbk gb2312 gb231280 csgb2312 csiso58gb231280 isoir58 chinese cngb euccn eucgb2312cn ' +
    'cp936 ms936 windows936 936 cp54936 54936',
  big5: 'big5 big5hkscs cnbig5 csbig5 xxbig5 big5eten big5tw hkscs cp950 ms950 windows950 950 cp951 951',
  'windows-1252':
    'windows1252 cp1252 xcp1252 ms1252 1252 latin1 l1 iso88591 iso885911987 csisolatin1 isoir100 ibm819 cp819 ' +
    'ascii usascii ansix341968 iso646us',
};

const BY_NAME: ReadonlyMap<string, Charset> = new Map(
  CHARSETS.flatMap((charset) => ALIASES[charset].split(' ').map((alias) => [alias, charset] as const)),
);

/** The charset that is called so, in any spelling (`GB-2312`, `Big5_HKSCS`, `latin1`, `UTF16`); undefined for others. */
export function charsetNamed(name: string): Charset | undefined {
  return BY_NAME.get(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
}

/** Whether every character has at least two bytes, ASCII too. */
export function isWide(charset: Charset): boolean {
  return charset === 'utf-16le' || charset === 'utf-16be';
}

import type { Reading } from '../batch/documents.ts';
import { charsetOf, localeOf } from './values.ts';

export const READING_OPTIONS = {
  segmented: { type: 'boolean', describe: 'The files hold one sentence a line' },
  'zh-lang': { type: 'string', describe: 'The locale of the Chinese, instead of looking (zh-TW)' },
  'en-lang': { type: 'string', describe: 'The locale of the English (en-GB)' },
  'zh-encoding': { type: 'string', describe: 'The charset of Chinese files, instead of looking (big5)' },
  'en-encoding': { type: 'string', describe: 'The charset of English files (windows-1252)' },
} as const;

/** @throws DuiqiError `usage` when a locale or a charset is none */
export async function readingOf(values: {
  readonly segmented?: boolean | undefined;
  readonly 'zh-lang'?: string | undefined;
  readonly 'en-lang'?: string | undefined;
  readonly 'zh-encoding'?: string | undefined;
  readonly 'en-encoding'?: string | undefined;
}): Promise<Reading> {
  const { 'zh-lang': zh, 'en-lang': en, 'zh-encoding': zhCharset, 'en-encoding': enCharset } = values;
  return {
    segmented: values.segmented ?? false,
    locales: {
      ...(zh === undefined ? {} : { zh: localeOf('--zh-lang', zh, 'zh') }),
      ...(en === undefined ? {} : { en: localeOf('--en-lang', en, 'en') }),
    },
    charsets: {
      ...(zhCharset === undefined ? {} : { zh: await charsetOf('--zh-encoding', zhCharset) }),
      ...(enCharset === undefined ? {} : { en: await charsetOf('--en-encoding', enCharset) }),
    },
  };
}

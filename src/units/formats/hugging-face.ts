/** JSON Lines as Hugging Face's translation datasets have them: `{"translation":{"zh":…,"en":…}}`, two-sided units alone. */
import type { Format } from '../format.ts';
import { JSONL } from './jsonl.ts';

export const HUGGING_FACE: Format = {
  name: 'hf',
  endings: ['.json'],
  alsoReads: ['.ndjson'],
  holdsEveryBead: false,
  holdsAnchors: false,
  holdsSeveralAlignments: true,
  holdsSeveralLocales: true,
  open: () => ({
    add: ({ zh, en }) => [`${JSON.stringify({ translation: { zh, en } })}\n`],
    end: () => [''],
    losses: { blank: 0, droppedCharacters: 0 },
  }),
  ...(JSONL.read && { read: JSONL.read }),
};

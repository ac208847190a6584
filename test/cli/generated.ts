/** Pairs of short documents, made up of a few phrases: always the same for the same numbers. */
const WHO = [
  ['林秋', 'Lin Qiu'],
  ['老人', 'The old man'],
  ['船长', 'The captain'],
  ['老师', 'The teacher'],
  ['孩子们', 'The children'],
] as const;
const DID = [
  ['在镇上开了一家书店', 'opened a bookshop in the town'],
  ['昨天坐船去了海岛', 'went to the island by boat yesterday'],
  ['买了三只手表', 'bought three watches'],
  ['修好了那座石桥', 'repaired the stone bridge'],
  ['没有回答这个问题', 'did not answer the question'],
  ['在下雨以前回了家', 'came home before the rain'],
] as const;

export interface GeneratedPair {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

/** `count` pairs of `lines` sentences; of some there is no English. */
export function generatedPairs(count: number, lines: number): GeneratedPair[] {
  let state = 7;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, (_, i) => {
    const [zh, en]: [string[], string[]] = [[], []];
    for (let k = 0; k < lines; k++) {
      const [who, did, day] = [WHO[random(WHO.length)]!, DID[random(DID.length)]!, 1 + random(900)];
      zh.push(`${who[0]}${did[0]}，那是第${day}天。\n`);
      if (random(10) > 0) en.push(`${who[1]} ${did[1]}, that was day ${day}.\n`);
    }
    return { id: String(i).padStart(4, '0'), zh: zh.join(''), en: en.join('') };
  });
}

/** Path → content: two folders, and a manifest of the pairs. */
export function filesOf(pairs: readonly GeneratedPair[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { id, zh, en } of pairs) Object.assign(files, { [`zh/${id}.txt`]: zh, [`en/${id}.txt`]: en });
  const rows = pairs.map(({ id }) => `${id}\tzh/${id}.txt\ten/${id}.txt\n`);
  return { ...files, 'pairs.tsv': `id\tzh\ten\n${rows.join('')}` };
}

import type { Part } from '../model.ts';

/** A Chinese and an English part to be aligned. */
export interface Parts {
  readonly zh: Part;
  readonly en: Part;
}

/** All versions of one story. */
export interface StoryParts {
  readonly zh: ReadonlySet<Part>;
  readonly en: ReadonlySet<Part>;
}

/** Pairs that share a part are of one story: what one version says of a name is good for the others. */
export function storiesOf(pairs: readonly Parts[]): StoryParts[] {
  const storyOf = new Map<Part, { zh: Set<Part>; en: Set<Part> }>();
  for (const { zh, en } of pairs) {
    const [a, b] = [storyOf.get(zh), storyOf.get(en)];
    const story = a ?? b ?? { zh: new Set(), en: new Set() };
    if (a && b && a !== b) {
      for (const part of b.zh) a.zh.add(part);
      for (const part of b.en) a.en.add(part);
    }
    story.zh.add(zh);
    story.en.add(en);
    for (const part of [...story.zh, ...story.en]) storyOf.set(part, story);
  }
  return [...new Set(storyOf.values())];
}

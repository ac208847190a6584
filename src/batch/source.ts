/** Which files hold the versions of a story: known before any of them is read. */

/** A page with both languages, or two documents in any order, as they were named: `a.txt`, `a.txt#zh1`. */
export interface NamedSource {
  readonly kind: 'named';
  readonly stem: string;
  readonly inputs: readonly string[];
  /** Paths of the files. */
  readonly files: readonly string[];
}

/** Two files of two folders that have the same name. */
export interface FolderSource {
  readonly kind: 'folders';
  readonly stem: string;
  readonly files: readonly [a: string, b: string];
}

/** A row of a manifest: which document is the Chinese one, which the English one. */
export interface RowSource {
  readonly kind: 'row';
  readonly stem: string;
  readonly zh: string;
  readonly en: string;
  readonly files: readonly string[];
  readonly manifest: string;
  readonly line: number;
}

/** `stem` is what its output files are called in a folder, without their endings: `part1/a`. */
export type StorySource = NamedSource | FolderSource | RowSource;

/** Stories that share documents, and so learn together; most often a single one. What one worker does at a time. */
export interface Group {
  readonly stories: readonly NumberedSource[];
}

export interface NumberedSource {
  /** 0-based, among the stories as they were named. */
  readonly number: number;
  readonly source: StorySource;
}

/** Paths of the files of a group, each once. */
export function filesOf({ stories }: Group): string[] {
  return [...new Set(stories.flatMap(({ source }) => source.files))];
}

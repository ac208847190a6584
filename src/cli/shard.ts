import { DuiqiError } from '../errors.ts';
import type { Listing } from './stories.ts';

export const SHARD_OPTION = {
  shard: { type: 'string', describe: 'K/N: only the K-th of N parts of the list' },
} as const;

/** One of several equal parts of a list of stories, counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** @throws DuiqiError `usage` */
export function shardOf(typed: string | undefined): Shard | undefined {
  if (typed === undefined) return undefined;
  const [, first, second] = /^(\d{1,7})\/(\d{1,7})$/.exec(typed) ?? [];
  const [number, of] = [Number(first), Number(second)];
  if (number >= 1 && number <= of) return { number, of };
  const reason = `--shard ${typed}: not a part of a whole.`;
  throw new DuiqiError('usage', reason, {}, 'Write for example --shard 3/100, from 1/100 to 100/100.');
}

/** The neighbours that belong to a shard: all shards one after the other are the list. What none can align is told by the first. */
export function inShard({ groups, failures }: Listing, shard: Shard | undefined): Listing {
  const { number, of } = shard ?? { number: 1, of: 1 };
  const begin = (part: number) => Math.floor((part * groups.length) / of);
  return { groups: groups.slice(begin(number - 1), begin(number)), failures: number === 1 ? failures : [] };
}

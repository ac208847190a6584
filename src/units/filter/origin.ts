/** Where units come from, for those who must know what they may train on. */
import type { Unit } from '../unit.ts';

export type Origin = { readonly [K in 'source' | 'licence' | 'url']?: string | undefined };

/** The unit with what it lacks of an origin; what it says itself stays. */
export function withOrigin(unit: Unit, { source, licence, url }: Origin): Unit {
  return {
    ...unit,
    ...(source !== undefined && unit.source === undefined && { source }),
    ...(licence !== undefined && unit.licence === undefined && { licence }),
    ...(url !== undefined && unit.url === undefined && { url }),
  };
}

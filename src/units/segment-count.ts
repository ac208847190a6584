import type { Language } from '../model.ts';
import { segment } from '../read/segment.ts';
import type { Unit } from './unit.ts';

/**
 * Whether a client finds both sides of the unit as one segment each: its bead is 1-1, or, where that is not known,
 * each side is one sentence.
 */
export function isOneSegment(unit: Unit): boolean {
  if (unit.bead !== undefined) return unit.bead === '1-1';
  return isOneSentence(unit.zh, 'zh') && isOneSentence(unit.en, 'en');
}

function isOneSentence(text: string, language: Language): boolean {
  return segment(text, language).length <= 1;
}

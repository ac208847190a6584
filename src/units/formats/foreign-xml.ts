/** What is common to memories in XML that other programs wrote. */

/** In UTF-16 units: so much of a file without the end of a tag or text is no longer kept. */
export const LONGEST_PIECE = 1 << 27;

/** What the user should know of a file that was read: units that were passed over, and codes that are no text. */
export function noticesOf(oneSided: number, codes: number): string[] {
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return [
    ...(oneSided > 0 ? [`${counted(oneSided, 'unit')} without Chinese or without English passed over.`] : []),
    ...(codes > 0 ? [`${counted(codes, 'code')} of the original format left out of the texts.`] : []),
  ];
}

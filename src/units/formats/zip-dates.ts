/** Takes the clock out of a ZIP archive, so that the same contents give the same bytes (APPNOTE.TXT 4.3). */

const END = { length: 22, count: 10, directory: 16 } as const;
const ENTRY = { length: 46, time: 12, name: 28, extra: 30, comment: 32, local: 42 } as const;
const LOCAL_TIME = 10;

/** Sets the time of every entry. The archive must have no comment, as write-excel-file makes it; it is changed in place. */
export function dateEntries(archive: Buffer, date: Date): void {
  const time = dosTime(date);
  const end = archive.length - END.length;
  let at = archive.readUInt32LE(end + END.directory);
  for (let left = archive.readUInt16LE(end + END.count); left > 0; left--) {
    archive.writeUInt32LE(time, at + ENTRY.time);
    archive.writeUInt32LE(time, archive.readUInt32LE(at + ENTRY.local) + LOCAL_TIME);
    const lengths = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((field) => archive.readUInt16LE(at + field));
    at += ENTRY.length + lengths.reduce((sum, length) => sum + length, 0);
  }
}

/** The date in its upper half, the time in its lower one; in UTC, for archives know no time zones. They begin in 1980. */
function dosTime(date: Date): number {
  const year = date.getUTCFullYear();
  if (year < 1980 || year > 2107) return (1 << 21) | (1 << 16);
  const day = ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}

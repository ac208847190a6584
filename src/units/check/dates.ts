/** Dates as TMX has them, `20240305T060708Z`, and as people and programs write them instead. */

const TMX_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const OTHER_DATE =
  /^(\d{4})([-/.]?)(\d\d)\2(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;

/** Whether it is a date as TMX has it, and one of the calendar. */
export function isTmxDate(text: string): boolean {
  return TMX_DATE.test(text) && mendedDate(text) === text;
}

/** The date as TMX has it; times of no zone are those of UTC. Undefined where it can be no date. */
export function mendedDate(text: string): string | undefined {
  const found = OTHER_DATE.exec(text.trim());
  if (!found) return undefined;
  const [, year, , month, day, hours = '00', minutes = '00', seconds = '00', zone = 'Z'] = found;
  const iso = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== iso.slice(0, 19)) return undefined;
  const shifted = new Date(date.getTime() - minutesOf(zone) * 60_000).toISOString();
  return /^\d{4}-/.test(shifted) ? `${shifted.slice(0, 19).replaceAll(/[-:]/g, '')}Z` : undefined;
}

function minutesOf(zone: string): number {
  const found = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (!found) return 0;
  const [, sign, hours, minutes = '0'] = found;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

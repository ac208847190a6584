/** The number after an option on the command line of a benchmark. @throws Error where it is none */
export function numberAfter(option: string, otherwise: number): number {
  const at = process.argv.indexOf(option);
  if (at < 0) return otherwise;
  const number = Number(process.argv[at + 1]);
  if (!(number > 0)) throw new Error(`${option} takes a number greater than 0.`);
  return number;
}

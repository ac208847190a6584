/** A product of decimal fractions without the dust of binary ones: 3.3 × 1e8 is 330000000. */
export function withoutDust(value: number): number {
  return Number(value.toPrecision(15));
}

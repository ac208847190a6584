/** A value to be made as large as possible, and its gradient. */
export interface Ascent {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** Steps whose curvature is remembered. */
const MEMORY = 8;
/** Relative gain below which it is enough. */
const ENOUGH = 2e-7;

/** The top of a concave function, by L-BFGS (Liu and Nocedal 1989) with backtracking. Deterministic. */
export function climb(
  evaluate: (x: Float64Array) => Ascent,
  start: Float64Array,
  mostSteps: number,
): Float64Array {
  let x = start.slice();
  let here = evaluate(x);
  const steps: { readonly s: Float64Array; readonly y: Float64Array }[] = [];
  for (let step = 0; step < mostSteps; step++) {
    const direction = directionOf(here.gradient, steps);
    const slope = dot(direction, here.gradient);
    let length = 1;
    let next = x;
    let there = here;
    do {
      next = x.map((value, k) => value + length * direction[k]!);
      there = evaluate(next);
      length *= 0.4;
    } while (there.value < here.value + 1e-4 * length * slope && length > 1e-4);
    if (there.value <= here.value) break;
    const s = next.map((value, k) => value - x[k]!);
    const y = there.gradient.map((value, k) => here.gradient[k]! - value);
    if (dot(s, y) > 1e-10) steps.push({ s, y });
    if (steps.length > MEMORY) steps.shift();
    const gain = there.value - here.value;
    x = next;
    here = there;
    if (gain < ENOUGH * Math.abs(here.value)) break;
  }
  return x;
}

function directionOf(
  gradient: Float64Array,
  steps: readonly { readonly s: Float64Array; readonly y: Float64Array }[],
): Float64Array {
  const direction = gradient.slice();
  const last = steps.at(-1);
  if (!last) return direction.map((value) => value / Math.sqrt(dot(gradient, gradient)));
  const shares = new Float64Array(steps.length);
  for (let k = steps.length - 1; k >= 0; k--) {
    const { s, y } = steps[k]!;
    shares[k] = dot(s, direction) / dot(s, y);
    add(direction, y, -shares[k]!);
  }
  const scale = dot(last.s, last.y) / dot(last.y, last.y);
  for (let k = 0; k < direction.length; k++) direction[k]! *= scale;
  steps.forEach(({ s, y }, k) => {
    add(direction, s, shares[k]! - dot(y, direction) / dot(s, y));
  });
  return direction;
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < x.length; k++) sum += x[k]! * y[k]!;
  return sum;
}

function add(x: Float64Array, y: Float64Array, factor: number): void {
  for (let k = 0; k < x.length; k++) x[k]! += factor * y[k]!;
}

/**
 * FEEL numbers are decimals (Zeebe computes with BigDecimal); JS numbers are binary. Sums and products of numbers as
 * people write them (money, quantities) are computed on scaled integers, so that 0.1 + 0.2 is 0.3 as in Zeebe.
 */
const MAX_SCALE = 12;

export function addDecimals(a: number, b: number): number {
  if (Number.isInteger(a) && Number.isInteger(b)) return a + b;
  const scale = 10 ** Math.max(decimalsOf(a), decimalsOf(b));
  const left = Math.round(a * scale);
  const right = Math.round(b * scale);
  return areSafe(scale, left, right) ? (left + right) / scale : a + b;
}

export function multiplyDecimals(a: number, b: number): number {
  if (Number.isInteger(a) && Number.isInteger(b)) return a * b;
  const scaleA = 10 ** decimalsOf(a);
  const scaleB = 10 ** decimalsOf(b);
  const product = Math.round(a * scaleA) * Math.round(b * scaleB);
  return areSafe(scaleA * scaleB, product, 0) ? product / (scaleA * scaleB) : a * b;
}

function areSafe(scale: number, left: number, right: number): boolean {
  return Number.isFinite(scale) && Number.isSafeInteger(left) && Number.isSafeInteger(right);
}

/** Digits after the point as the number prints; numbers printed with an exponent count as too fine to scale. */
function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  if (text.includes('e')) return Infinity;
  const digits = text.length - text.indexOf('.') - 1;
  return digits > MAX_SCALE ? Infinity : digits;
}

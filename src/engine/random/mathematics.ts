/**
 * Natural logarithm, exponential, power and the normal quantile from +, −, ×, ÷ and bit patterns only: JavaScript engines may differ in
 * the last digit of Math.log and Math.exp, and results must be the same bytes in Node and in every browser (decision 0001).
 */
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const SQRT_2 = 1.4142135623730951;
/** 1/25, 1/23 … 1/3. */
const LN_COEFFICIENTS = Float64Array.from({ length: 12 }, (_, i) => 1 / (25 - 2 * i));
const EXP_TERMS = 16;

/** Natural logarithm of x > 0 (within 2 ulp); −Infinity at 0, NaN below. Subnormals count as 0. */
export function ln(x: number): number {
  if (!(x >= 0)) return NaN;
  if (x < 2.2250738585072014e-308) return -Infinity;
  if (x === Infinity) return Infinity;
  double[0] = x;
  let exponent = (words[1] >>> 20) - 1023;
  words[1] = (words[1] & 0xfffff) | 0x3ff00000;
  let mantissa = double[0];
  if (mantissa > SQRT_2) {
    mantissa /= 2;
    exponent++;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let i = 0; i < 12; i++) sum = (sum + LN_COEFFICIENTS[i]) * square;
  return exponent * LN2_HIGH + (2 * s + (2 * s * sum + exponent * LN2_LOW));
}

/** e to the power x; 0 below −745, Infinity above 709.7. */
export function exp(x: number): number {
  if (x !== x) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x / 0.6931471805599453 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = EXP_TERMS; n >= 1; n--) sum = 1 + (sum * r) / n;
  return scaleByPowerOfTwo(sum, k);
}

/** Base > 0 to any power. */
export function power(base: number, exponent: number): number {
  return exp(exponent * ln(base));
}

function scaleByPowerOfTwo(x: number, k: number): number {
  if (k < -1000) return scaleByPowerOfTwo(x, k + 600) * scaleByPowerOfTwo(1, -600);
  if (k > 1000) return scaleByPowerOfTwo(x, k - 600) * scaleByPowerOfTwo(1, 600);
  words[0] = 0;
  words[1] = (k + 1023) << 20;
  return x * double[0];
}

const CENTRE_TOP = [
  2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4,
  1.9715909503065514427e3, 1.3314166789178437745e2, 3.387132872796366608,
];
const CENTRE_BOTTOM = [
  5.226495278852854561e3, 2.8729085735721942674e4, 3.930789580009271061e4, 2.1213794301586595867e4, 5.3941960214247511077e3,
  6.871870074920579083e2, 4.2313330701600911252e1, 1,
];
const MIDDLE_TOP = [
  7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.4178072517745061177e-1, 1.27045825245236838258, 3.64784832476320460504,
  5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
];
const MIDDLE_BOTTOM = [
  1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 1.4810397642748007459e-1, 6.8976733498510000455e-1,
  1.6763848301838038494, 2.05319162663775882187, 1,
];
const TAIL_TOP = [
  2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.2426609473880784386e-3, 2.6532189526576123093e-2, 2.9656057182850489123e-1,
  1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
];
const TAIL_BOTTOM = [
  2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 1.48753612908506148525e-2,
  1.3692988092273580531e-1, 5.9983220655588793769e-1, 1,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}

/** Quantile of the standard normal distribution at 0 < p < 1. Source: Wichura 1988, algorithm AS 241 (PPND16), about 1e-16 relative. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r);
  }
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const value =
    r <= 5
      ? polynomial(MIDDLE_TOP, r - 1.6) / polynomial(MIDDLE_BOTTOM, r - 1.6)
      : polynomial(TAIL_TOP, r - 5) / polynomial(TAIL_BOTTOM, r - 5);
  return q < 0 ? -value : value;
}

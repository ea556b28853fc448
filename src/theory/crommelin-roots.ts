/** One of the roots of z^c = exp(m(z − 1)) inside the unit circle. `weight` is 2 for a root that stands for itself and its conjugate, 1 for a real one. */
export interface CrommelinRoot {
  readonly re: number;
  readonly im: number;
  readonly weight: 1 | 2;
}

/**
 * The c − 1 roots of z^c = exp(m(z − 1)) with |z| < 1, upper half plane only; needs 0 < m < c.
 * With r = m/c and w a c-th root of unity, z = w·exp(r(z − 1)), so z = −W(−r·exp(−r)·w)/r on Lambert's principal branch.
 * Halley's steps from the branch-point series; roots after Crommelin, P.O. Electr. Engr. J. 25 (1932) 41; the Lambert form is derived here.
 */
export function crommelinRoots(capacity: number, mean: number): CrommelinRoot[] {
  const roots: CrommelinRoot[] = [];
  const r = mean / capacity;
  for (let k = 1; 2 * k <= capacity; k++) {
    const angle = (2 * Math.PI * k) / capacity;
    const real = 2 * k === capacity;
    const scale = -r * Math.exp(-r);
    const w = lambertW(scale * (real ? -1 : Math.cos(angle)), real ? 0 : scale * Math.sin(angle));
    roots.push({ re: -w.re / r, im: real ? 0 : -w.im / r, weight: real ? 1 : 2 });
  }
  return roots;
}

/** Principal branch for |x| ≤ 1/e, |x + 1/e| > 0. */
function lambertW(xRe: number, xIm: number): { re: number; im: number } {
  let { re, im } = startValue(xRe, xIm);
  for (let step = 0; step < 60; step++) {
    const size = Math.exp(re);
    const eRe = size * Math.cos(im);
    const eIm = size * Math.sin(im);
    const fRe = re * eRe - im * eIm - xRe;
    const fIm = re * eIm + im * eRe - xIm;
    // Halley: f / (e^w (w + 1) − (w + 2) f / (2w + 2))
    const pRe = re + 1;
    const p2 = 2 * (pRe * pRe + im * im);
    const qRe = ((pRe + 1) * pRe + im * im) / p2;
    const qIm = (im * pRe - (pRe + 1) * im) / p2;
    const dRe = eRe * pRe - eIm * im - (qRe * fRe - qIm * fIm);
    const dIm = eRe * im + eIm * pRe - (qRe * fIm + qIm * fRe);
    const d2 = dRe * dRe + dIm * dIm;
    const sRe = (fRe * dRe + fIm * dIm) / d2;
    const sIm = (fIm * dRe - fRe * dIm) / d2;
    re -= sRe;
    im -= sIm;
    if (Math.hypot(sRe, sIm) <= 2e-16 * Math.hypot(re, im)) break;
  }
  return { re, im };
}

function startValue(xRe: number, xIm: number): { re: number; im: number } {
  const gRe = 2 * (1 + Math.E * xRe);
  const gIm = 2 * Math.E * xIm;
  const size = Math.hypot(gRe, gIm);
  const pRe = Math.sqrt((size + gRe) / 2);
  const pIm = Math.sign(gIm) * Math.sqrt(Math.max(0, (size - gRe) / 2));
  return { re: -1 + pRe - gRe / 3, im: pIm - gIm / 3 };
}

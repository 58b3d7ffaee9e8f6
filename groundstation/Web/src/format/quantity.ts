/** Between a number and its unit: they stay on one line. */
const Space = '\u00a0';

const wholes = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** 1,234,567 */
export function formatCount(count: number): string {
  return wholes.format(count);
}

/** 512 bytes, 84 KB, 4.1 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) {
    return `${wholes.format(bytes)}${Space}bytes`;
  }
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)}${Space}KB` : `${(bytes / 1024 / 1024).toFixed(1)}${Space}MB`;
}

/** A height or distance: 340 m, 9.8 km, 112 km, 1,250 km. */
export function formatLength(meters: number): string {
  const size = Math.abs(meters);
  if (size < 999.5) {
    return `${withoutMinusZero(meters.toFixed(0))}${Space}m`;
  }
  return size < 99_950 ? `${(meters / 1000).toFixed(1)}${Space}km` : `${wholes.format(meters / 1000)}${Space}km`;
}

/** 231 m/s, 2.31 km/s. */
export function formatSpeed(metersPerSecond: number): string {
  return Math.abs(metersPerSecond) < 999.5
    ? `${withoutMinusZero(metersPerSecond.toFixed(0))}${Space}m/s`
    : `${(metersPerSecond / 1000).toFixed(2)}${Space}km/s`;
}

/** With its sign: +12 m/s, −1.20 km/s. */
export function formatClimb(metersPerSecond: number): string {
  const sign = metersPerSecond >= 0.5 ? '+' : metersPerSecond <= -0.5 ? '−' : '';
  return sign + formatSpeed(Math.abs(metersPerSecond));
}

/** 85 %; never 100 % for what is not certain. */
export function formatProbability(probability: number): string {
  const percent = probability < 1 ? Math.min(99, Math.round(probability * 100)) : 100;
  return `${percent}${Space}%`;
}

function withoutMinusZero(text: string): string {
  return text === '-0' ? '0' : text;
}

import { Unknown } from './text';

/** 2026-03-01 */
export function formatDate(utcMilliseconds: number): string {
  return iso(utcMilliseconds).slice(0, 10);
}

/** 12:34:56Z */
export function formatTime(utcMilliseconds: number): string {
  const text = iso(utcMilliseconds);
  return text === '' ? Unknown : `${text.slice(11, 19)}Z`;
}

/** 4:05, 1:02:03: whole seconds, rounded down. */
export function formatDuration(seconds: number): string {
  const total = Math.floor(Math.abs(seconds));
  const rest = `${Math.floor((total % 3600) / 60)
    .toString()
    .padStart(2, '0')}:${(total % 60).toString().padStart(2, '0')}`;
  const hours = Math.floor(total / 3600);
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, '');
}

/** How long until something: 4:05; once past, 0:32 ago. */
export function formatCountdown(seconds: number): string {
  return seconds >= 0 ? formatDuration(seconds) : `${formatDuration(seconds)} ago`;
}

/** How long ago something was: 3 s, 12 min, 5 h, 2 d. */
export function formatAge(seconds: number): string {
  const age = Math.max(0, seconds);
  if (age < 99.5) {
    return `${age.toFixed(0)}\u00a0s`;
  }
  if (age < 99.5 * 60) {
    return `${(age / 60).toFixed(0)}\u00a0min`;
  }
  return age < 48 * 3600 ? `${(age / 3600).toFixed(0)}\u00a0h` : `${(age / 86_400).toFixed(0)}\u00a0d`;
}

/** One sigma of a time: 0.4 s, 12 s. */
export function formatSigma(seconds: number): string {
  return `${seconds.toFixed(seconds < 9.95 ? 1 : 0)}\u00a0s`;
}

function iso(utcMilliseconds: number): string {
  const date = new Date(utcMilliseconds);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

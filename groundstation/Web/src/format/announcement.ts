import type { AnnouncementView, VerdictView, WarningView } from '../data/views';
import { formatProbability } from './quantity';
import { formatDuration } from './time';

/** What a launch that fits no announcement is called. */
const Unannounced = 'not announced';

/** The state as the watch calls it; a window that is open is in force. */
export function stateWords(announcement: AnnouncementView): string {
  const state = announcement.state === 'due' ? 'in force' : announcement.state;
  return announcement.revision > 1 && announcement.state !== 'cancelled' ? `${state}, changed` : state;
}

/** opens in 12:30; open, closes in 4:05; closed; flown as W2. */
export function windowWords(announcement: AnnouncementView, now: number): string {
  const { caption, time } = windowCountdown(announcement, now);
  return time === '' ? caption : `${caption} ${time}`;
}

/** @param now The station's clock, UTC in milliseconds since 1970. */
export function windowCountdown(announcement: AnnouncementView, now: number): { caption: string; time: string } {
  if (announcement.state === 'cancelled') {
    return { caption: 'cancelled', time: '' };
  }
  if (announcement.state === 'flown') {
    return announcement.warningId === null ? { caption: 'flown', time: '' } : { caption: 'flown as', time: `W${announcement.warningId}` };
  }
  const [from, until] = [Date.parse(announcement.from), Date.parse(announcement.until)];
  if (now < from) {
    return { caption: 'opens in', time: longDuration((from - now) / 1000) };
  }
  return now <= until ? { caption: 'open, closes in', time: longDuration((until - now) / 1000) } : { caption: 'closed', time: '' };
}

/** From two days up in days: nobody counts them down by the second. */
function longDuration(seconds: number): string {
  return seconds < 48 * 3600 ? formatDuration(seconds) : `${Math.floor(seconds / 86_400)}\u00a0d`;
}

/** How a warning stands to what was announced, in a line; '' where no announcement has anything to do with it. */
export function verdictWords(warning: WarningView): string {
  const verdict = warning.announced;
  switch (verdict?.label) {
    case 'announced':
      return `announced: ${verdict.announcement ?? ''}`;
    case 'departed':
      return `departs from its announcement: ${departureWords(verdict)}`;
    case 'ambiguous':
      return verdict.readings.map((reading) => `${formatProbability(reading.probability)} ${reading.announcement ?? Unannounced}`).join(', ');
    default:
      return '';
  }
}

/** azimuth 312° where 352° ± 10° was announced; launch time 3 min after the window */
export function departureWords(verdict: VerdictView): string {
  return verdict.departures.map((departure) => departure.replace(': ', ' ')).join('; ');
}

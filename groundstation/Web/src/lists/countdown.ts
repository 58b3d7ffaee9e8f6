import type { WarningView } from '../data/views';
import { Unknown } from '../format/text';
import { formatDuration } from '../format/time';

/** How long until the impact, or since it; the caption says which. */
export function impactCountdown(warning: WarningView, now: number): string {
  if (warning.impact === null) {
    return warning.reachesOrbit ? 'None' : Unknown;
  }
  return formatDuration((Date.parse(warning.impact.time) - now) / 1000);
}

export function impactCaption(warning: WarningView, now: number): string {
  if (warning.impact === null) {
    return warning.reachesOrbit ? 'Reaches orbit' : 'Impact in';
  }
  return Date.parse(warning.impact.time) >= now ? 'Impact in' : 'Impact since';
}

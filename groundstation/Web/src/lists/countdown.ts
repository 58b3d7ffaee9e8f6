import { isActive } from '../data/newWarnings';
import type { WarningView } from '../data/views';
import { Unknown } from '../format/text';
import { formatDuration } from '../format/time';

/** How long until the impact, or since it; the caption says which. */
export function impactCountdown(warning: WarningView, now: number): string {
  if (warning.impact === null) {
    return warning.reachesOrbit ? 'Orbit' : isActive(warning) ? Unknown : '';
  }
  return formatDuration((Date.parse(warning.impact.time) - now) / 1000);
}

export function impactCaption(warning: WarningView, now: number): string {
  if (warning.impact === null) {
    return warning.reachesOrbit ? 'No impact' : isActive(warning) ? 'Impact in' : '';
  }
  return Date.parse(warning.impact.time) >= now ? 'Impact in' : 'Impact since';
}

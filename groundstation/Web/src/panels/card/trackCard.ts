import type { TrackView } from '../../data/views';
import { formatAzimuth, formatPlace } from '../../format/angle';
import { formatClimb, formatCount, formatLength, formatSpeed } from '../../format/quantity';
import { capitalise } from '../../format/text';
import { formatAge, formatTime } from '../../format/time';
import { NinetyPercentSigmas } from '../../geo/ellipse';
import type { Card } from './facts';

export function trackCard(track: TrackView, now: number): Card {
  const [a, b] = [track.ellipseSemiMajorMeters * NinetyPercentSigmas, track.ellipseSemiMinorMeters * NinetyPercentSigmas];
  return {
    title: `Track ${track.id}`,
    subtitle: capitalise(track.category) + (track.warningId === null ? '' : ` · warning W${track.warningId}`),
    facts: [
      ['Position', formatPlace(track.latitudeDegrees, track.longitudeDegrees)],
      ['90 % ellipse', `${formatLength(a)} × ${formatLength(b)}, ${formatAzimuth(track.ellipseMajorAzimuthDegrees)}`],
      ['Height', formatLength(track.heightMeters)],
      ['Speed', formatSpeed(track.speedMetersPerSecond)],
      ['Course', formatAzimuth(track.courseDegrees)],
      ['Climb', formatClimb(track.climbMetersPerSecond)],
      ['First seen', formatTime(Date.parse(track.firstDetection))],
      ['Last seen', `${formatAge((now - Date.parse(track.lastDetection)) / 1000)} ago`],
      ['Detections', formatCount(track.detections)],
      ['Sensors', track.sensors.join(', ')],
    ],
  };
}

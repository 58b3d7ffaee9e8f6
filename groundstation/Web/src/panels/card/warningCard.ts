import type { ImpactView, LaunchView, WarningView } from '../../data/views';
import { formatAzimuth, formatPlace } from '../../format/angle';
import { formatCount, formatLength, formatProbability } from '../../format/quantity';
import { capitalise } from '../../format/text';
import { formatCountdown, formatSigma, formatTime } from '../../format/time';
import { NinetyPercentSigmas } from '../../geo/ellipse';
import type { Card } from './facts';

export function warningCard(warning: WarningView, now: number): Card {
  return {
    title: `Warning W${warning.id}`,
    subtitle: `${capitalise(warning.class)} · ${warning.state} · ${formatProbability(warning.confidence)}`,
    facts: [
      ...(warning.launch === null ? [['Launch', 'not known'] as const] : launch(warning.launch)),
      ...(warning.impact === null ? [['Impact', warning.reachesOrbit ? 'none: reaches orbit' : 'not known'] as const] : impact(warning.impact, now)),
      ['Apogee', formatLength(warning.apogeeMeters)],
      ['Track', warning.trackId],
      ['Detections', `${formatCount(warning.detections)} of ${warning.sensors.join(', ')}`],
      ['Raised', formatTime(Date.parse(warning.raisedAt))],
      ['Updated', `${formatTime(Date.parse(warning.updatedAt))}, revision ${formatCount(warning.revision)}`],
      ['Reason', warning.reason],
    ],
  };
}

function launch(estimate: LaunchView): Card['facts'] {
  return [
    ['Launch', `${formatTime(Date.parse(estimate.time))} ± ${formatSigma(estimate.timeSigmaSeconds)}`],
    ['From', formatPlace(estimate.latitudeDegrees, estimate.longitudeDegrees)],
    ['90 % radius', formatLength(estimate.radiusMeters * NinetyPercentSigmas)],
    ['Azimuth', formatAzimuth(estimate.azimuthDegrees)],
  ];
}

function impact(estimate: ImpactView, now: number): Card['facts'] {
  const time = Date.parse(estimate.time);
  const [a, b] = [estimate.semiMajorMeters * NinetyPercentSigmas, estimate.semiMinorMeters * NinetyPercentSigmas];
  return [
    ['Impact', `${formatTime(time)} ± ${formatSigma(estimate.timeSigmaSeconds)} (${formatCountdown((time - now) / 1000)})`],
    ['At', formatPlace(estimate.latitudeDegrees, estimate.longitudeDegrees)],
    ['90 % ellipse', `${formatLength(a)} × ${formatLength(b)}, ${formatAzimuth(estimate.majorAxisAzimuthDegrees)}`],
  ];
}

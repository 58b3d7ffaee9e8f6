import type { Feature } from 'geojson';
import { FadeSeconds, type SeenDetection } from '../../data/detectionStore';
import type { NodeView } from '../../data/views';
import { lineFeature, pointFeature } from '../../geo/features';
import { destination } from '../../geo/geodesic';
import { Palette } from '../palette';
import { placeOfNode } from './nodes';

/** How far a line of sight is drawn. */
const BearingMeters = 100_000;

/** Radar detections as points, infra-red ones as short lines of sight, each paler as it gets older. */
export function detectionFeatures(
  seen: readonly SeenDetection[],
  node: (id: string) => NodeView | undefined,
  localMilliseconds: number,
): { points: Feature[]; bearings: Feature[] } {
  const points: Feature[] = [];
  const bearings: Feature[] = [];
  for (const { detection, seenAtMilliseconds } of seen) {
    const youth = Math.max(0, 1 - (localMilliseconds - seenAtMilliseconds) / (FadeSeconds * 1000));
    const isClutter = detection.trackId === null;
    const colour = isClutter ? Palette.clutter : Palette.detection;
    if (detection.latitudeDegrees !== null && detection.longitudeDegrees !== null) {
      points.push(pointFeature([detection.longitudeDegrees, detection.latitudeDegrees], { colour, opacity: (isClutter ? 0.7 : 0.9) * youth }));
      continue;
    }
    const seenBy = node(detection.nodeId);
    const from = seenBy === undefined ? null : placeOfNode(seenBy);
    if (from !== null) {
      bearings.push(lineFeature([[from, destination(from, detection.azimuthDegrees, BearingMeters)]], { colour, opacity: (isClutter ? 0.3 : 0.65) * youth }));
    }
  }
  return { points, bearings };
}

import type { Feature } from 'geojson';
import { isActive } from '../../data/newWarnings';
import type { ImpactView, LaunchView, WarningView } from '../../data/views';
import { formatCountdown, formatTime } from '../../format/time';
import { corridor } from '../../geo/corridor';
import { ellipse, FiftyPercentSigmas, halfWidthMeters, NinetyPercentSigmas } from '../../geo/ellipse';
import { areaFeature, lineFeature, pointFeature } from '../../geo/features';
import { destination } from '../../geo/geodesic';
import { greatCircle, initialAzimuthDegrees } from '../../geo/greatCircle';
import type { Position } from '../../geo/position';
import { impactIconName, launchIconName } from '../icons/warningImages';
import { warningTone, WarningColour } from '../palette';

/** How far the launch azimuth is drawn where no impact is known. */
const AzimuthLineMeters = 400_000;
const PathSteps = 64;

interface WarningShapes {
  areas: Feature[];
  lines: Feature[];
}

/** Those that are in force, and the selected one whatever became of it. */
export function shownWarnings(warnings: readonly WarningView[], selectedId: number | null): WarningView[] {
  return warnings.filter((warning) => isActive(warning) || warning.id === selectedId);
}

/** Launch area and impact area, each as it holds 50 % and 90 %, and the corridor between those of 90 %. */
export function warningShapes(warnings: readonly WarningView[], selectedId: number | null): WarningShapes {
  const shapes: WarningShapes = { areas: [], lines: [] };
  for (const warning of warnings) {
    const colour = WarningColour[warningTone(warning)];
    const selected = warning.id === selectedId;
    const area = (ring: Position[], opacity: number): void => {
      shapes.areas.push(areaFeature([ring], { colour, opacity: selected ? opacity * 1.6 : opacity }));
    };
    const line = (points: Position[], kind: 'outline' | 'core' | 'path'): void => {
      shapes.lines.push(lineFeature([points], { colour, selected, kind }));
    };
    const [from, to] = [launchPlace(warning), impactPlace(warning)];
    const nested = (ring: (sigmas: number) => Position[], opacity: number): void => {
      area(ring(NinetyPercentSigmas), opacity);
      line(ring(NinetyPercentSigmas), 'outline');
      area(ring(FiftyPercentSigmas), opacity);
      line(ring(FiftyPercentSigmas), 'core');
    };
    if (from !== null && warning.launch !== null) {
      nested(ringsOf(from, warning.launch), 0.13);
    }
    if (to !== null && warning.impact !== null) {
      nested(ringsOf(to, warning.impact), 0.16);
    }
    if (from !== null && to !== null) {
      area(corridorRing(warning, from, to), 0.07);
      line(greatCircle(from, to, PathSteps), 'path');
    } else if (from !== null && warning.launch !== null) {
      line([from, destination(from, warning.launch.azimuthDegrees, AzimuthLineMeters)], 'path');
    }
  }
  return shapes;
}

/** @param now The station's clock, UTC in milliseconds since 1970. */
export function warningPoints(warnings: readonly WarningView[], selectedId: number | null, now: number): Feature[] {
  return warnings.flatMap((warning) => {
    const tone = warningTone(warning);
    const mark = tone === 'announced' ? ', announced' : '';
    const common = { id: warning.id, colour: WarningColour[tone], selected: warning.id === selectedId };
    const points: Feature[] = [];
    const [from, to] = [launchPlace(warning), impactPlace(warning)];
    if (from !== null && warning.launch !== null) {
      points.push(
        pointFeature(from, { ...common, icon: launchIconName(tone), label: `W${warning.id} launch${mark}\n${formatTime(Date.parse(warning.launch.time))}` }),
      );
    }
    if (to !== null && warning.impact !== null) {
      const seconds = (Date.parse(warning.impact.time) - now) / 1000;
      points.push(pointFeature(to, { ...common, icon: impactIconName(tone), label: `W${warning.id} impact${mark}\n${formatCountdown(seconds)}` }));
    }
    return points;
  });
}

export function launchPlace(warning: WarningView): Position | null {
  return warning.launch === null ? null : [warning.launch.longitudeDegrees, warning.launch.latitudeDegrees];
}

export function impactPlace(warning: WarningView): Position | null {
  return warning.impact === null ? null : [warning.impact.longitudeDegrees, warning.impact.latitudeDegrees];
}

/** The ellipse of an estimate, so many sigmas large. */
function ringsOf(place: Position, spread: { semiMajorMeters: number; semiMinorMeters: number; majorAxisAzimuthDegrees: number }): (sigmas: number) => Position[] {
  return (sigmas) => ellipse(place, spread.semiMajorMeters * sigmas, spread.semiMinorMeters * sigmas, spread.majorAxisAzimuthDegrees);
}

function corridorRing({ launch, impact }: WarningView, from: Position, to: Position): Position[] {
  const arrival = initialAzimuthDegrees(to, from) + 180;
  const halfWidth = (spread: LaunchView | ImpactView | null, azimuth: number): number =>
    spread === null ? 0 : NinetyPercentSigmas * halfWidthMeters(spread.semiMajorMeters, spread.semiMinorMeters, spread.majorAxisAzimuthDegrees, azimuth);
  return corridor(from, to, halfWidth(launch, initialAzimuthDegrees(from, to)), halfWidth(impact, arrival));
}

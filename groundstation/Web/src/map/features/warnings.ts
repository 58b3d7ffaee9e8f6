import type { Feature } from 'geojson';
import { isActive } from '../../data/newWarnings';
import type { WarningView } from '../../data/views';
import { formatCountdown, formatTime } from '../../format/time';
import { corridor } from '../../geo/corridor';
import { ellipse, halfWidthMeters, NinetyPercentSigmas } from '../../geo/ellipse';
import { areaFeature, lineFeature, pointFeature } from '../../geo/features';
import { destination } from '../../geo/geodesic';
import { greatCircle, initialAzimuthDegrees } from '../../geo/greatCircle';
import type { Position } from '../../geo/position';
import { impactIconName, launchIconName } from '../icons/warningImages';
import { WarningColour } from '../palette';

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

/** Launch area, impact area and the corridor between them, each holding 90 %. */
export function warningShapes(warnings: readonly WarningView[], selectedId: number | null): WarningShapes {
  const shapes: WarningShapes = { areas: [], lines: [] };
  for (const warning of warnings) {
    const colour = WarningColour[warning.state];
    const selected = warning.id === selectedId;
    const area = (ring: Position[], opacity: number): void => {
      shapes.areas.push(areaFeature([ring], { colour, opacity: selected ? opacity * 1.6 : opacity }));
    };
    const line = (points: Position[], path: boolean): void => {
      shapes.lines.push(lineFeature([points], { colour, selected, path }));
    };
    const launch = launchRing(warning);
    const impact = impactRing(warning);
    const [from, to] = [launchPlace(warning), impactPlace(warning)];
    if (launch !== null) {
      area(launch, 0.18);
      line(launch, false);
    }
    if (impact !== null) {
      area(impact, 0.22);
      line(impact, false);
    }
    if (from !== null && to !== null) {
      area(corridorRing(warning, from, to), 0.07);
      line(greatCircle(from, to, PathSteps), true);
    } else if (from !== null && warning.launch !== null) {
      line([from, destination(from, warning.launch.azimuthDegrees, AzimuthLineMeters)], true);
    }
  }
  return shapes;
}

/** @param now The station's clock, UTC in milliseconds since 1970. */
export function warningPoints(warnings: readonly WarningView[], selectedId: number | null, now: number): Feature[] {
  return warnings.flatMap((warning) => {
    const common = { id: warning.id, colour: WarningColour[warning.state], selected: warning.id === selectedId };
    const points: Feature[] = [];
    const [from, to] = [launchPlace(warning), impactPlace(warning)];
    if (from !== null && warning.launch !== null) {
      points.push(
        pointFeature(from, { ...common, icon: launchIconName(warning.state), label: `W${warning.id} launch\n${formatTime(Date.parse(warning.launch.time))}` }),
      );
    }
    if (to !== null && warning.impact !== null) {
      const seconds = (Date.parse(warning.impact.time) - now) / 1000;
      points.push(pointFeature(to, { ...common, icon: impactIconName(warning.state), label: `W${warning.id} impact\n${formatCountdown(seconds)}` }));
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

function launchRing(warning: WarningView): Position[] | null {
  const place = launchPlace(warning);
  if (place === null || warning.launch === null) {
    return null;
  }
  const radius = warning.launch.radiusMeters * NinetyPercentSigmas;
  return ellipse(place, radius, radius, 0);
}

function impactRing(warning: WarningView): Position[] | null {
  const place = impactPlace(warning);
  const impact = warning.impact;
  if (place === null || impact === null) {
    return null;
  }
  return ellipse(place, impact.semiMajorMeters * NinetyPercentSigmas, impact.semiMinorMeters * NinetyPercentSigmas, impact.majorAxisAzimuthDegrees);
}

function corridorRing({ launch, impact }: WarningView, from: Position, to: Position): Position[] {
  const arrival = initialAzimuthDegrees(to, from) + 180;
  const impactHalfWidth =
    impact === null ? 0 : halfWidthMeters(impact.semiMajorMeters, impact.semiMinorMeters, impact.majorAxisAzimuthDegrees, arrival);
  return corridor(from, to, (launch?.radiusMeters ?? 0) * NinetyPercentSigmas, impactHalfWidth * NinetyPercentSigmas);
}

import type { Feature } from 'geojson';
import { isActive } from '../../data/newWarnings';
import type { AnnouncementView, AreaView, WarningView } from '../../data/views';
import { windowWords } from '../../format/announcement';
import { ellipse } from '../../geo/ellipse';
import { areaFeature, lineFeature, pointFeature } from '../../geo/features';
import { destination } from '../../geo/geodesic';
import { greatCircle } from '../../geo/greatCircle';
import type { Position } from '../../geo/position';

const EdgeSteps = 16;
/** How far the announced azimuths are drawn from the edge of the launch area. */
const AzimuthLineMeters = 150_000;

interface AnnouncementShapes {
  areas: Feature[];
  lines: Feature[];
  points: Feature[];
}

/** Those that may be flown now or later, those whose flight is in the air, and the selected one whatever became of it; with `all` off that one alone. */
export function shownAnnouncements(
  announcements: readonly AnnouncementView[],
  warnings: readonly WarningView[],
  selected: string | null,
  all: boolean,
): AnnouncementView[] {
  const inFlight = new Set(warnings.filter(isActive).map((warning) => warning.id));
  return announcements.filter(
    ({ name, state, warningId }) => name === selected || (all && (state === 'planned' || state === 'due' || (warningId !== null && inFlight.has(warningId)))),
  );
}

/** Launch area, announced azimuths and impact area as outlines, with labels. */
export function announcementShapes(announcements: readonly AnnouncementView[], selectedName: string | null, now: number): AnnouncementShapes {
  const shapes: AnnouncementShapes = { areas: [], lines: [], points: [] };
  for (const announcement of announcements) {
    const { name, launchArea, impactArea, azimuth } = announcement;
    const selected = name === selectedName;
    const area = (view: AreaView, label: string): void => {
      const ring = ringOf(view);
      shapes.areas.push(areaFeature([ring], { selected }));
      shapes.lines.push(lineFeature([ring], { selected }));
      shapes.points.push(pointFeature(centreOf(view), { id: name, label, selected }));
    };
    area(launchArea, `${name}\n${windowWords(announcement, now)}`);
    if (impactArea !== null) {
      area(impactArea, `${name}\nannounced impact`);
    }
    if (azimuth !== null) {
      for (const degrees of [azimuth.fromDegrees, azimuth.toDegrees]) {
        const from = destination(centreOf(launchArea), degrees, launchArea.radiusMeters);
        shapes.lines.push(lineFeature([[from, destination(centreOf(launchArea), degrees, launchArea.radiusMeters + AzimuthLineMeters)]], { selected }));
      }
    }
  }
  return shapes;
}

/** The places that its areas reach to, the middle of the launch area last. */
export function placesOfAnnouncement({ launchArea, impactArea }: AnnouncementView): Position[] {
  return [...(impactArea === null ? [] : ringOf(impactArea)), ...ringOf(launchArea), centreOf(launchArea)];
}

const centreOf = (area: AreaView): Position => [area.longitudeDegrees, area.latitudeDegrees];

/** The closed outline of a circle, or of a polygon with great circles from corner to corner. */
function ringOf(area: AreaView): Position[] {
  if (area.polygon.length === 0) {
    return ellipse(centreOf(area), area.radiusMeters, area.radiusMeters, 0);
  }
  const corners = area.polygon.map(([latitude, longitude]): Position => [longitude, latitude]);
  const edges = corners.flatMap((corner, i) => greatCircle(corner, corners[(i + 1) % corners.length] ?? corner, EdgeSteps).slice(0, -1));
  return [...edges, edges[0] as Position];
}

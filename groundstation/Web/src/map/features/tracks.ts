import type { Feature } from 'geojson';
import type { TrackView } from '../../data/views';
import { formatLength, formatSpeed } from '../../format/quantity';
import { ellipse, NinetyPercentSigmas } from '../../geo/ellipse';
import { areaFeature, lineFeature, pointFeature } from '../../geo/features';
import { destination } from '../../geo/geodesic';
import type { Position } from '../../geo/position';
import { trackIconName } from '../icons/symbolImages';
import { CategoryColour } from '../palette';

/** A leader shows where the track will be in so many seconds if it goes on as it does. */
const LeaderSeconds = 60;

export const placeOf = (track: TrackView): Position => [track.longitudeDegrees, track.latitudeDegrees];

export function trackFeatures(tracks: readonly TrackView[], selectedId: string | null): Feature[] {
  return tracks.map((track) =>
    pointFeature(placeOf(track), {
      id: track.id,
      icon: trackIconName(track.symbol),
      label: `${track.id}\n${formatLength(track.heightMeters)}  ${formatSpeed(track.speedMetersPerSecond)}`,
      selected: track.id === selectedId,
      labelRank: track.id === selectedId ? 0 : track.warningId === null ? 2 : 1,
    }),
  );
}

export function leaderFeatures(tracks: readonly TrackView[]): Feature[] {
  return tracks.map((track) => {
    const overGround = Math.sqrt(Math.max(0, track.speedMetersPerSecond ** 2 - track.climbMetersPerSecond ** 2));
    const ahead = destination(placeOf(track), track.courseDegrees, overGround * LeaderSeconds);
    return lineFeature([[placeOf(track), ahead]], { colour: CategoryColour[track.category] });
  });
}

/** The ellipse that holds the track with a probability of 90 %. */
export function ellipseFeatures(track: TrackView | undefined): Feature[] {
  if (track === undefined) {
    return [];
  }
  const ring = ellipse(
    placeOf(track),
    track.ellipseSemiMajorMeters * NinetyPercentSigmas,
    track.ellipseSemiMinorMeters * NinetyPercentSigmas,
    track.ellipseMajorAzimuthDegrees,
  );
  return [areaFeature([ring], {}), lineFeature([ring], {})];
}

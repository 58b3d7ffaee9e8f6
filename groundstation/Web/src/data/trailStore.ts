import type { PictureView, TrailPointView, TrailView } from './views';

/** As many as the station keeps. */
export const MaxTrailPoints = 600;

/** Where each track has been: loaded from the station when the link comes up, then extended by each picture. */
export class TrailStore {
  readonly #trails = new Map<string, TrailPointView[]>();
  #time = Number.NEGATIVE_INFINITY;

  get trails(): ReadonlyMap<string, readonly TrailPointView[]> {
    return this.#trails;
  }

  get pointCount(): number {
    let count = 0;
    for (const points of this.#trails.values()) {
      count += points.length;
    }
    return count;
  }

  /** Replaces what is known by what the station has; points that pictures brought since then stay. */
  load(trails: readonly TrailView[]): void {
    for (const trail of trails) {
      const loaded = trail.points.slice(-MaxTrailPoints);
      const end = loaded.at(-1);
      const later = (this.#trails.get(trail.id) ?? []).filter((point) => end === undefined || Date.parse(point.time) > Date.parse(end.time));
      this.#trails.set(trail.id, thin([...loaded, ...later]));
    }
  }

  /** Adds where each track is now, and forgets the tracks that ended. */
  extend(picture: PictureView): void {
    const time = Date.parse(picture.time);
    if (time < this.#time) {
      // The clock went back: another exercise, or the same again. Its tracks have nothing to do with these.
      this.#trails.clear();
    }
    this.#time = time;
    const alive = new Set(picture.tracks.map((track) => track.id));
    for (const id of this.#trails.keys()) {
      if (!alive.has(id)) {
        this.#trails.delete(id);
      }
    }
    for (const track of picture.tracks) {
      const points = this.#trails.get(track.id) ?? [];
      const end = points.at(-1);
      const moved = end === undefined || end.latitudeDegrees !== track.latitudeDegrees || end.longitudeDegrees !== track.longitudeDegrees;
      if (moved && (end === undefined || time > Date.parse(end.time))) {
        points.push({
          time: picture.time,
          latitudeDegrees: track.latitudeDegrees,
          longitudeDegrees: track.longitudeDegrees,
          heightMeters: track.heightMeters,
        });
        this.#trails.set(track.id, thin(points));
      }
    }
  }
}

/** Keeps a trail within its limit and whole: every second point of the older half goes, its first stays. */
function thin(points: TrailPointView[]): TrailPointView[] {
  if (points.length <= MaxTrailPoints) {
    return points;
  }
  const half = Math.floor(points.length / 2);
  return points.filter((_, index) => index >= half || index % 2 === 0);
}

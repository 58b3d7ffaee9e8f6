import type { DetectionView } from './views';

export const FadeSeconds = 10;
/** The newest of these are kept; a map with more is a fog anyway. */
export const MaxDetections = 3000;

export interface SeenDetection {
  readonly detection: DetectionView;
  readonly seenAtMilliseconds: number;
}

/** The detections of the last ten seconds that the viewer lived through, whatever the speed of the exercise. */
export class DetectionStore {
  #seen: SeenDetection[] = [];

  add(detections: readonly DetectionView[], localMilliseconds: number): void {
    const added = detections.slice(-MaxDetections).map((detection) => ({ detection, seenAtMilliseconds: localMilliseconds }));
    this.#seen = [...this.#seen, ...added].slice(-MaxDetections);
  }

  recent(localMilliseconds: number): readonly SeenDetection[] {
    const oldest = localMilliseconds - FadeSeconds * 1000;
    this.#seen = this.#seen.filter((seen) => seen.seenAtMilliseconds > oldest);
    return this.#seen;
  }

  clear(): void {
    this.#seen = [];
  }
}

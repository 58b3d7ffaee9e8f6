import { DetectionStore } from './detectionStore';
import { PictureClock } from './pictureClock';
import type { LinkState, PictureSource } from './pictureSource';
import { PictureStore } from './pictureStore';
import { Signal } from './signal';
import { TrailStore } from './trailStore';

/** All that the page knows, fed by one source. */
export class Session {
  readonly link = new Signal<LinkState>('connecting');
  readonly pictures = new PictureStore();
  readonly trails = new TrailStore();
  readonly detections = new DetectionStore();
  readonly clock = new PictureClock();
  readonly #localClock: () => number;

  /** @param localClock Monotonic milliseconds, as performance.now. */
  constructor(source: PictureSource, localClock: () => number) {
    this.#localClock = localClock;
    source.start({
      link: (state) => this.link.set(state),
      picture: (picture, fresh) => {
        if (this.pictures.isNews(picture, fresh)) {
          // The clock and the trails first: whoever listens for the picture finds them up to date.
          this.clock.follow(picture, localClock());
          this.trails.extend(picture);
          this.pictures.take(picture);
        }
      },
      trails: (trails) => {
        this.trails.load(trails);
        const picture = this.pictures.picture.value;
        if (picture !== null) {
          this.pictures.picture.set(picture);
        }
      },
      detections: (detections) => this.detections.add(detections, localClock()),
    });
  }

  /** The station's clock now, UTC in milliseconds since 1970. */
  now(): number {
    return this.clock.now(this.#localClock());
  }
}

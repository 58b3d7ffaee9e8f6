import type { PictureView } from './views';

/** Beyond this error the clock jumps; within it, it is led back: what was counted down is not counted twice. */
const JumpSeconds = 2;
/** The part of the error that each picture takes away. */
const Gain = 0.25;

/**
 * The station's clock between pictures (that of the exercise, during one): runs on at the picture's rate, follows each picture gently, and never
 * goes backwards unless the station's clock really did.
 */
export class PictureClock {
  #utcMilliseconds = 0;
  #atMilliseconds = 0;
  #rate = 1;
  #shown = Number.NEGATIVE_INFINITY;
  #set = false;

  get isSet(): boolean {
    return this.#set;
  }

  /** @param localMilliseconds A monotonic local clock (performance.now) when the picture came. */
  follow(picture: Pick<PictureView, 'time' | 'exercise'>, localMilliseconds: number): void {
    const station = Date.parse(picture.time);
    if (Number.isNaN(station)) {
      return;
    }
    const rate = rateOf(picture);
    const predicted = this.#at(localMilliseconds);
    const error = station - predicted;
    const jump = !this.#set || rate !== this.#rate || Math.abs(error) > JumpSeconds * 1000 * Math.max(1, rate);
    this.#utcMilliseconds = jump ? station : predicted + Gain * error;
    this.#atMilliseconds = localMilliseconds;
    this.#rate = rate;
    this.#set = true;
    if (jump) {
      this.#shown = Number.NEGATIVE_INFINITY;
    }
  }

  /** UTC in milliseconds since 1970. */
  now(localMilliseconds: number): number {
    this.#shown = Math.max(this.#shown, this.#at(localMilliseconds));
    return this.#shown;
  }

  #at(localMilliseconds: number): number {
    return this.#utcMilliseconds + this.#rate * (localMilliseconds - this.#atMilliseconds);
  }
}

/** Seconds of the station's clock a second: that of a running exercise, 0 while it is paused or has ended, else 1. */
function rateOf(picture: Pick<PictureView, 'exercise'>): number {
  if (picture.exercise === null) {
    return 1;
  }
  return picture.exercise.state === 'running' ? picture.exercise.rate : 0;
}

import type { DetectionView, PictureView, TrailView } from './views';

export type LinkState = 'connecting' | 'connected' | 'lost';

export interface PictureHandlers {
  link(state: LinkState): void;
  /** A whole picture: asked for when the link comes up (`fresh`), then whenever it changed. */
  picture(picture: PictureView, fresh: boolean): void;
  /** Where the tracks have been, each time that the link comes up. */
  trails(trails: TrailView[]): void;
  detections(detections: DetectionView[]): void;
}

/** Where pictures come from: the station, or in tests a script. It reconnects by itself, for ever. */
export interface PictureSource {
  start(handlers: PictureHandlers): void;
  stop(): void;
}

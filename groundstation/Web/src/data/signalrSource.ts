import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import { getPicture, getTrails, stationUrl } from './api';
import type { PictureHandlers, PictureSource } from './pictureSource';
import { retryDelayMilliseconds } from './retryDelay';
import type { DetectionView, PictureView } from './views';

/** The station's hub and API. */
export class SignalRSource implements PictureSource {
  readonly #hub: HubConnection;
  #handlers: PictureHandlers | null = null;
  #attempt = 0;
  #timer: number | undefined;
  #stopped = false;

  constructor() {
    // Reconnecting is done here rather than by withAutomaticReconnect, which does not cover the first start: one way for both.
    this.#hub = new HubConnectionBuilder().withUrl(stationUrl('hub/picture')).configureLogging(LogLevel.None).build();
    this.#hub.on('picture', (picture: PictureView) => this.#handlers?.picture(picture, false));
    this.#hub.on('detections', (detections: DetectionView[]) => this.#handlers?.detections(detections));
    this.#hub.onclose(() => this.#lost());
  }

  start(handlers: PictureHandlers): void {
    this.#handlers = handlers;
    handlers.link('connecting');
    void this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    window.clearTimeout(this.#timer);
    void this.#hub.stop();
  }

  async #connect(): Promise<void> {
    try {
      if (this.#hub.state === HubConnectionState.Disconnected) {
        await this.#hub.start();
      }
      const [picture, trails] = await Promise.all([getPicture(), getTrails()]);
      if (this.#hub.state !== HubConnectionState.Connected) {
        throw new Error('The hub closed while the picture was asked for');
      }
      this.#attempt = 0;
      this.#handlers?.picture(picture, true);
      this.#handlers?.trails(trails);
      this.#handlers?.link('connected');
    } catch {
      // Nothing to tell apart: whatever failed, the link is not usable and is tried again.
      if (this.#hub.state === HubConnectionState.Connected) {
        await this.#hub.stop();
      } else {
        this.#lost();
      }
    }
  }

  #lost(): void {
    if (this.#stopped) {
      return;
    }
    this.#handlers?.link('lost');
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#connect(), retryDelayMilliseconds(this.#attempt, Math.random()));
    this.#attempt += 1;
  }
}

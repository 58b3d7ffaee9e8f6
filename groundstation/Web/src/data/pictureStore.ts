import { Signal } from './signal';
import type { AnnouncementView, NodeView, PictureView, TrackView, WarningView } from './views';

/** The last picture, and a way to look things up in it. */
export class PictureStore {
  readonly picture = new Signal<PictureView | null>(null);
  #nodes = new Map<string, NodeView>();
  #tracks = new Map<string, TrackView>();
  #warnings = new Map<number, WarningView>();
  #announcements = new Map<string, AnnouncementView>();
  #revision = -1;

  /**
   * Whether a picture is newer than the one shown. A station that was started again counts from the start, so the first
   * after a new link (`fresh`) always is.
   */
  isNews(picture: PictureView, fresh: boolean): boolean {
    return fresh || picture.revision > this.#revision;
  }

  take(picture: PictureView): void {
    this.#revision = picture.revision;
    this.#nodes = new Map(picture.nodes.map((node) => [node.id, node]));
    this.#tracks = new Map(picture.tracks.map((track) => [track.id, track]));
    this.#warnings = new Map(picture.warnings.map((warning) => [warning.id, warning]));
    this.#announcements = new Map(picture.announcements.map((announcement) => [announcement.name, announcement]));
    this.picture.set(picture);
  }

  node(id: string): NodeView | undefined {
    return this.#nodes.get(id);
  }

  track(id: string): TrackView | undefined {
    return this.#tracks.get(id);
  }

  warning(id: number): WarningView | undefined {
    return this.#warnings.get(id);
  }

  /** All warnings of a warning's family, itself among them, in order of their numbers. */
  family(warning: WarningView): WarningView[] {
    return [...this.#warnings.values()].filter((member) => member.familyId === warning.familyId).sort((a, b) => a.id - b.id);
  }

  announcement(name: string): AnnouncementView | undefined {
    return this.#announcements.get(name);
  }
}

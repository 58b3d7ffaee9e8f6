import { Signal } from './signal';

export interface LayerSettings {
  trails: boolean;
  labels: boolean;
  warnings: boolean;
  announcements: boolean;
  detections: boolean;
  nodes: boolean;
  fieldsOfView: boolean;
  graticule: boolean;
  names: boolean;
  trailColour: 'category' | 'height';
}

/** Those that are shown or not. */
export type LayerToggle = Exclude<keyof LayerSettings, 'trailColour'>;

const Defaults: LayerSettings = {
  trails: true,
  labels: true,
  warnings: true,
  announcements: true,
  detections: true,
  nodes: true,
  fieldsOfView: false,
  graticule: true,
  names: true,
  trailColour: 'category',
};

const Key = 'jointwatch.layers';

/** What the map shows; kept in the browser from one visit to the next. */
export class LayerSettingsStore {
  readonly settings: Signal<LayerSettings>;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'> | null) {
    this.#storage = storage;
    this.settings = new Signal(this.#load());
  }

  change(change: Partial<LayerSettings>): void {
    const settings = { ...this.settings.value, ...change };
    this.settings.set(settings);
    try {
      this.#storage?.setItem(Key, JSON.stringify(settings));
    } catch {
      // A browser may refuse to store; the choice then lasts as long as the page.
    }
  }

  #load(): LayerSettings {
    try {
      const stored: unknown = JSON.parse(this.#storage?.getItem(Key) ?? '{}');
      return merge(Defaults, stored);
    } catch {
      return { ...Defaults };
    }
  }
}

/** Takes from what was stored only what is known and of the right kind: it may stem from another version of the page. */
function merge(defaults: LayerSettings, stored: unknown): LayerSettings {
  const settings: Record<string, unknown> = { ...defaults };
  if (typeof stored === 'object' && stored !== null) {
    for (const [name, value] of Object.entries(stored)) {
      const known = name === 'trailColour' ? value === 'category' || value === 'height' : name in defaults && typeof value === 'boolean';
      if (known) {
        settings[name] = value;
      }
    }
  }
  return settings as unknown as LayerSettings;
}

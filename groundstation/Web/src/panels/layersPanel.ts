import type { LayerSettingsStore, LayerToggle } from '../data/layerSettings';
import { byId, element, setHidden } from '../dom/element';
import { HeightBands } from '../map/palette';

const Toggles: readonly [LayerToggle, string][] = [
  ['trails', 'Trails'],
  ['labels', 'Labels'],
  ['warnings', 'Warning areas'],
  ['announcements', 'All announced areas'],
  ['detections', 'Detections and clutter'],
  ['nodes', 'Nodes'],
  ['fieldsOfView', 'All fields of view'],
  ['names', 'Country names'],
  ['graticule', 'Graticule'],
];

/** What the map shows. */
export function layersPanel(store: LayerSettingsStore): void {
  const form = byId<HTMLFormElement>('layers');
  const button = byId('layers-button');
  const open = (isOpen: boolean): void => {
    form.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => open(form.hidden !== false));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      open(false);
      button.focus();
      event.stopPropagation();
    }
  });
  form.append(...Toggles.map(([name, label]) => toggle(store, name, label)), trailColour(store));
  byId('legend').append(...HeightBands.map((band) => legendEntry(band.colour, band.words)));
  store.settings.subscribe((settings) => setHidden(byId('legend'), !settings.trails || settings.trailColour !== 'height'));
}

function toggle(store: LayerSettingsStore, name: LayerToggle, label: string): HTMLElement {
  const box = element('input', { type: 'checkbox', name });
  box.checked = store.settings.value[name];
  box.addEventListener('change', () => store.change({ [name]: box.checked }));
  return element('label', {}, [box, label]);
}

function trailColour(store: LayerSettingsStore): HTMLElement {
  const choice = element('select', { name: 'trailColour' }, [
    element('option', { value: 'category' }, ['category']),
    element('option', { value: 'height' }, ['height']),
  ]);
  choice.value = store.settings.value.trailColour;
  choice.addEventListener('change', () => store.change({ trailColour: choice.value === 'height' ? 'height' : 'category' }));
  return element('label', {}, ['Colour trails by', choice]);
}

function legendEntry(colour: string, words: string): HTMLElement {
  const swatch = element('span', { class: 'swatch' });
  swatch.style.backgroundColor = colour;
  return element('span', { class: 'legend-entry' }, [swatch, words]);
}

import { LayerSettingsStore } from './data/layerSettings';
import { Selection, type Selected } from './data/selection';
import { Session } from './data/session';
import { SignalRSource } from './data/signalrSource';
import { byId } from './dom/element';
import { announcementList } from './lists/announcementList';
import { nodeList } from './lists/nodeList';
import { trackList } from './lists/trackList';
import { warningList } from './lists/warningList';
import { MapView } from './map/mapView';
import { acknowledgeDialog } from './panels/acknowledgeDialog';
import { alarmBanner } from './panels/alarmBanner';
import { announcementBanner } from './panels/announcementBanner';
import { detailCard } from './panels/card/detailCard';
import { clockPanel } from './panels/clock';
import { exerciseBanner } from './panels/exerciseBanner';
import { footer } from './panels/footer';
import { layersPanel } from './panels/layersPanel';
import { linkBanner } from './panels/linkBanner';
import { mapTools } from './panels/mapTools';
import { quarantineDialog } from './panels/quarantineDialog';
import './styles/index.css';

const session = new Session(new SignalRSource(), () => performance.now());
const selection = new Selection();
const storage = browserStorage();
const settings = new LayerSettingsStore(storage);
let map: MapView | null = null;

const open = (selected: Selected): void => {
  selection.select(selected);
  map?.show(selected);
};

const acknowledge = acknowledgeDialog(session, storage);
linkBanner(session);
exerciseBanner(session);
alarmBanner(session, open);
announcementBanner(session, acknowledge);
clockPanel(session);
warningList(session, selection);
announcementList(session, selection, acknowledge);
trackList(session, selection);
nodeList(session, selection);
detailCard(session, selection, open, acknowledge);
footer(session);
quarantineDialog();
layersPanel(settings);

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) {
    selection.select(null);
  }
});

const container = byId('map');
MapView.open(container, byId('card'), session, selection, settings).then(
  (view) => {
    map = view;
    mapTools(view);
    container.dataset['ready'] = 'true';
  },
  (error: unknown) => {
    // The lists do without it: a browser that cannot draw the map still shows every track and warning.
    container.textContent = `The map cannot be drawn: ${error instanceof Error ? error.message : String(error)}. It needs WebGL 2.`;
    container.classList.add('map-failed');
  },
);

/** Null where the browser keeps nothing for this page. */
function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

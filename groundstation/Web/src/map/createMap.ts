import { Map as MapLibreMap, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// A file of its own rather than a blob: the content security policy can then be worker-src 'self'.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { addNodeIcons } from './icons/nodeImages';
import { addWarningIcons } from './icons/warningImages';
import { loadBasemap } from './basemap';
import { show } from './sources';
import { mapStyle } from './style';

/** Where the map looks before it knows of any node. */
const FirstView = { center: [12, 66] as [number, number], zoom: 2.4 };

/** The map with its basemap and icons, ready for features. */
export async function createMap(container: HTMLElement): Promise<MapLibreMap> {
  setWorkerUrl(new URL(workerUrl, document.baseURI).href);
  const map = new MapLibreMap({
    container,
    style: mapStyle(),
    ...FirstView,
    minZoom: 0.5,
    maxZoom: 12,
    attributionControl: false,
    // Symbols that move four times a second would otherwise fade in and out for ever.
    fadeDuration: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 140, unit: 'metric' }), 'bottom-left');
  const [basemap] = await Promise.all([loadBasemap(), map.once('load')]);
  addNodeIcons(map);
  addWarningIcons(map);
  show(map, 'land', basemap.land);
  show(map, 'coast', basemap.coast);
  show(map, 'borders', basemap.borders);
  show(map, 'graticule', basemap.graticule);
  show(map, 'names', basemap.names);
  return map;
}

import type { MapView } from '../map/mapView';
import { byId } from '../dom/element';

export function mapTools(map: MapView): void {
  const globe = byId('globe-button');
  byId('fit-button').addEventListener('click', () => map.fit());
  globe.addEventListener('click', () => {
    map.setGlobe(!map.isGlobe);
    globe.setAttribute('aria-pressed', String(map.isGlobe));
  });
}

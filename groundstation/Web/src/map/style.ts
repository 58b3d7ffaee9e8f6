import type { StyleSpecification } from 'maplibre-gl';
import { collection } from '../geo/features';
import { AnnouncementAreaLayers, AnnouncementLabelLayers } from './layers/announcementLayers';
import { BasemapLayers, NameLayers } from './layers/basemapLayers';
import { DetectionLayers } from './layers/detectionLayers';
import { NodeLayers } from './layers/nodeLayers';
import { TrackLabelLayers, TrackLayers } from './layers/trackLayers';
import { WarningAreaLayers, WarningPointLayers } from './layers/warningLayers';
import { Palette } from './palette';
import { SourceNames } from './sources';

/** The map's style: no tiles, no sprite, and no glyphs either, so MapLibre draws text with the fonts of the machine. */
export function mapStyle(): StyleSpecification {
  return {
    version: 8,
    projection: { type: 'globe' },
    sky: { 'atmosphere-blend': 0 },
    sources: Object.fromEntries(
      SourceNames.map((name) => [name, { type: 'geojson' as const, data: collection([]), tolerance: name === 'land' ? 0.375 : 0.2 }]),
    ),
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': Palette.sea } },
      ...BasemapLayers,
      ...AnnouncementAreaLayers,
      ...WarningAreaLayers,
      ...NameLayers,
      ...DetectionLayers,
      ...TrackLayers,
      ...NodeLayers,
      ...AnnouncementLabelLayers,
      ...WarningPointLayers,
      ...TrackLabelLayers,
    ],
  };
}

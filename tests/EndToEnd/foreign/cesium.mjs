// CesiumJS reads a CZML document and says, one JSON object an entity, what a globe would show of it: where it is at the end of its availability (degrees, metres), and the
// half axes (metres) and rotation (radians, counterclockwise from north) of its ellipse. Usage: node cesium.mjs FILE
import { readFileSync } from 'node:fs';

// Cesium looks for the browser's image class before it knows that there is nothing to draw.
globalThis.Image ??= class {};
globalThis.HTMLCanvasElement ??= class {};
const { Cartographic, CzmlDataSource, JulianDate, Math: Angle } = await import('@cesium/engine');

const source = await CzmlDataSource.load(JSON.parse(readFileSync(process.argv[2], 'utf8')));
for (const entity of source.entities.values) {
  const time = entity.availability?.stop ?? source.clock?.currentTime ?? JulianDate.now();
  const place = Cartographic.fromCartesian(entity.position.getValue(time));
  console.log(
    JSON.stringify({
      id: entity.id,
      longitudeDegrees: Angle.toDegrees(place.longitude),
      latitudeDegrees: Angle.toDegrees(place.latitude),
      heightMeters: place.height,
      hasPoint: entity.point !== undefined,
      hasPath: entity.path !== undefined,
      semiMajorMeters: entity.ellipse?.semiMajorAxis?.getValue(time) ?? null,
      semiMinorMeters: entity.ellipse?.semiMinorAxis?.getValue(time) ?? null,
      rotationRadians: entity.ellipse?.rotation?.getValue(time) ?? null,
    }),
  );
}

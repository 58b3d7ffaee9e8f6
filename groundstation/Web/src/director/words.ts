import type { InjectView, TruthView } from './view';

/** 75.4 s: 1:15. */
export function clockWords(seconds: number): string {
  const whole = Math.floor(Math.max(0, seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export function whenWords(inject: InjectView): string {
  if (inject.firedAtSeconds !== null) {
    return `fired at ${clockWords(inject.firedAtSeconds)}`;
  }
  if (inject.atSeconds === null) {
    return 'by hand';
  }
  return `${inject.isAuto ? 'by itself' : 'by hand, meant'} at ${clockWords(inject.atSeconds)}`;
}

export function truthWords(o: TruthView): string {
  if (o.latitudeDegrees === null || o.longitudeDegrees === null || o.heightMeters === null || o.speedMetersPerSecond === null) {
    return o.state === 'waits' && o.launchSeconds !== null ? `is launched at ${clockWords(o.launchSeconds)}` : o.state;
  }
  const place = `${Math.abs(o.latitudeDegrees).toFixed(2)}° ${o.latitudeDegrees < 0 ? 'S' : 'N'} ${Math.abs(o.longitudeDegrees).toFixed(2)}° ${o.longitudeDegrees < 0 ? 'W' : 'E'}`;
  const down = o.impactSeconds === null ? '' : `, comes down at ${clockWords(o.impactSeconds)}`;
  return `${place}, ${(o.heightMeters / 1000).toFixed(1)} km up, ${Math.round(o.speedMetersPerSecond)} m/s${down}`;
}

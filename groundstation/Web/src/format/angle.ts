/** An azimuth as three digits: 007°, 355°. */
export function formatAzimuth(degrees: number): string {
  const whole = ((Math.round(degrees) % 360) + 360) % 360;
  return `${whole.toString().padStart(3, '0')}°`;
}

/** 69.294° N, 016.021° E: three digits of a degree are 111 m. */
export function formatPlace(latitudeDegrees: number, longitudeDegrees: number): string {
  const latitude = `${Math.abs(latitudeDegrees).toFixed(3).padStart(6, '0')}° ${latitudeDegrees < 0 ? 'S' : 'N'}`;
  const longitude = `${Math.abs(longitudeDegrees).toFixed(3).padStart(7, '0')}° ${longitudeDegrees < 0 ? 'W' : 'E'}`;
  return `${latitude}, ${longitude}`;
}

// A radar node written from shared/contract.cddl alone, with MQTT.js and node-cbor. It says its birth and then reports, five times
// a second until it is stopped, an aircraft that flies straight and level through its local frame.
// Usage: node radar.mjs HOST PORT
import cbor from 'cbor';
import { connectAsync } from 'mqtt';

const [host, port] = process.argv.slice(2);
const topic = 'jointwatch/v1/foreign/js-radar/';
const boot = 1;
const periodMs = 200;
const micro = (radians) => Math.round(radians * 1e6);

const birth = new Map([
  [1, boot],
  [2, 1], // radar
  [3, [600_000_000, 50_000_000, 1_000]], // 60 N, 5 E, 100 m
  [4, periodMs * 1000],
  [5, [0, 6_283_185, -17_453, 1_570_796, 10_000, 3_000_000]], // all round, -1 to 90 degrees, 1 to 300 km
  [6, [300, 1_000, 1_000, 100]], // 30 m, 1 mrad, 1 mrad, 1 m/s
  [7, 900],
  [8, 0],
  [9, 'foreign 1.0'],
  [10, 'A radar by MQTT.js'],
]);

const client = await connectAsync({ host, port: Number(port), clientId: 'foreign-js-radar', clean: true });
await client.publishAsync(topic + 'birth', cbor.encode(birth), { qos: 1, retain: true });

const start = Date.now();
for (let sequence = 0; ; sequence++) {
  const now = start + sequence * periodMs;
  await new Promise((resume) => setTimeout(resume, Math.max(0, now - Date.now())));
  const t = (now - start) / 1000;
  // From 60 km west and 20 km north, 250 m/s eastward, 9,000 m above the local horizontal plane.
  const [east, north, up] = [-60_000 + 250 * t, 20_000, 9_000];
  const range = Math.hypot(east, north, up);
  const azimuth = (Math.atan2(east, north) + 2 * Math.PI) % (2 * Math.PI);
  const detection = [
    Math.round(range * 10), micro(azimuth), micro(Math.asin(up / range)), Math.round((100 * east * 250) / range), 2_000,
  ];
  const report = new Map([[1, boot], [2, sequence], [3, now * 1000], [4, 1_000], [6, [detection]]]);
  await client.publishAsync(topic + 'report', cbor.encode(report), { qos: 1 });
}

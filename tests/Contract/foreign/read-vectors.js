// Reads contract-vectors.json with cbor2, a CBOR library that shares nothing with JointWatch, and compares:
// bytes to diagnostic notation for every vector, and back to bytes by its own deterministic encoder for what is deterministic.
// Opens the sealed ones with the HMAC of Node.js.
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Tag, cdeEncodeOptions, decode, diagnose, encode } from 'cbor2';

const vectors = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const faults = [];

function expectEqual(name, what, actual, expected) {
  if (actual !== expected) {
    faults.push(`${name}: ${what} is ${actual}, expected ${expected}`);
  }
}

function attempt(read) {
  try {
    return read();
  } catch {
    return null;
  }
}

for (const vector of vectors.good) {
  expectEqual(vector.name, 'diagnostic', diagnose(vector.hex), vector.diagnostic);
  if (vector.deterministic) {
    const again = Buffer.from(encode(decode(vector.hex), cdeEncodeOptions)).toString('hex');
    expectEqual(vector.name, 'hex', again, vector.hex);
  }
}

for (const vector of vectors.bad) {
  expectEqual(vector.name, 'diagnostic', attempt(() => diagnose(vector.hex)), vector.diagnostic);
}

// COSE_Mac0, RFC 9052 sections 6.2 and 6.3; a sealed message is deterministic, so that sealing its payload gives its bytes.
function seal(key, topic, payload) {
  const header = Uint8Array.of(0xa1, 0x01, 0x05);
  const structure = encode(['MAC0', header, new TextEncoder().encode(topic), payload], cdeEncodeOptions);
  const mac = createHmac('sha256', key).update(structure).digest();
  return Buffer.from(encode(new Tag(17, [header, new Map(), payload, new Uint8Array(mac)]), cdeEncodeOptions)).toString('hex');
}

for (const vector of vectors.sealed) {
  const payload = Uint8Array.from(Buffer.from(vector.payload, 'hex'));
  expectEqual(vector.name, 'hex', seal(Buffer.from(vector.key, 'hex'), vector.topic, payload), vector.hex);
}

for (const vector of vectors.badSealed) {
  const parts = attempt(() => decode(vector.hex))?.contents;
  const payload = parts?.[2] instanceof Uint8Array ? parts[2] : new Uint8Array();
  expectEqual(vector.name, 'rightly sealed', seal(Buffer.from(vector.key, 'hex'), vector.topic, payload) === vector.hex, false);
}

for (const fault of faults) {
  console.error(fault);
}

console.log(`${vectors.good.length} good, ${vectors.bad.length} bad, ${vectors.sealed.length + vectors.badSealed.length} sealed, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

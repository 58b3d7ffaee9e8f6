// Reads contract-vectors.json with cbor2, a CBOR library that shares nothing with JointWatch, and compares:
// bytes to diagnostic notation for every vector, and back to bytes by its own deterministic encoder for what is deterministic.
import { readFileSync } from 'node:fs';
import { cdeEncodeOptions, decode, diagnose, encode } from 'cbor2';

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

for (const fault of faults) {
  console.error(fault);
}

console.log(`${vectors.good.length} good, ${vectors.bad.length} bad, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;

// A listener that shares no code with JointWatch: MQTT.js takes every warning, Ajv holds it against shared/warning.schema.json, once as it is written and
// once with every member forbidden that it does not name. It prints one JSON object a message: topic, retain, empty, and then inForce, state, errors.
// Usage: node warnings.mjs HOST PORT SCHEMA
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { connectAsync } from 'mqtt';

const [host, port, file] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(file, 'utf8'));
const closed = (part) =>
  part === null || typeof part !== 'object' || Array.isArray(part)
    ? part
    : Object.fromEntries([
        ...Object.entries(part).map(([key, value]) => [
          key,
          ['properties', '$defs'].includes(key)
            ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, closed(inner)]))
            : closed(value),
        ]),
        ...(part.properties ? [['additionalProperties', false]] : []),
      ]);
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const checks = [ajv.compile(schema), ajv.compile(closed(schema))];

const client = await connectAsync({ host, port: Number(port), clientId: `foreign-listener-${process.pid}`, clean: true });
client.on('message', (topic, payload, { retain }) => {
  if (payload.length === 0) {
    console.log(JSON.stringify({ topic, retain, empty: true }));
    return;
  }

  const message = JSON.parse(payload.toString('utf8'));
  const errors = checks.flatMap((check) => (check(message) ? [] : check.errors.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`)));
  if (topic !== `jointwatch/v1/${message.party}/warning/${message.warning?.id}`) {
    errors.push(`topic ${topic} is not that of its message`);
  }

  console.log(JSON.stringify({ topic, retain, empty: false, inForce: message.inForce, status: message.status, state: message.warning?.state, errors }));
});
await client.subscribeAsync('jointwatch/v1/+/warning/+', { qos: 1 });
console.log('listening');

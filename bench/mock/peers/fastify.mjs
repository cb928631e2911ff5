// @ts-check
// fastify, which parses the body itself; with `validate` ajv looks at it, as fastify has it.
import { fastify } from 'fastify';
import { exchange } from '../exchange.mjs';
import { tellPlace } from './place.mjs';
import { compileBody } from './schema.mjs';

const app = fastify();
if (process.argv[2] === 'validate') {
  const isValid = compileBody();
  app.setValidatorCompiler(() => isValid);
  app.post(exchange.endpoint, { schema: { body: {} } }, () => exchange.reply);
} else {
  app.post(exchange.endpoint, () => exchange.reply);
}
await app.listen({ port: 0, host: '127.0.0.1' });
tellPlace(app.server.address());

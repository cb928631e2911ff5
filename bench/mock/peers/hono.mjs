// @ts-check
// hono on @hono/node-server; with `validate` ajv looks at the body.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { exchange } from '../exchange.mjs';
import { tellPlace } from './place.mjs';
import { compileBody } from './schema.mjs';

const isValid = process.argv[2] === 'validate' ? compileBody() : () => true;

const app = new Hono();
app.post(exchange.endpoint, async (context) => {
  if (!isValid(await context.req.json())) return context.json({ ret: -1011 }, 400);
  return context.json(exchange.reply);
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, tellPlace);

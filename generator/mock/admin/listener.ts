import { getRequestListener } from '@hono/node-server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { adminApp, type AdminOptions } from './app.js';
import { adminBase } from './route.js';

/** Whether a request is for the admin surface and not for the protocol. */
export function isAdmin(target: string): boolean {
  if (!target.startsWith(adminBase)) return false;
  const next = target[adminBase.length];
  return next === undefined || next === '/' || next === '?';
}

/** The admin surface as a listener of Node's server. */
export function adminListener(
  options: AdminOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const listener = getRequestListener(adminApp(options).fetch, { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
}

import { parentPort, workerData } from 'node:worker_threads';
import type { Model } from '../../model/index.js';
import { openTemplates } from '../templates.js';
import { emitClient } from './index.js';

/** The thread's whole life: it is told its templates, is sent one model, and sends back the client. */
const { templates } = workerData as { readonly templates: string };
parentPort?.once('message', (model: Model) => {
  parentPort?.postMessage(emitClient(model, openTemplates(templates)));
});

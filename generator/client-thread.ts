import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EmittedFile } from './emit/emitted-file.js';
import type { Model } from './model/index.js';

/** The emitter of the client on a thread of its own. */
export interface ClientThread {
  emit(model: Model): Promise<EmittedFile[]>;
  /** Ends the thread, whether it was asked for anything or not. */
  stop(): Promise<void>;
}

/**
 * Starts the emitter of the client. Its library takes longer to load than anything else takes to
 * run: started first, it loads while the catalogue is read.
 */
export function startClientThread(templates: string): ClientThread {
  const worker = new Worker(new URL('./client-worker.js', import.meta.url), {
    workerData: { templates },
  });
  // An error before anything is awaited is kept for whoever awaits.
  let failure: unknown;
  worker.once('error', (error) => (failure = error));
  return {
    async emit(model) {
      if (failure !== undefined) throw failure as Error;
      worker.postMessage(model);
      const [files] = (await once(worker, 'message')) as [EmittedFile[]];
      return files;
    },
    async stop() {
      await worker.terminate();
    },
  };
}

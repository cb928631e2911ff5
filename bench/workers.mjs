// @ts-check
import { fork } from 'node:child_process';

/** @typedef {import('./harness.mjs').Sample} Sample */

/** After so many seconds without a sample a worker is ended. */
const limit = 60;

/** After so many samples another process takes over: the luck of one does not decide. */
const samplesOfEach = 15;

/**
 * The processes in which contenders run, each in one of its own, which stays for several rounds: so
 * a round can be short, and what else the machine does falls on all contenders alike.
 */
export class Workers {
  /** @type {Set<Worker>} */
  #running = new Set();

  /**
   * A sampler in a process of its own, which starts and warms up when first asked.
   * @param {string} script its file
   * @param {object} task
   * @returns {() => Promise<Sample>}
   */
  sampler(script, task) {
    /** @type {Worker | undefined} */
    let worker;
    let samples = 0;
    return async () => {
      if (worker === undefined || samples % samplesOfEach === 0) {
        worker?.stop();
        worker = new Worker(script, task);
        this.#running.add(worker);
        await worker.next(); // ready
      }
      samples++;
      worker.ask();
      return /** @type {Promise<Sample>} */ (worker.next());
    };
  }

  stop() {
    for (const worker of this.#running) worker.stop();
    this.#running.clear();
  }
}

class Worker {
  #child;
  #text = '';

  /** @param {string} script @param {object} task */
  constructor(script, task) {
    this.#child = fork(script, [JSON.stringify(task)], {
      // Some of the peers would go through a proxy.
      env: { ...process.env, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (chunk) => (this.#text = (this.#text + chunk).slice(-5000)));
  }

  ask() {
    this.#child.send('sample');
  }

  /** What it sends next. @returns {Promise<unknown>} */
  next() {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const end = setTimeout(() => child.kill('SIGKILL'), limit * 1000);
      const take = (/** @type {unknown} */ message) => settle(() => resolve(message));
      const refuse = () =>
        settle(() => reject(new Error(reasonIn(this.#text) ?? 'ended without a sample')));
      const settle = (/** @type {() => void} */ how) => {
        clearTimeout(end);
        child.off('message', take).off('close', refuse);
        how();
      };
      child.on('message', take).on('close', refuse);
    });
  }

  stop() {
    if (this.#child.connected) this.#child.disconnect();
  }
}

/** The error's line among what a process said as it failed. @param {string} text */
function reasonIn(text) {
  return /^\w*Error.*: .*/m.exec(text)?.[0].replace(/^Error: /, '');
}

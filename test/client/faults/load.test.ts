import { describe, expect, it } from 'vitest';
import { createMock } from '../../../generated/mock/index.js';
import { transports } from '../../support/hostile/caller.js';
import { eventually } from '../../support/hostile/leftovers.js';
import type { LoadOrder, LoadReport } from '../../support/hostile/load-process.js';
import { program } from '../../support/hostile/program.js';
import { serve } from '../../support/serve.js';

const start = program('load-process');
const megabyte = 2 ** 20;

describe.each(transports.map(([name, options], index) => [name, index, options] as const))(
  'over %s',
  (_name, transport, options) => {
    it('10,000 calls, a hundred at once, each get their own reply and leave nothing', async () => {
      const mock = createMock();
      let requests = 0;
      const served = await serve((request) => {
        requests++;
        return mock.fetch(request);
      });
      const order: LoadOrder = {
        url: served.url,
        transport,
        warmUp: 2000,
        calls: 10_000,
        concurrency: 100,
      };
      const running = start(order, '--expose-gc');
      const { before, after, ...report } = (await running.report()) as LoadReport;
      expect(report).toEqual({ own: 10_000, unhandled: 0, listeners: 0, left: [] });
      expect(requests).toBe(12_000);
      expect(after - before).toBeLessThan(4 * megabyte);
      if (options.fetch === undefined) await eventually(served.connections, 0, 'connections');
      expect(await running.ended()).toMatchObject({ code: 0, stderr: '' });
      await eventually(served.connections, 0, 'connections');
      await served.close();
    });
  },
);

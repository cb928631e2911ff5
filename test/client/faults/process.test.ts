import { describe, expect, it } from 'vitest';
import { transports } from '../../support/hostile/caller.js';
import {
  brokenConnections,
  brokenHttp,
  slowness,
} from '../../support/hostile/connection-faults.js';
import type { FaultOrder, FaultReport } from '../../support/hostile/fault-process.js';
import type { Fault } from '../../support/hostile/fault.js';
import { eventually } from '../../support/hostile/leftovers.js';
import { program } from '../../support/hostile/program.js';
import { bombs, statuses, wrongReplies } from '../../support/hostile/reply-faults.js';
import { hostileServer, reply } from '../../support/hostile/server.js';

const start = program('fault-process');

const ordinary: Fault = {
  name: 'nothing',
  expected: { kind: 'reply' },
  request: (socket) => socket.write(reply('{"ret":0,"msg":"ok"}')),
};

/** What a process of its own reports of these faults, after an ordinary call and before its end. */
async function meet(faults: readonly Fault[], transport: number): Promise<FaultReport> {
  const all = [ordinary, ...faults];
  const isFetch = transports[transport]?.[1].fetch !== undefined;
  const kinds = all.map(({ expected, overFetch }) => (isFetch && overFetch) || expected);
  const servers = await Promise.all(all.map(hostileServer));
  const calls = servers.map(({ url }, index) => ({
    url,
    timeout: kinds[index]?.kind === 'timeout' ? 100 : 20_000,
  }));
  const running = start({ transport, calls } satisfies FaultOrder);
  const report = (await running.report()) as FaultReport;
  // By itself: nothing is left that keeps it, and nothing was warned of.
  expect(await running.ended()).toMatchObject({ code: 0, stderr: '' });
  expect(report.kinds).toEqual(['ok', ...kinds.slice(1).map(({ kind }) => kind)]);
  servers.forEach((server) => server.wake());
  const open = (): number => servers.reduce((sum, server) => sum + server.connections(), 0);
  await eventually(open, 0, 'connections');
  await Promise.all(servers.map((server) => server.close()));
  return report;
}

describe.each(transports.map(([name], index) => [name, index] as const))(
  'over %s, a process that met',
  (_name, transport) => {
    it('every fault has no socket, timer or rejected promise left, and ends by itself', async () => {
      const report = await meet(
        [...brokenConnections, ...slowness, ...brokenHttp, ...statuses, ...wrongReplies],
        transport,
      );
      expect(report).toMatchObject({ left: [], unhandled: 0 });
    });

    it('every bomb has grown by less than 150 MB', async () => {
      const { growth, ...report } = await meet(bombs, transport);
      expect(report).toMatchObject({ left: [], unhandled: 0 });
      expect(growth).toBeLessThan(150);
    });
  },
);

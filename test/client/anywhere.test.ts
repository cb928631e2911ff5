import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { createMock } from '../../generated/mock/index.js';

const credentials = `{
  baseUrl: 'https://msdk.example',
  apps: { qq: { appid: '100000001', key: 'the msdkkey' } },
}`;

/** A program as one script for a platform without modules of its own. */
async function bundled(program: string, minify = false): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: 'generated/client' },
    bundle: true,
    write: false,
    minify,
    platform: 'browser',
    format: minify ? 'esm' : 'iife',
    globalName: 'program',
  });
  return outputFiles[0]?.text ?? '';
}

describe('the client', () => {
  it('needs nothing of Node: what web platforms share is enough', async () => {
    const text = await bundled(`
      import { createMsdk } from './index.js';
      export const msdk = createMsdk(${credentials});`);
    const { fetch } = createMock();
    const shared = {
      AbortController,
      Request,
      Response,
      TextDecoder,
      TextEncoder,
      URL,
      Uint8Array,
    };
    const timers = { performance, setTimeout, clearTimeout };
    const context = createContext({ ...shared, ...timers, fetch });
    const call = `program.msdk.auth.verifyLogin({ openid: 'A1', openkey: 'T1', userip: '192.0.2.1' })`;
    const { ret } = (await runInContext(`${text}; ${call}`, context)) as { readonly ret: number };
    expect(ret).toBe(0);
    expect(runInContext('typeof process', context)).toBe('undefined');
  });

  it('takes less than 8 KB, compressed, in a program that calls one endpoint', async () => {
    const text = await bundled(
      `
      import { createClient, relationQqprofile } from './index.js';
      const client = createClient(${credentials});
      export const profile = (player) => relationQqprofile(client, player);`,
      true,
    );
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(8 * 1024);
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { temporaryFolder, writeFiles } from '../temporary.js';

/** A registry on this machine, and the environment in which npm takes packages from it alone. */
export interface Registry {
  readonly env: Readonly<Record<string, string>>;
}

/** A registry that has one package, whose command is this program. */
export async function registryOf(
  manifest: { readonly name: string; readonly version: string },
  program: string,
): Promise<Registry> {
  const folder = temporaryFolder();
  const whole = { ...manifest, bin: { msdk: 'msdk.js' } };
  writeFiles(folder, [
    { path: 'package.json', text: JSON.stringify(whole) },
    { path: 'msdk.js', text: `#!/usr/bin/env node\n${program}` },
  ]);
  execFileSync('npm', ['pack', '--silent'], { cwd: folder });
  const tarball = readFileSync(join(folder, `${manifest.name}-${manifest.version}.tgz`));
  const server = createServer(({ url = '', headers: { host = '' } }, reply) => {
    if (url.endsWith('.tgz')) reply.end(tarball);
    else if (url === `/${manifest.name}`) {
      const dist = { tarball: `http://${host}/package.tgz` };
      const versions = { [manifest.version]: { ...whole, dist } };
      reply.end(JSON.stringify({ name: manifest.name, 'dist-tags': {}, versions }));
    } else reply.writeHead(404).end('{}');
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  afterAll(() => server.close());
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      HOME: folder,
      npm_config_cache: join(folder, 'cache'),
      npm_config_registry: `http://127.0.0.1:${port}/`,
    },
  };
}

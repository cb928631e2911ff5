import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { specModel } from '../support/catalogue.js';

/** Runs a program that imports the package by its name, as its users do. */
function run(program: string): unknown {
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  return JSON.parse(printed);
}

describe('the package', () => {
  it('offers the client, which needs no package', () => {
    const program = `
      import * as msdk from 'msdk-api';
      import { createMock } from 'msdk-api/mock';
      const mock = createMock();
      const { auth } = msdk.createMsdk({ baseUrl: 'http://mock', apps: { qq: { appid: '1', key: 'k' } }, fetch: mock.fetch });
      const reply = await auth.verifyLogin({ openid: 'A1', openkey: 'T1', userip: '127.0.0.1' });
      console.log(JSON.stringify([reply.ret, msdk.VipMask.superMember]));`;
    expect(run(program)).toEqual([0, 16]);
  });

  it('offers the validators', () => {
    const program = `
      import { validateRequest } from 'msdk-api/validators';
      console.log(JSON.stringify(validateRequest('/relation/qqprofile', {}).ok));`;
    expect(run(program)).toBe(false);
  });

  it('offers schemas and OpenAPI files', () => {
    const program = `
      import { createRequire } from 'node:module';
      const require = createRequire(process.cwd() + '/x.js');
      console.log(JSON.stringify([
        require('msdk-api/openapi.json').openapi,
        require('msdk-api/openapi-3.0.json').openapi,
        require('msdk-api/schemas/auth/verify_login.request.json').type,
      ]));`;
    expect(run(program)).toEqual(['3.1.0', '3.0.3', 'object']);
  });

  it('offers the catalogue', () => {
    const program = `
      import { buildModel, examine } from 'msdk-api/catalogue';
      const { catalogue } = examine('spec', { strict: false });
      console.log(JSON.stringify(buildModel(catalogue).operations.length));`;
    expect(run(program)).toBe(specModel().operations.length);
  });
});

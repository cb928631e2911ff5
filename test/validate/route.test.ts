/** The laws: an endpoint is found however its address is written; what is none of the service's is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Knowledge } from '../../generator/validate/knowledge.js';
import { Router } from '../../generator/validate/route.js';

const { service } = new Knowledge('generated/validators');
const router = new Router(service, ['http://127.0.0.1:8080', 'https://gateway.example/msdk/v1/']);

const path = fc.constantFrom(...service.paths);
const slashes = fc.constantFrom('', '/', '//', '///');
const query = fc.constantFrom(undefined, '', 'appid=1&sig=2', 'a=/b/c', '?', 'x#y');
const host = fc.constantFrom(
  '',
  ...service.hosts.flatMap((name) => [`http://${name}`, `https://${name}:443`]),
  `HTTP://${(service.hosts[0] ?? '').toUpperCase()}:80`,
  `http://user:word@${service.hosts[0] ?? ''}`,
  'http://127.0.0.1:8080',
  'https://gateway.example/msdk/v1',
);

/** A path with the second name of its module, where that has one. */
function aliased(endpoint: string): string {
  const [, module = '', name = ''] = endpoint.split('/');
  const alias = Object.entries(service.aliases).find(([, own]) => own === module)?.[0];
  return alias === undefined ? endpoint : `/${alias}/${name}`;
}

describe('an endpoint', () => {
  it('is found behind any host of the service, with any slashes and by either name', () => {
    fc.assert(
      fc.property(
        ...([host, slashes, path, fc.boolean(), slashes, query] as const),
        (at, before, endpoint, byAlias, behind, parameters) => {
          const written = byAlias ? aliased(endpoint) : endpoint;
          const start = at === '' ? before : `${at}${before === '' ? '/' : before}`;
          const more = parameters === undefined ? '' : `?${parameters}`;
          const address = `${start}${written.slice(1)}${behind}${more}`;
          expect(router.find(address)).toEqual({
            kind: 'endpoint',
            path: endpoint,
            query: parameters?.replace(/#.*/, ''),
          });
        },
      ),
    );
  });

  it.each([
    ['/profile/quer_vip', '/profile/query_vip'],
    ['/Profile/query_vip', '/profile/query_vip'],
    ['/wxoauth/verify_logn?a=1', '/auth/verify_login'],
    ['/nothing/like/it', undefined],
    ['__proto__', undefined],
    ['/constructor/verify_login', undefined],
    ['?', undefined],
  ])('that there is not is told of: %s', (address, suggestion) => {
    const found = router.find(address);
    expect(found.kind).toBe('unknown');
    expect('suggestion' in found ? found.suggestion : '').toBe(suggestion);
  });

  it.each([
    ['http://else.example/profile/query_vip', 'else.example'],
    ['http://msdk.qq.com.else.example/profile/query_vip', 'msdk.qq.com.else.example'],
    ['http://msdk.qq.com@else.example/profile/query_vip', 'else.example'],
    ['http://name:word@else.example:1/profile/query_vip', 'else.example:1'],
    ['http://127.0.0.1:8081/profile/query_vip', '127.0.0.1:8081'],
    ['https://gateway.example/other/profile/query_vip', 'gateway.example'],
    ['https://gateway.example/msdk/v11/profile/query_vip', 'gateway.example'],
  ])('of a host that is not the service’s is passed over: %s', (address, name) => {
    expect(router.find(address)).toEqual({ kind: 'foreign', host: name });
  });

  it('is found in any text without a throw, and twice alike', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        expect(router.find(text)).toEqual(router.find(text));
      }),
    );
  });
});

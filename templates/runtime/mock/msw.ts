import type { Mock } from './options.js';

/** What of the module `msw` is called: it is handed in, so that nothing of it has to be there for who has no use for it. */
export interface Msw<Handler> {
  readonly http: {
    readonly all: (
      path: string,
      resolver: (info: { readonly request: Request }) => Promise<Response>,
    ) => Handler;
  };
  readonly HttpResponse: { readonly error: () => Response };
}

/** Handlers that let a mock answer every call to these base URLs, whatever its path and method. */
export function handlersFor<Handler>(
  { http, HttpResponse }: Msw<Handler>,
  mock: Pick<Mock, 'fetch'>,
  baseUrls: readonly string[],
): Handler[] {
  return baseUrls.map((given) => {
    const baseUrl = given.replace(/\/+$/, '');
    return http.all(`${baseUrl}/*`, async ({ request }) => {
      // The mock knows the paths of the service, without those of a gateway before it.
      const path = request.url.slice(baseUrl.length);
      try {
        return await mock.fetch(new Request(new URL(baseUrl).origin + path, request));
      } catch (error) {
        // A connection that the mock broke is a network error to the caller, and no reply.
        if (error instanceof TypeError) return HttpResponse.error();
        throw error;
      }
    });
  });
}

import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Mock } from './options.js';

/** Handlers for MSW that let a mock answer every call to these base URLs, whatever its path and method. */
export function handlersFor(mock: Pick<Mock, 'fetch'>, baseUrls: readonly string[]): HttpHandler[] {
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

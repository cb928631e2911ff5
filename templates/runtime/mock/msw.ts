import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Mock } from './options.js';

/** Handlers for MSW that let a mock answer every call to these base URLs, whatever its path and method. */
export function handlersFor(mock: Pick<Mock, 'fetch'>, baseUrls: readonly string[]): HttpHandler[] {
  return baseUrls.map((baseUrl) =>
    http.all(`${baseUrl.replace(/\/+$/, '')}/*`, async ({ request }) => {
      try {
        return await mock.fetch(request);
      } catch (error) {
        // A connection that the mock broke is a network error to the caller, and no reply.
        if (error instanceof TypeError) return HttpResponse.error();
        throw error;
      }
    }),
  );
}

import type { Apps } from './apps.js';
import { encryption } from './body-codec.js';
import { findingsOfWhole } from './check-options.js';
import { argumentChecks } from './checks.js';
import { warnOnce, type DeprecationNotice } from './deprecation.js';
import { RequestError } from './errors.js';
import { observers, unharmed } from './observe.js';
import type { Address, ClientOptions, WholeOptions } from './options.js';
import { retries } from './retry.js';
import { platformTransport } from './transport/default.js';

/**
 * The bare client's options for one that has everything: checks, retries where they are safe, warnings
 * of what ends, and the platform's fastest transport. Throws a {@link RequestError} with everything
 * that is wrong.
 */
export function wholeClientOptions<Game extends Apps>(
  options: WholeOptions<Game> & Address,
  environments: Readonly<Record<string, string>>,
): ClientOptions<Game> {
  const findings = findingsOfWhole(options, Object.keys(environments));
  if (findings.length > 0) throw new RequestError('', findings);
  const {
    environment,
    baseUrl,
    validate,
    retry,
    onDeprecation,
    observers: own,
    bodyCodec,
    ...others
  } = options;
  const followed = own ?? [];
  return {
    ...others,
    baseUrl: environment === undefined ? (baseUrl ?? '') : (environments[environment] ?? ''),
    checks:
      validate === false ? { ...argumentChecks, input: () => [], body: () => [] } : argumentChecks,
    ...(retry === false ? {} : { retry: retries(retry) }),
    ...(bodyCodec === undefined ? {} : { encryption: encryption(bodyCodec) }),
    ...(onDeprecation === false ? {} : { onDeprecation: told(onDeprecation ?? warnOnce) }),
    ...(followed.length === 0 ? {} : { observe: observers(...followed) }),
    ...((others.transport ?? others.fetch) ? {} : { transport: platformTransport() }),
  };
}

/** What is told of what ends, and harms no call by failing. */
function told(tell: (notice: DeprecationNotice) => void): (notice: DeprecationNotice) => void {
  return (notice) => unharmed(() => tell(notice));
}

import { describe, it } from 'vitest';
import { expectBreach } from '../support/breaches/expect-breach.js';
import { loadBreaches } from '../support/breaches/index.js';

describe('load', () => {
  it.each(loadBreaches)('refuses $what', expectBreach);
});

import type { Breach } from './breach.js';
import { exampleBreaches } from './examples.js';
import { factBreaches } from './facts.js';
import { nameBreaches } from './names.js';
import { referenceBreaches } from './references.js';
import { shapeBreaches } from './shape.js';
import { syntaxBreaches } from './syntax.js';

export type { Breach, Expected } from './breach.js';

/** Files that load refuses. */
export const loadBreaches: readonly Breach[] = [...syntaxBreaches, ...shapeBreaches];

/** Catalogues that load accepts, and that break a law. */
export const lawBreaches: readonly Breach[] = [
  ...nameBreaches,
  ...referenceBreaches,
  ...factBreaches,
  ...exampleBreaches,
];

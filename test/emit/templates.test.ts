import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const templates = readdirSync('templates').filter((name) => name.endsWith('.hbs'));

describe('the templates', () => {
  it.each(templates)(
    '%s prints nothing but what the encoders made, and holds no decision',
    (name) => {
      const text = readFileSync(`templates/${name}`, 'utf8');
      const mustaches = [...text.matchAll(/\{\{\{?[^}]*\}\}\}?/g)].map(([mustache]) => mustache);
      expect(mustaches.length).toBeGreaterThan(0);
      for (const mustache of mustaches)
        expect(mustache).toMatch(
          /^\{\{(code (this|[a-z][A-Za-z]*)|#each [a-z][A-Za-z]*|\/each|#if (@last|[a-z][A-Za-z]*)|else|\/if)\}\}$/,
        );
    },
  );
});

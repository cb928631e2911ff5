import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { md5 } from '../../templates/runtime/md5.js';
import { sign } from '../../templates/runtime/signature.js';

const platformMd5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

describe('the signature', () => {
  it('agrees with the published vectors', () => {
    const file = JSON.parse(readFileSync('generated/signing-vectors.json', 'utf8')) as {
      vectors: { key: string; timestamp: string; sig: string }[];
      published: { input: string; output: string }[];
    };
    expect(file.published.length).toBeGreaterThan(0);
    for (const { input, output } of file.published) expect(md5(input)).toBe(output);
    for (const { key, timestamp, sig } of file.vectors) expect(sign(key, timestamp)).toBe(sig);
  });

  it('agrees with the vectors of RFC 1321, appendix A.5', () => {
    expect(md5('')).toBe('d41d8cd98f00b204e9800998ecf8427e');
    expect(md5('message digest')).toBe('f96b697d7cb7938d525a2f31aaf161d0');
  });

  it('agrees with the platform on every text, of every length around a block', () => {
    for (let length = 0; length <= 200; length++) {
      const text = 'x'.repeat(length);
      expect(md5(text), String(length)).toBe(platformMd5(text));
    }
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => md5(text) === platformMd5(text),
      ),
    );
  });

  it('is made over the timestamp exactly as it is sent', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (key, timestamp) => sign(key, timestamp) === platformMd5(key + timestamp),
      ),
    );
  });
});

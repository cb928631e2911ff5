import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentEncode, wxPicture } from '../../../templates/runtime/helpers/index.js';

/** Reads percent-encoding strictly: what is neither unreserved nor a code of two capital digits is refused. */
function decode(text: string): number[] {
  const parts = text.match(/%[0-9A-F]{2}|[A-Za-z0-9\-._~]/g) ?? [];
  expect(parts.join('')).toBe(text);
  return parts.map((part) =>
    part.length === 1 ? part.charCodeAt(0) : Number.parseInt(part.slice(1), 16),
  );
}

describe('percent-encoding', () => {
  it('gives the bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(decode(percentEncode(bytes))).toEqual([...bytes]);
      }),
    );
    const each = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(decode(percentEncode(each))).toEqual([...each]);
  });

  it('writes what RFC 3986 lets stand as it is, and a space as %20', () => {
    expect(percentEncode(new TextEncoder().encode("aZ09-._~ +*!'()%"))).toBe(
      'aZ09-._~%20%2B%2A%21%27%28%29%25',
    );
    const start = [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00];
    expect(percentEncode(Uint8Array.from(start))).toBe('%FF%D8%FF%E0%00%10JFIF%00');
  });
});

describe('a picture for upload_wx', () => {
  it('fills four members, its length before the encoding', () => {
    const bytes = Uint8Array.of(0xff, 0x20, 0x41);
    expect(wxPicture({ filename: 'b.jpg', bytes })).toEqual({
      filename: 'b.jpg',
      filelength: 3,
      content_type: 'image/jpeg',
      binary: '%FF%20A',
    });
    expect(wxPicture({ filename: 'b.jpg', bytes, contentType: 'image/jpg' }).content_type).toBe(
      'image/jpg',
    );
  });

  it('has 64 KB at most', () => {
    const most = new Uint8Array(65_536);
    const { filelength, binary } = wxPicture({ filename: 'b.jpg', bytes: most });
    expect([filelength, binary.length]).toEqual([65_536, 3 * 65_536]);
    const more = new Uint8Array(65_537);
    expect(() => wxPicture({ filename: 'b.jpg', bytes: more })).toThrow(
      new RangeError('bytes holds 65537 bytes, 65536 is the limit: make the picture smaller'),
    );
  });

  it('has a name and a content', () => {
    expect(() => wxPicture({ filename: '', bytes: Uint8Array.of(1) })).toThrow(
      /^filename is empty/,
    );
    expect(() => wxPicture({ filename: 'b.jpg', bytes: new Uint8Array() })).toThrow(
      /^bytes is empty/,
    );
  });
});

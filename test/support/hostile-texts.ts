/** Texts that would be something else than text where they are not encoded. */
export const hostileTexts: readonly string[] = [
  "'; globalThis.__pwned = true; '",
  '"; globalThis.__pwned = true; "',
  '`; globalThis.__pwned = true; `',
  "\\'; globalThis.__pwned = true; //",
  '\\"; globalThis.__pwned = true; //',
  '\\`; globalThis.__pwned = true; //',
  '${globalThis.__pwned = true}',
  "$& $1 $$ $` $'",
  '*/ globalThis.__pwned = true; /*',
  '*\\/ * / **/ /**/ /*',
  '//# sourceMappingURL=data:,x',
  '</script><script>globalThis.__pwned = true</script>',
  '<!-- <img src=x onerror=globalThis.__pwned=true> -->',
  '\\<img src=x onerror=globalThis.__pwned=true>',
  '](javascript:globalThis.__pwned=true)',
  '\\](javascript:globalThis.__pwned=true)',
  '[x][y] ![x][x]\n[x]: javascript:globalThis.__pwned=true',
  '{{constructor.constructor "x"}} {{{x}}} {{> x}} {{/each}}',
  '@deprecated',
  '*@deprecated',
  '{@link Function} {@inheritDoc x}',
  '\u2028globalThis.__pwned = true;\u2029',
  '\nglobalThis.__pwned = true;\r\n\t* @deprecated\n * @param x\n--- \n- a: !!js/function x',
  '\u202e\u2066 turned \u2069\u200f\u061c hidden\u200b\ufeff',
  '\u0000\u0007\u001b[31m\u0085\u007f',
  '\ud800 \udc00 alone',
  '𠀀😀',
  '__proto__',
  'constructor',
  '../../../../etc/passwd',
  '..\\..\\x',
  '%2e%2e%2f',
  '&lt;b&gt; &amp;',
  '# %YAML 1.1\n*alias &anchor !tag |',
  "key: 'value' # comment",
];

/** All of them in one text. */
export const hostileProse = hostileTexts.join(' ');

/** What a text of the same use may well be. */
export const harmlessProse = 'Some words, which mean no harm to anybody.';

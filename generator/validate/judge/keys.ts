/** The keys of one game, by the names that the catalogue has for them: appkey, msdkkey. */
export type GameKeys = Readonly<Record<string, string>>;

/** The keys by which signatures are verified: those of each appid, and those of any other. */
export interface Keys {
  readonly byApp: Readonly<Record<string, GameKeys>>;
  readonly other: GameKeys;
}

/**
 * Reads a file of keys: JSON, `{ "appkey": "...", "msdkkey": "..." }` or such an object for each appid; or
 * lines `appkey=...`; or one key alone, which then is both. Gives the reason as a text where it is none.
 */
export function readKeys(text: string): Keys | string {
  const plain = text.replace(/^\ufeff/, '').trim();
  if (plain === '') return 'it is empty';
  if (plain.startsWith('{')) return readJsonKeys(plain);
  const lines = plain
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) return 'it is empty';
  const pairs = lines.map((line) => /^(appkey|msdkkey)\s*[=:]\s*(\S+)$/i.exec(line));
  if (pairs.every((pair) => pair !== null))
    return {
      byApp: {},
      other: Object.fromEntries(pairs.map(([, name = '', key = '']) => [name.toLowerCase(), key])),
    };
  const [only, ...others] = lines;
  // A name without its key, or a part of JSON, is not meant as a key.
  if (only !== undefined && others.length === 0 && !/\s|^\w*key\s*[=:]|^[["]/i.test(only))
    return { byApp: {}, other: { appkey: only, msdkkey: only } };
  return 'it must hold JSON, lines appkey=... and msdkkey=..., or one key alone';
}

function readJsonKeys(text: string): Keys | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words would quote the key.
    return 'it is not valid JSON';
  }
  if (isGameKeys(value)) return { byApp: {}, other: value };
  const games = Object.entries(value as Readonly<Record<string, unknown>>);
  if (games.length > 0 && games.every(([, keys]) => isGameKeys(keys)))
    return { byApp: Object.fromEntries(games) as Record<string, GameKeys>, other: {} };
  return 'it must hold appkey and msdkkey, or an object with them for each appid';
}

function isGameKeys(value: unknown): value is GameKeys {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([name, key]) => /^(app|msdk)key$/.test(name) && typeof key === 'string' && key !== '',
    )
  );
}

/** The hosts of players' pictures, whose addresses begin with http unless a call asks for https. */
const pictures = /"http:\/\/((?:q|thirdapp1|thirdqq|wx|p)\.qlogo\.cn\/)/g;

/** The version from which on the addresses begin with https (server-en:124). The letter behind it is not compared. */
const secureSince = [2, 16, 0] as const;

/** Whether a call asks for https in one of the two ways (server-en:109, server-en:124). */
export function asksForHttps({ ishttps, version }: Readonly<Record<string, string>>): boolean {
  if (ishttps === '1') return true;
  if (version === undefined) return false;
  const parts = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const first = secureSince.findIndex((least, index) => (parts[index] ?? 0) !== least);
  return first < 0 || (parts[first] ?? 0) > (secureSince[first] ?? 0);
}

/** The JSON text of a reply with the addresses of pictures in https. */
export function withHttps(json: string): string {
  return json.replace(pictures, '"https://$1');
}

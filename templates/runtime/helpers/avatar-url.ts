/** How wide a QQ avatar is to be, in pixels. */
export type QqAvatarWidth = 40 | 100 | '40' | '100';

/** How wide a WeChat avatar is to be, in pixels; 0 is the picture as it was uploaded. */
export type WechatAvatarWidth = 0 | 46 | 64 | 96 | 132 | '0' | '46' | '64' | '96' | '132';

const qqWidths: readonly string[] = ['40', '100'] satisfies QqAvatarWidth[];
const wechatWidths: readonly string[] = [
  '0',
  '46',
  '64',
  '96',
  '132',
] satisfies WechatAvatarWidth[];

/**
 * The URL of a QQ avatar in one width, from the URL in a reply (`figureurl_qq`, `qqpicture`).
 *
 * Exactly one slash stands before the width, whether the reply's URL ends in one (`figureurl_qq`) or not
 * (`qqpicture`). A width that the URL ends in already is replaced. A query and a fragment stay behind.
 * The result is undefined where there is no URL: the player has no avatar. Throws a RangeError for a
 * width that QQ does not have.
 *
 * Source: qq-en:252-253, qq-en:283, qq-en:324, qq-en:360, qq-zh:253-254, qq-zh:325, server-en:462-463,
 * server-en:585, server-ko:267-268, field-notes:32
 */
export function qqAvatarUrl(url: string | undefined, width: QqAvatarWidth): string | undefined {
  return ofWidth(url, String(width), qqWidths, 'QQ');
}

/**
 * The URL of a WeChat avatar in one width, from the URL in a reply (`picture`).
 *
 * A width that the URL ends in already is replaced, since some replies come with `/0` and others with
 * none. A query and a fragment stay behind. The result is undefined where there is no URL: a player
 * without an avatar has the empty text. Throws a RangeError for a width that WeChat does not have.
 *
 * Source: wechat-en:416, wechat-en:449, wechat-en:457, wechat-en:683, wechat-zh:417, wechat-zh:645,
 * wechat-zh:684, server-en:1380, server-en:1457, server-en:1521-1524, server-en:1554, server-ko:1002
 */
export function wechatAvatarUrl(
  url: string | undefined,
  width: WechatAvatarWidth,
): string | undefined {
  return ofWidth(url, String(width), wechatWidths, 'WeChat');
}

/** Works on the text and not with a URL parser, since a reply's URL may lack its scheme (server-ko:1327). */
function ofWidth(
  url: string | undefined,
  width: string,
  widths: readonly string[],
  platform: string,
): string | undefined {
  if (!widths.includes(width))
    throw new RangeError(
      `a ${platform} avatar has no width ${JSON.stringify(width)}: use one of ${widths.join(', ')}`,
    );
  const text = url ?? '';
  const end = text.search(/[?#]/);
  const path = withoutWidth(end < 0 ? text : text.slice(0, end), widths);
  return path === '' ? undefined : `${path}/${width}${end < 0 ? '' : text.slice(end)}`;
}

function withoutWidth(path: string, widths: readonly string[]): string {
  const trimmed = withoutSlashes(path);
  const slash = trimmed.lastIndexOf('/');
  return slash >= 0 && widths.includes(trimmed.slice(slash + 1))
    ? withoutSlashes(trimmed.slice(0, slash))
    : trimmed;
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end--;
  return path.slice(0, end);
}

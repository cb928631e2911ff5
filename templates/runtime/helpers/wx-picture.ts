import { percentEncode } from './percent-encoding.js';

/** A picture to upload. */
export interface WxPicture {
  /** The name of the file, with its ending. */
  readonly filename: string;
  /** The file as it is: 1 to 65,536 bytes. */
  readonly bytes: Uint8Array;
  /** Two spellings of one type, and no other is named; `image/jpeg` without it. */
  readonly contentType?: 'image/jpeg' | 'image/jpg' | undefined;
}

/** The members of a request that a picture fills. */
export interface WxPictureMembers {
  filename: string;
  filelength: number;
  content_type: 'image/jpeg' | 'image/jpg';
  binary: string;
}

/** 64 KB. */
const maxBytes = 65_536;

/**
 * The members of an upload_wx request that a picture fills: spread them into the request.
 *
 * `filelength` counts the file's bytes, and so does the limit of 64 KB: up to three times as much is
 * sent. The bytes go out in percent-encoding with `%20` for a space; a plus sign, which two of the three
 * ways that the documents name would write there, blurs the picture. Throws a RangeError for a picture
 * without bytes and for one above the limit, a TypeError for one without a name.
 *
 * Source: wechat-en:132-142, wechat-en:173, wechat-zh:131-141, wechat-zh:172, server-ko:2169-2179,
 * server-ko:2195, faq-zh:45-47
 */
export function wxPicture({
  filename,
  bytes,
  contentType = 'image/jpeg',
}: WxPicture): WxPictureMembers {
  if (filename === '') throw new TypeError('filename is empty: give the name of the picture');
  if (bytes.length === 0) throw new RangeError('bytes is empty: give the content of the picture');
  if (bytes.length > maxBytes)
    throw new RangeError(
      `bytes holds ${bytes.length} bytes, ${maxBytes} is the limit: make the picture smaller`,
    );
  return {
    filename,
    filelength: bytes.length,
    content_type: contentType,
    binary: percentEncode(bytes),
  };
}

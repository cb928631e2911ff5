export { arkExtra, readArkTemplate } from './ark-extra.js';
export {
  qqAvatarUrl,
  wechatAvatarUrl,
  type QqAvatarWidth,
  type WechatAvatarWidth,
} from './avatar-url.js';
export type { MaskParts } from './bit-mask.js';
export { percentEncode } from './percent-encoding.js';
export { ReportRefused, type ReportFinding } from './report-error.js';
export { qqScoreReport, type ReportParam } from './report.js';
export type { ReportContext } from './report-context.js';
export type { ReportValues, ReportValue } from './report-values.js';
export { gameCentrePage, qqShareTarget, type ShareKind, type ShareTarget } from './share-target.js';
export { unixSeconds, type DateOrSeconds } from './unix-seconds.js';
export { fitsBytes, truncateToBytes, utf8Length } from './utf8.js';
export {
  signQqVideoVip,
  signWxVideoVip,
  type QqVideoVip,
  type QqVideoVipMembers,
  type WxVideoVip,
  type WxVideoVipMembers,
} from './video-vip.js';
export {
  loadVipMask,
  loadVipsIn,
  vipMask,
  vipsIn,
  type LoadVipName,
  type VipName,
} from './vip-mask.js';
export { readVipRow, type VipRowAsSent, type VipStatus } from './vip-row.js';
export { vipServices, vipServicesIn, type VipServiceName } from './vip-services.js';
export { xinyueSerial, xinyueTraceId } from './xinyue-ids.js';
export { wxPicture, type WxPicture, type WxPictureMembers } from './wx-picture.js';

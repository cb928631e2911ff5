/** The codes by which endpoints refuse a body, or a member of it, that is too long (errors-zh: the table share-qq). */
export const tooLongCodes: ReadonlyMap<string, { readonly body: number; readonly member: number }> =
  new Map([['/share/qq', { body: 27, member: 103 }]]);

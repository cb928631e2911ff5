/** Whether a reply tells of success: its `ret` is 0. */
export function tellsOfSuccess(reply: unknown): boolean {
  return (reply as { readonly ret?: unknown }).ret === 0;
}

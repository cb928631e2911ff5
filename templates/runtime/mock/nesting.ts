/** Lists and objects in one another past which a body is not looked at: no caller sends such a thing. */
const deepest = 500;

/** Whether a JSON text is nested so deeply that walking it could exhaust the stack. */
export function isTooDeep(json: string): boolean {
  if (json.length < 2 * deepest) return false;
  let depth = 0;
  let inText = false;
  for (let index = 0; index < json.length; index++) {
    const character = json.charCodeAt(index);
    if (inText) {
      if (character === 0x5c) index++;
      else if (character === 0x22) inText = false;
    } else if (character === 0x22) inText = true;
    else if (character === 0x5b || character === 0x7b) {
      if (++depth > deepest) return true;
    } else if (character === 0x5d || character === 0x7d) depth--;
  }
  return false;
}

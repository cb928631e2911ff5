/**
 * Finds a text in whatever spelling it may stand in another: as it is, behind backslashes, as JSON escapes
 * it, as addresses do. Capitals are told from small letters: an openid often is a signature in capitals.
 */
export function anySpellingOf(text: string): RegExp {
  return new RegExp(Array.from(text, spellingsOf).join(''), 'gu');
}

function spellingsOf(character: string): string {
  const forms = [character, JSON.stringify(character).slice(1, -1)];
  const codes = Array.from({ length: character.length }, (_, at) =>
    character.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  forms.push(...bothCases(codes, '\\u'));
  if (!/\p{Surrogate}/u.test(character)) {
    const bytes = [...Buffer.from(character)].map((byte) => byte.toString(16).padStart(2, '0'));
    forms.push(...bothCases(bytes, '%'));
  }
  if (character === ' ') forms.push('+');
  const escaped = [...new Set(forms)].map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  // So many backslashes as strings within strings within strings have; more would take forever to look at.
  return `(?:\\\\{0,7}(?:${escaped.join('|')}))`;
}

/** Hexadecimal numbers behind their sign, with digits small and in capitals. */
function bothCases(numbers: readonly string[], sign: string): string[] {
  const small = numbers.map((number) => sign + number).join('');
  const capital = numbers.map((number) => sign + number.toUpperCase()).join('');
  return [small, capital];
}

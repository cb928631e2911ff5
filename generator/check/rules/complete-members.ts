import { diagnostic, type Diagnostic, type Place } from '../../diagnostics/index.js';
import { completeMember } from '../../load/index.js';
import type { Rule } from '../context.js';
import { allMembers, placeOf } from '../walk.js';

/** Every member has a type, a text, and says whether it is required; the shared member may say it for it. */
export const completeMembers: Rule = ({ catalogue, lookup }) => {
  const found: Diagnostic[] = [];
  for (const member of allMembers(catalogue)) {
    const shared = member.value.use !== undefined && !lookup.shared.has(member.value.use);
    if (shared) continue; // known-references has said so
    const whole = completeMember(member.value, lookup);
    const place = (): Place => placeOf(member, 'key');
    if (whole.type === undefined) found.push(diagnostic('missing-type', {}, place()));
    if (whole.text === undefined) found.push(diagnostic('missing-text', {}, place()));
    const isShared = member.path[0] === 'members' && /^types\/[a-z]/.test(member.file.file);
    if (whole.required === undefined && whole.optional === undefined && !isShared)
      found.push(diagnostic('missing-presence', {}, place()));
  }
  for (const { file, entry } of catalogue.endpoints)
    if (entry.effect !== 'read' && entry.idempotent === undefined)
      found.push(
        diagnostic('missing-idempotent', { effect: entry.effect }, file.place(['effect'], 'key')),
      );
  return found;
};

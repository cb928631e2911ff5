import { isEnding, type FullText, type Member, type Operation } from '../../model/index.js';
import type { EmittedFile } from '../emitted-file.js';
import { structsBelow } from '../json-schema.js';
import { queryMembers, replyMembers, type FactsContext } from './facts.js';

/** The sentences about the members of an endpoint, by owner and name: for findings that people read. */
export function emitTexts(operation: Operation, context: FactsContext): EmittedFile {
  const { path, request } = operation;
  const query = queryMembers(operation, context.model);
  const response = replyMembers(operation, context.model);
  const structs = structsBelow([...query, ...request, ...response], context.structs);
  const owners = [
    ['query', query],
    ['request', request],
    ['response', response],
    ...structs.map(({ name, members }) => [name, members] as const),
  ] as const;
  const texts = {
    endpoint: textOf(operation),
    members: Object.fromEntries(owners.map(([owner, members]) => [owner, textsOf(members)])),
  };
  return { path: `validators${path}.texts.json`, text: `${JSON.stringify(texts)}\n` };
}

function textsOf(members: readonly Member[]): Readonly<Record<string, FullText>> {
  return Object.fromEntries(members.map((member) => [member.name, textOf(member)]));
}

/** What a person needs to read: of what ends, how it does. */
function textOf({ text, lifecycle }: Pick<Member, 'text' | 'lifecycle'>): FullText {
  return lifecycle !== undefined && isEnding(lifecycle) ? lifecycle.text : text;
}

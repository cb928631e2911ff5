import type {
  ChoiceShape,
  FlagShape,
  JsonShape,
  ListShape,
  Needed,
  NumberShape,
  ObjectShape,
  RecordShape,
  Shape,
  TextShape,
  Told,
  WordShape,
} from './shape.js';

/** What a shape may say beside its kind. */
type More<S extends Shape> = Partial<Omit<S, 'kind' | 'of' | 'members' | 'words'>>;

/** A shape for each member of a type: one that must be there is `needed`, and no other. */
export type MembersOf<T> = {
  readonly [K in keyof T]-?: {} extends Pick<T, K> ? Shape : Needed;
};

/** The shape of a type's objects. It names each of the type's members, or does not compile. */
export function object<T>(
  about: string,
  members: MembersOf<T>,
  more: More<ObjectShape> = {},
): ObjectShape {
  return { kind: 'object', about, members: members, ...more };
}

/** The shape of a member that must be there. */
export function needed(shape: Shape): Needed {
  return { needed: shape };
}

/** The shape of a text that is not empty. */
export function text(about?: string, more: More<TextShape> = {}): TextShape {
  return { kind: 'text', ...told(about), ...more };
}

/** The shape of a whole number from 0 on. */
export function whole(about?: string, more: More<NumberShape> = {}): NumberShape {
  return { kind: 'number', least: 0, most: Number.MAX_SAFE_INTEGER, ...told(about), ...more };
}

/** The shape of true and false. */
export function flag(about?: string): FlagShape {
  return { kind: 'flag', ...told(about) };
}

/** The shape of one of several words. */
export function words<T extends string>(
  about: string,
  all: Readonly<Record<T, string>>,
): WordShape {
  return { kind: 'word', about, words: all };
}

/** The shape of a list. */
export function list(of: Shape, about?: string, more: More<ListShape> = {}): ListShape {
  return { kind: 'list', of, ...told(about), ...more };
}

/** The shape of an object whose members have names of their own choice. */
export function record(of: Shape, about?: string, more: More<RecordShape> = {}): RecordShape {
  return { kind: 'record', of, ...told(about), ...more };
}

/** One of several shapes, which differ in their JSON types. */
export function choice(about: string, ...of: readonly Shape[]): ChoiceShape {
  return { kind: 'choice', about, of };
}

/** The shape of any object of JSON. */
export function jsonObject(about: string): JsonShape {
  return { kind: 'json', about, object: true };
}

function told(about: string | undefined): Pick<Told, 'about'> {
  return about === undefined ? {} : { about };
}

/**
 * What a value has to be, as data: the checks of a scenario interpret it, and its JSON Schema is made
 * from it.
 */
export type Shape =
  | TextShape
  | NumberShape
  | FlagShape
  | WordShape
  | ListShape
  | RecordShape
  | ObjectShape
  | ChoiceShape
  | NullShape
  | JsonShape;

/** What every shape may say of itself. */
export interface Told {
  /** For people, in the JSON Schema. */
  readonly about?: string;
}

/** A member that has to be there. */
export interface Needed {
  readonly needed: Shape;
}

/** A text that is more than a form of letters. */
export type TextForm = 'time' | 'expression' | 'endpoint';

/** A text. */
export interface TextShape extends Told {
  readonly kind: 'text';
  /** In characters of Unicode. */
  readonly longest?: number;
  /** The empty text is one too. */
  readonly empty?: true;
  /** A regular expression, and what it asks for in words. */
  readonly pattern?: readonly [source: string, words: string];
  readonly form?: TextForm;
  /** Never shown. */
  readonly secret?: true;
}

/** A number, whole unless said otherwise. */
export interface NumberShape extends Told {
  readonly kind: 'number';
  readonly fraction?: true;
  readonly least?: number;
  readonly most?: number;
}

/** True or false. */
export interface FlagShape extends Told {
  readonly kind: 'flag';
}

/** One of several words, with what each of them means. */
export interface WordShape extends Told {
  readonly kind: 'word';
  readonly words: Readonly<Record<string, string>>;
}

/** A list. */
export interface ListShape extends Told {
  readonly kind: 'list';
  readonly of: Shape;
  /** No text or number stands in it twice. */
  readonly distinct?: true;
  /** The members in which all items differ. */
  readonly unique?: readonly string[];
}

/** An object whose members have names of their own choice. */
export interface RecordShape extends Told {
  readonly kind: 'record';
  readonly of: Shape;
  /** A regular expression that names follow, and what it asks for in words. */
  readonly names?: readonly [source: string, words: string];
}

/** An object with these members and no others. */
export interface ObjectShape extends Told {
  readonly kind: 'object';
  readonly members: Readonly<Record<string, Shape | Needed>>;
  /** Exactly one of the members is there. */
  readonly single?: true;
  /** Groups of members; who has a member of one of them has none of the others. */
  readonly apart?: readonly (readonly string[])[];
  /** Members that stand only beside one of others. */
  readonly beside?: Readonly<Record<string, readonly string[]>>;
}

/** One of several shapes, told apart by their JSON types. */
export interface ChoiceShape extends Told {
  readonly kind: 'choice';
  readonly of: readonly Shape[];
}

/** Nothing. */
export interface NullShape extends Told {
  readonly kind: 'null';
}

/** Any JSON, or any object of it. */
export interface JsonShape extends Told {
  readonly kind: 'json';
  readonly object?: true;
  /** It came from outside and goes back there: nobody looks into it. */
  readonly free?: true;
}

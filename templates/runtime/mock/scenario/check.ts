import { pointerTo } from '../../finding.js';
import {
  conversion,
  described,
  isObject,
  isOfType,
  isPlain,
  kindOf,
  type JsonType,
} from '../../value-kind.js';
import { checkItems } from './items.js';
import { checkJson } from './json.js';
import { checkMembers } from './members.js';
import type { NumberShape, RecordShape, Shape } from './shape.js';
import { checkText, type TextContext } from './text.js';
import { listed, meant, quoted } from './words.js';

/** The types of JSON that a shape takes. */
const types = {
  text: ['string'],
  number: ['number'],
  flag: ['boolean'],
  word: ['string'],
  list: ['array'],
  record: ['object'],
  object: ['object'],
  null: ['null'],
} as const;

/** Finds everything in a value that its shape does not allow. */
export function checkShape(
  shape: Shape,
  value: unknown,
  pointer: string,
  context: TextContext,
): void {
  const { found } = context;
  if (shape.kind === 'json') {
    if (shape.object === true && !isPlainObject(value))
      found.add(pointer, `must be an object, not ${kindIn(value)}`);
    else if (shape.free !== true) checkJson(value, pointer, found);
    return;
  }
  const choices = shape.kind === 'choice' ? shape.of : [shape];
  const chosen = choices.find((one) => isOf(one, value));
  if (chosen === undefined) {
    refuse(choices, value, pointer, context);
    return;
  }
  const below = (inner: Shape, item: unknown, at: string): void =>
    checkShape(inner, item, at, context);
  switch (chosen.kind) {
    case 'text':
      checkText(chosen, value as string, pointer, context);
      break;
    case 'number':
      checkNumber(chosen, value as number, pointer, context);
      break;
    case 'word': {
      const words = Object.keys(chosen.words);
      if (!words.includes(value as string))
        found.add(
          pointer,
          `must be ${listed(words)}, not ${quoted(value as string)}`,
          meant(value as string, words),
        );
      break;
    }
    case 'list':
      checkItems(chosen, value as readonly unknown[], pointer, found, below);
      break;
    case 'record':
      checkRecord(chosen, value as object, pointer, context);
      break;
    case 'object':
      checkMembers(chosen, value as object, pointer, found, below);
  }
}

function isPlainObject(value: unknown): value is object {
  return isObject(value) && isPlain(value);
}

/** What a value is, in words; an object that is no JSON is not called one. */
function kindIn(value: unknown): string {
  return isObject(value) && !isPlain(value) ? 'an object of a class' : kindOf(value);
}

function typesOf(shape: Shape): readonly (JsonType | 'null')[] {
  return shape.kind === 'choice' || shape.kind === 'json' ? [] : types[shape.kind];
}

function isOf(shape: Shape, value: unknown): boolean {
  return typesOf(shape).some((type) =>
    type === 'null'
      ? value === null
      : type === 'object'
        ? isPlainObject(value)
        : isOfType(value, type),
  );
}

function refuse(
  shapes: readonly Shape[],
  value: unknown,
  pointer: string,
  { found }: TextContext,
): void {
  const wanted = shapes.flatMap(typesOf);
  const plain = wanted.filter((type) => type !== 'null');
  const secret = shapes.some((shape) => shape.kind === 'text' && shape.secret);
  const words = wanted.map((type) => (type === 'null' ? type : described[type]));
  found.add(
    pointer,
    `must be ${listed(words)}, not ${kindIn(value)}`,
    secret ? 'put it in quotes' : conversion(value, plain),
  );
}

function checkNumber(
  { fraction, least = -Infinity, most = Infinity }: NumberShape,
  value: number,
  pointer: string,
  { found }: TextContext,
): void {
  if (fraction !== true && !Number.isInteger(value))
    found.add(pointer, `must be a whole number, not ${value}`);
  else if (value < least) found.add(pointer, `must be ${least} or more, not ${value}`);
  else if (value > most) found.add(pointer, `must be ${most} or less, not ${value}`);
}

function checkRecord(
  shape: RecordShape,
  value: object,
  pointer: string,
  context: TextContext,
): void {
  const names = new RegExp(shape.names?.[0] ?? '', 'u');
  for (const [name, member] of Object.entries(value)) {
    const at = pointerTo(pointer, name);
    if (name === '__proto__' || !names.test(name))
      context.found.add(at, `needs for its name ${shape.names?.[1] ?? 'a name'}`, undefined, 'key');
    else if (member !== undefined) checkShape(shape.of, member, at, context);
    if (context.found.full) return;
  }
}

import * as client from '../../generated/client/index.js';
import type { AnyOperation, Platform } from '../../generated/client/index.js';
import type { Model, Operation } from '../../generator/model/index.js';

/** An endpoint as the catalogue has it, as the client has it, and what a caller gives it. */
export interface Called {
  readonly model: Operation;
  readonly operation: AnyOperation;
  readonly platform: Platform;
  readonly input: Readonly<Record<string, unknown>>;
  readonly example: Operation['examples'][number];
}

const exported = client as unknown as Readonly<Record<string, AnyOperation>>;

/** What the caller gives for an example: its query and body, each fact once. */
export function inputOf(
  { request }: Operation,
  example: Operation['examples'][number],
): Readonly<Record<string, unknown>> {
  const input: Record<string, unknown> = { ...example.query };
  for (const { name, repeats } of request) {
    const value = example.request[name];
    if (value === undefined || repeats === 'appid') continue;
    input[repeats === 'openid' ? 'openid' : name] = value;
  }
  delete input['appid'];
  return input;
}

/** Every endpoint of the model, with its first example of success. */
export function calledOf({ operations }: Model): readonly Called[] {
  return operations.map((model) => {
    const operation = exported[`${model.id}Operation`];
    const example = model.examples.find(({ response }) => response['ret'] === 0);
    const [platform] = model.platforms;
    if (operation === undefined || example === undefined || platform === undefined)
      throw new Error(`${model.path} cannot be called`);
    return { model, operation, platform, example, input: inputOf(model, example) };
  });
}

/** The names of the operations that the client exports. */
export function exportedOperations(): readonly string[] {
  return Object.keys(exported).filter((name) => /^[a-z]\w*Operation$/.test(name));
}

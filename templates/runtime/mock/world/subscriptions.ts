import type { SubscriptionMessageData } from './data.js';

interface Message {
  readonly title: string;
  readonly subscribers: Set<string>;
  pushes: number;
}

/** The messages to which players may subscribe, with those who did. */
export class Subscriptions {
  readonly #messages = new Map<number, Message>();

  constructor(messages: readonly SubscriptionMessageData[]) {
    for (const { id, title, subscribers, pushes } of messages)
      this.#messages.set(id, { title, subscribers: new Set(subscribers), pushes });
  }

  /** Every message in the order of its number, and whether a player has subscribed to it. */
  list(openid: string): { id: number; title: string; status: boolean }[] {
    return [...this.#messages]
      .sort(([a], [b]) => a - b)
      .map(([id, { title, subscribers }]) => ({ id, title, status: subscribers.has(openid) }));
  }

  subscribe(id: number, openid: string): void {
    this.#message(id).subscribers.add(openid);
  }

  cancel(id: number, openid: string): void {
    this.#messages.get(id)?.subscribers.delete(openid);
  }

  clear(id: number): void {
    this.#messages.get(id)?.subscribers.clear();
  }

  push(id: number): void {
    this.#message(id).pushes++;
  }

  toJSON(): SubscriptionMessageData[] {
    return [...this.#messages].map(([id, { title, subscribers, pushes }]) => ({
      id,
      title,
      subscribers: [...subscribers],
      pushes,
    }));
  }

  #message(id: number): Message {
    const known = this.#messages.get(id);
    if (known !== undefined) return known;
    const made = { title: `Message ${id}`, subscribers: new Set<string>(), pushes: 0 };
    this.#messages.set(id, made);
    return made;
  }
}

/** A map that forgets the oldest entry once it holds too many, so that strangers cannot fill the memory. */
export class Bounded<V> {
  readonly #entries = new Map<string, V>();
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }
  get(key: string): V | undefined {
    return this.#entries.get(key);
  }
  set(key: string, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#most) {
      const oldest = this.#entries.keys().next();
      if (oldest.done !== true) this.#entries.delete(oldest.value);
    }
  }
  delete(key: string): void {
    this.#entries.delete(key);
  }
  values(): V[] {
    return [...this.#entries.values()];
  }
}

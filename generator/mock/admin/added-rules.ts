/** Rules that were added from outside, by ids that are never given out twice. */
export class AddedRules {
  readonly #byId = new Map<string, () => void>();
  #issued = 0;

  /** Keeps what takes a rule off, and gives the rule its id. */
  add(takeOff: () => void): string {
    const id = String((this.#issued += 1));
    this.#byId.set(id, takeOff);
    return id;
  }

  /** Takes a rule off; false where there is none of this id. */
  takeOff(id: string): boolean {
    this.#byId.get(id)?.();
    return this.#byId.delete(id);
  }

  /** Forgets them all, once the mock has. */
  clear(): void {
    this.#byId.clear();
  }
}

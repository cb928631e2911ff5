/** How long it may take for more to come before what is there is gone over, in milliseconds. */
const moment = 40;

/** The pieces of a stream in their order; it can be asked whether the next one is long in coming. */
export class Chunks implements AsyncIterable<Buffer> {
  readonly #pieces: AsyncIterator<Buffer>;
  #coming: Promise<IteratorResult<Buffer>> | undefined;

  constructor(stream: AsyncIterable<Buffer>) {
    this.#pieces = stream[Symbol.asyncIterator]();
  }

  /** The next piece; undefined where there are no more. */
  async next(): Promise<Buffer | undefined> {
    const result = await this.#peek();
    this.#coming = undefined;
    return result.done === true ? undefined : result.value;
  }

  /** Whether whoever writes the stream pauses. */
  async isPausing(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise<true>((settle) => {
      timer = setTimeout(() => settle(true), moment);
    });
    const more = this.#peek().then(
      () => false,
      () => false,
    );
    const isPausing = await Promise.race([pause, more]);
    clearTimeout(timer);
    return isPausing;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (let piece = await this.next(); piece !== undefined; piece = await this.next()) yield piece;
  }

  #peek(): Promise<IteratorResult<Buffer>> {
    this.#coming ??= this.#pieces.next();
    // It is awaited when it is asked for; until then its failure is no unhandled one.
    this.#coming.catch(() => undefined);
    return this.#coming;
  }
}

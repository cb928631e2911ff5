import { createHmac, randomBytes } from 'node:crypto';

/**
 * Gives each secret something to stand in its place: the same for the same secret, so that players and
 * calls can be told apart, and of the same form and length, so that what was valid stays valid. It leads
 * back to no secret: it is hashed with a key that is nowhere written down and goes when the program ends.
 */
export class StandIns {
  readonly #key = randomBytes(32);

  /**
   * What stands for a text. A signature becomes another of as many hexadecimal digits, which its pattern
   * demands; anything else three asterisks and a hash.
   */
  text(secret: string, name: string): string {
    const length = Array.from(secret).length;
    if (/^sig(?:nature)?$/i.test(name) && length >= 8 && /^[0-9a-f]+$/i.test(secret)) {
      const digits = this.#digits(secret, length);
      return /[A-F]/.test(secret) ? digits.toUpperCase() : digits;
    }
    return `***${this.#digits(secret, Math.max(8, length - 3))}`;
  }

  /** What stands for a number: another of as many digits. */
  number(secret: string): string {
    const count = Math.min(15, secret.replace(/\D/g, '').length);
    const digits = BigInt(`0x${this.#digits(secret, 32)}`)
      .toString()
      .slice(0, Math.max(1, count));
    return digits.replace(/^0/, '1');
  }

  #digits(secret: string, count: number): string {
    const hash = createHmac('sha256', this.#key).update(secret).digest('hex');
    return hash.repeat(Math.ceil(count / hash.length)).slice(0, count);
  }
}

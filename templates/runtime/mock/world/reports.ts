import { Bounded } from './bounded.js';
import type { ReportData, ScoreData, UploadData } from './data.js';

/** How many of the last reports and uploads are kept. */
const kept = 10_000;

/** Characters of the reports past which the oldest are let go. */
const mostCharacters = 16 * 1024 * 1024;

/** What games reported of players, and the pictures that they uploaded. */
export class Reports {
  readonly #scores = new Bounded<ScoreData>(100_000);
  readonly #reports: ReportData[];
  readonly #uploads: UploadData[];
  #characters = 0;

  constructor(
    scores: readonly ScoreData[],
    reports: readonly ReportData[],
    uploads: readonly UploadData[],
  ) {
    for (const score of scores) this.#put(score);
    this.#reports = [...reports];
    for (const report of reports) this.#characters += lengthOf(report);
    this.#uploads = [...uploads];
  }

  /** Stores a value: any where it overwrites, else only one that is higher than the stored one. */
  score(score: ScoreData, overwrites: boolean): void {
    const stored = this.#scores.get(keyOf(score));
    if (overwrites || stored === undefined || Number(score.data) > Number(stored.data))
      this.#put(score);
  }

  report(report: ReportData): void {
    this.#reports.push(report);
    this.#characters += lengthOf(report);
    if (this.#reports.length >= 2 * kept) this.#letGo(kept);
    while (this.#characters > mostCharacters) this.#letGo(1);
  }

  upload(upload: UploadData): void {
    this.#uploads.push(upload);
    if (this.#uploads.length >= 2 * kept) this.#uploads.splice(0, kept);
  }

  toJSON(): { scores: ScoreData[]; reports: ReportData[]; uploads: UploadData[] } {
    return {
      scores: this.#scores.values(),
      reports: [...this.#reports],
      uploads: [...this.#uploads],
    };
  }

  #letGo(count: number): void {
    for (const gone of this.#reports.splice(0, count)) this.#characters -= lengthOf(gone);
  }

  #put(score: ScoreData): void {
    this.#scores.set(keyOf(score), score);
  }
}

function lengthOf({ report }: ReportData): number {
  return JSON.stringify(report).length;
}

function keyOf({ openid, type }: ScoreData): string {
  return `${type} ${openid}`;
}

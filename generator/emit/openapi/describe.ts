import { isEnding, type FullText, type Lifecycle } from '../../model/index.js';
import type { Schema } from '../json-schema.js';

/** A description in English and, beside it, in Chinese and Korean. Further texts become a list below. */
export function describe(text: FullText, more: readonly FullText[] = []): Schema {
  const whole = (language: keyof FullText): string =>
    [text[language], ...more.map((item) => `- ${item[language]}`)].map(inertMarkdown).join('\n');
  return {
    description: whole('en'),
    'x-description-zh': whole('zh'),
    'x-description-ko': whole('ko'),
  };
}

/** Text that stays text where descriptions are read as Markdown with HTML in it. */
function inertMarkdown(text: string): string {
  return text.replace(/[\\<\]]/g, '\\$&');
}

/** `deprecated` with date and replacement for what ends; advice against a thing ends nothing. */
export function lifecycleFields(lifecycle: Lifecycle | undefined): Schema {
  if (lifecycle === undefined || lifecycle.status === 'since') return {};
  return {
    ...(isEnding(lifecycle) ? { deprecated: true } : {}),
    ...(lifecycle.date === undefined ? {} : { 'x-sunset': isoDate(lifecycle.date) }),
    ...(lifecycle.replacedBy === undefined ? {} : { 'x-replaced-by': lifecycle.replacedBy }),
    'x-msdk-lifecycle': { status: lifecycle.status, ...describe(lifecycle.text) },
  };
}

/** A month known without its day ends with its first day. */
function isoDate(date: string): string {
  return date.length === 7 ? `${date}-01` : date;
}

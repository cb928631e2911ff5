import type { Language, Summary } from '../finding.js';

/** What a run came to, as one line of words. */
export function summaryLine(summary: Summary, language: Language): string {
  return lines[language](summary);
}

const lines: Record<Language, (summary: Summary) => string> = {
  en: ({ errors, warnings, payloads, files, omitted }) =>
    `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(payloads, 'payload')}` +
    ` of ${count(files, 'file')}` +
    (omitted === 0 ? '' : `; ${count(omitted, 'finding')} left out`),
  zh: ({ errors, warnings, payloads, files, omitted }) =>
    `${files} 个文件的 ${payloads} 份数据中有 ${errors} 个错误、${warnings} 个警告` +
    (omitted === 0 ? '' : `；另有 ${omitted} 项未列出`),
  ko: ({ errors, warnings, payloads, files, omitted }) =>
    `파일 ${files}개의 페이로드 ${payloads}개에서 오류 ${errors}개, 경고 ${warnings}개` +
    (omitted === 0 ? '' : `; ${omitted}개는 표시하지 않음`),
};

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

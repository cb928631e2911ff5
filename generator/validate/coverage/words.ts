import type { Language } from '../finding.js';
import type { Group, Kind } from './report.js';

/** What a report of coverage says in one language. */
export interface CoverageWords {
  readonly endpoint: string;
  readonly total: string;
  /** The heads of a table's columns. */
  readonly columns: Readonly<Record<Group, string>>;
  /** What an endpoint lacks, by group. */
  readonly groups: Readonly<Record<Group, string>>;
  readonly kinds: Readonly<Record<Kind | 'all', string>>;
  /** Stands above the endpoints that were called, with what was not exercised of each. */
  readonly lacking: string;
  /** Stands between two kinds. */
  readonly comma: string;
  /** Stands between a group and the names of what it lacks. */
  readonly colon: string;
  percent(figures: string, percent: number): string;
  more(count: number): string;
}

const en: CoverageWords = {
  endpoint: 'endpoint',
  total: 'total',
  columns: {
    query: 'query',
    request: 'request',
    response: 'reply',
    values: 'values',
    errors: 'errors',
  },
  groups: {
    query: 'parameters',
    request: 'members of the request',
    response: 'members of the reply',
    values: 'values',
    errors: 'error codes',
  },
  kinds: {
    endpoints: 'endpoints',
    members: 'members',
    values: 'values',
    errors: 'error codes',
    all: 'all but error codes',
  },
  lacking: 'Not exercised, of the endpoints that were called:',
  comma: ', ',
  colon: ': ',
  percent: (figures, percent) => `${figures} (${percent}%)`,
  more: (count) => `and ${count} more`,
};

const zh: CoverageWords = {
  endpoint: '接口',
  total: '合计',
  columns: {
    query: '参数',
    request: '请求',
    response: '应答',
    values: '枚举值',
    errors: '错误码',
  },
  groups: {
    query: '参数',
    request: '请求的成员',
    response: '应答的成员',
    values: '枚举值',
    errors: '错误码',
  },
  kinds: {
    endpoints: '接口',
    members: '成员',
    values: '枚举值',
    errors: '错误码',
    all: '总计（不含错误码）',
  },
  lacking: '调用过的接口中尚未覆盖：',
  comma: '、',
  colon: '：',
  percent: (figures, percent) => `${figures}（${percent}%）`,
  more: (count) => `另有 ${count} 项`,
};

const ko: CoverageWords = {
  endpoint: '인터페이스',
  total: '합계',
  columns: {
    query: '파라미터',
    request: '요청',
    response: '응답',
    values: '열거값',
    errors: '오류 코드',
  },
  groups: {
    query: '파라미터',
    request: '요청 멤버',
    response: '응답 멤버',
    values: '열거값',
    errors: '오류 코드',
  },
  kinds: {
    endpoints: '인터페이스',
    members: '멤버',
    values: '열거값',
    errors: '오류 코드',
    all: '전체(오류 코드 제외)',
  },
  lacking: '호출된 인터페이스에서 아직 다루지 않은 것:',
  comma: ', ',
  colon: ': ',
  percent: (figures, percent) => `${figures} (${percent}%)`,
  more: (count) => `외 ${count}개`,
};

/** The words for reports of coverage, by language. */
export const coverageWords: Readonly<Record<Language, CoverageWords>> = { en, zh, ko };

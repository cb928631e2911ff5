import type { JsonType } from '../../../templates/validators/detail.js';
import type { Words } from '../../../templates/validators/words.js';
import type { ProblemWords, Vocabulary } from './words.js';

// Particles that depend on the last sound of a name are avoided, since names are not Korean.

const types: Readonly<Record<JsonType, string>> = {
  string: '문자열',
  integer: '정수',
  number: '숫자',
  boolean: '불리언',
  array: '배열',
  object: '객체',
  null: 'null',
};

const units = { bytes: '바이트(UTF-8)', characters: '자' } as const;

const details: Words = {
  messages: {
    'missing-member': () => '누락되었습니다',
    'unknown-member': () => '여기에 없는 멤버입니다',
    'wrong-type': ({ expected, found, shown }) =>
      `허용되는 타입: ${expected.map((type) => types[type]).join(' 또는 ')}, 실제 타입: ${types[found]}${valued(shown)}`,
    'wrong-value': ({ allowed, shown }) =>
      `허용되는 값: ${allowed.join(' 또는 ')}${shown === undefined ? '' : `, 실제 값: ${shown}`}`,
    'undocumented-value': ({ documented, shown }) =>
      `문서에 없는 값입니다${said(shown)}. 문서에 있는 값: ${documented.join(', ')}`,
    'wrong-form': ({ pattern }) => `다음 형식이어야 합니다: ${pattern}`,
    'out-of-range': ({ limit, found, bound }) =>
      `${limit} ${bound === 'least' ? '이상' : '이하'}이어야 합니다. 실제 값: ${found}`,
    'too-short': ({ limit, found, unit }) =>
      `${limit}${units[unit]} 이상이어야 합니다. 실제 길이: ${found}`,
    'too-long': ({ limit, found, unit }) =>
      `${limit}${units[unit]} 이하여야 합니다. 실제 길이: ${found}`,
    'too-few-items': ({ limit, found }) =>
      `항목이 ${limit}개 이상이어야 합니다. 실제 개수: ${found}`,
    'too-many-items': ({ limit, found }) =>
      `항목이 ${limit}개 이하여야 합니다. 실제 개수: ${found}`,
    'too-deep': ({ deepest }) => `${deepest}단계보다 깊이 중첩되었습니다`,
    'deprecated-endpoint': ({ status, date }) => `인터페이스가 ${ending(status, date)}`,
    'deprecated-member': ({ status, date }) => `멤버가 ${ending(status, date)}`,
    'deprecated-value': ({ status, date, shown }) =>
      `${shown === undefined ? '값이' : `값 ${shown}:`} ${ending(status, date)}`,
  },
  hints: {
    'did-you-mean': ({ name }) => `혹시 이것인가요: ${JSON.stringify(name)}`,
    'use-instead': ({ name }) => `대신 사용하세요: ${name}`,
    'known-members': ({ names }) => `사용할 수 있는 멤버: ${names.join(', ')}`,
    write: ({ json }) => `다음과 같이 쓰세요: ${json}`,
    'leave-out': () => '값이 없으면 생략하세요',
  },
  inferred: (message) => `${message} (추정)`,
  inQuery: (message) => `쿼리 매개변수: ${message}`,
};

const json: ProblemWords['json'] = {
  empty: '내용이 없습니다',
  'unexpected-end': '값이 끝나기 전에 텍스트가 끝났습니다',
  'trailing-text': '값 뒤에 다른 내용이 있습니다',
  'byte-order-mark': '앞에 바이트 순서 표시가 있습니다',
  'unterminated-string': '문자열을 닫는 따옴표가 없습니다',
  'line-break-in-string': '문자열이 줄을 넘어갑니다. 줄바꿈은 \\n으로 쓰세요',
  'control-character': '문자열에 제어 문자가 있습니다. \\uXXXX로 쓰세요',
  'bad-escape': '없는 이스케이프입니다',
  'unescaped-quote': '문자열 안의 따옴표 앞에는 역슬래시가 필요합니다',
  'single-quotes': '문자열에는 큰따옴표를 써야 합니다',
  'typographic-quotes': '문자열에는 둥근 따옴표가 아니라 곧은 큰따옴표를 써야 합니다',
  'bad-number': '숫자의 표기가 잘못되었습니다',
  'not-finite': 'JSON에는 NaN과 Infinity가 없습니다',
  'wrong-literal': 'true, false, null 중 하나로 쓰세요',
  'unquoted-text': '텍스트에는 큰따옴표가 필요합니다',
  'unquoted-key': '멤버 이름에는 큰따옴표가 필요합니다',
  'trailing-comma': '마지막 항목 뒤에는 쉼표를 쓸 수 없습니다',
  'leading-comma': '첫 항목 앞에는 쉼표를 쓸 수 없습니다',
  'duplicate-comma': '쉼표가 하나 더 있습니다',
  'missing-comma': '쉼표가 빠졌습니다',
  'missing-colon': '콜론이 빠졌습니다',
  'missing-value': '값이 빠졌습니다',
  'wrong-bracket': '여는 괄호와 닫는 괄호의 종류가 다릅니다',
  'fullwidth-punctuation': '전각 기호입니다. 반각 기호로 쓰세요',
  comment: 'JSON에는 주석을 쓸 수 없습니다',
  'bad-space': 'JSON에서 쓸 수 없는 공백입니다',
  'unexpected-character': '값이 이렇게 시작할 수 없습니다',
};

const har: ProblemWords['har'] = {
  'no-entries': 'log.entries 목록이 없습니다',
  'entries-twice': 'log.entries가 두 번 이상 있습니다',
  truncated: '중간에서 끊겼습니다',
  'not-json': '여기는 JSON이 아닙니다',
  'not-har': '값이 없거나 HAR과 타입이 다릅니다',
  'bad-base64': '본문이 올바른 base64가 아닙니다',
  'not-text': '본문이 UTF-8이 아닙니다',
  'unknown-encoding': '본문의 인코딩을 알 수 없습니다',
};

const http: ProblemWords['http'] = {
  empty: '내용이 없습니다',
  'bad-start-line': '첫 줄이 요청 줄도 상태 줄도 아닙니다',
  'bad-target': '경로도 주소도 아닙니다',
  'bad-header': '헤더가 아닙니다',
  'missing-blank-line': '헤더와 본문 사이에 빈 줄이 없습니다',
  'bad-chunk': '본문의 청크가 이어지지 않습니다',
  'content-coding': '본문이 압축되어 있습니다. 압축을 푼 상태로 기록하세요',
  'several-messages': '요청과 응답 한 쌍 뒤에 다른 내용이 더 있습니다',
};

const problems: ProblemWords = {
  messages: {
    'invalid-json': ({ kind, found }) => `올바른 JSON이 아닙니다: ${json[kind]}${quoted(found)}`,
    'invalid-utf8': ({ isUtf16 }) =>
      isUtf16
        ? 'UTF-16으로 되어 있습니다. JSON은 UTF-8로 주고받습니다'
        : 'UTF-8이 아닌 바이트가 있습니다',
    'byte-order-mark': () => 'JSON에 쓸 수 없는 바이트 순서 표시로 시작합니다',
    'payload-too-long': ({ limit }) => `${limit}바이트보다 길어서 검사하지 않았습니다`,
    'empty-input': () => '내용이 없습니다',
    'unknown-endpoint': ({ path }) => `없는 인터페이스입니다: ${path}`,
    'foreign-host': ({ host }) => `이 서비스의 도메인이 아닙니다: ${host}`,
    'missing-endpoint': () => '어느 인터페이스의 것인지 알 수 없습니다',
    'missing-part': () => '요청인지 응답인지 알 수 없습니다',
    'nothing-to-check': () => 'request, response, query가 모두 없습니다',
    'not-an-exchange': () => 'endpoint와 request, response, query 중 하나가 있는 객체여야 합니다',
    'duplicate-member': ({ name }) =>
      `같은 멤버가 두 번 이상 있습니다: ${JSON.stringify(name)}. 파서마다 다른 값을 읽게 됩니다`,
    'repeated-parameter': ({ name }) => `같은 파라미터가 두 번 이상 있습니다: ${name}`,
    'missing-body': () => '요청에 본문이 없습니다',
    'omitted-bodies': () => '본문 없이 기록된 캡처입니다',
    'no-calls': () => '이 서비스의 도메인에 대한 호출이 없습니다',
    'wrong-status': ({ status }) => `HTTP 상태 코드가 ${status}입니다. 서비스는 200으로 응답합니다`,
    'wrong-signature': ({ key }) => `${key}(으)로 계산한 서명과 다릅니다`,
    'no-key': ({ appid }) => `서명을 검증하지 못했습니다. 키가 없는 appid: ${appid}`,
    'differs-from-query': ({ parameter }) => `쿼리의 ${parameter} 값과 다릅니다`,
    'unknown-error-code': ({ ret, code }) =>
      code === ret
        ? `인터페이스의 오류 코드 표에 없습니다: ret ${ret}`
        : `인터페이스의 오류 코드 표에 없습니다: ret ${ret}에 담긴 ${code}`,
    'bad-har': ({ kind, found }) => `온전한 HAR 캡처가 아닙니다: ${har[kind]}${quoted(found)}`,
    'bad-http-message': ({ kind, found }) =>
      `기록된 HTTP 메시지가 아닙니다: ${http[kind]}${quoted(found)}`,
    'missing-file': ({ argument }) => `파일이 없습니다: ${argument}`,
    'empty-folder': ({ argument }) => `폴더에 검사할 페이로드가 없습니다: ${argument}`,
    'no-match': ({ argument }) => `일치하는 파일이 없습니다: ${argument}`,
    unreadable: ({ name, code }) => `읽을 수 없습니다: ${name} (${code})`,
    'not-a-file': ({ argument }) => `파일도 폴더도 아닙니다: ${argument}`,
    'more-findings': ({ most }) => `문제가 ${most}개보다 많아 나머지는 표시하지 않습니다`,
  },
  hints: {
    'did-you-mean': ({ name }) => `혹시 이것인가요: ${name}`,
    'say-endpoint': () =>
      '--endpoint 경로를 지정하거나 파일 이름을 인터페이스에 맞추세요: profile/query_vip.request.json',
    'say-part': () =>
      '--request 또는 --response를 지정하거나 파일 이름이 .request.json 또는 .response.json으로 끝나게 하세요',
    'raise-limit': () => '--max-bytes로 한도를 늘리세요',
    'record-bodies': () => '내용까지 포함해 다시 기록하세요',
  },
  json,
  har,
  http,
};

function said(shown: string | undefined): string {
  return shown === undefined ? '' : `: ${shown}`;
}

function valued(shown: string | undefined): string {
  return shown === undefined ? '' : ` (${shown})`;
}

function quoted(found: string): string {
  return found === '' ? '' : ` (${found})`;
}

function ending(status: 'deprecated' | 'stopped', date: string | undefined): string {
  const ended = status === 'stopped' ? '중단되었습니다' : '사용 중단 예정입니다';
  return date === undefined ? ended : `${date}부터 ${ended}`;
}

/** The words in Korean. */
export const ko: Vocabulary = { details, problems };

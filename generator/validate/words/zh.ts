import type { JsonType } from '../../../templates/validators/detail.js';
import type { Words } from '../../../templates/validators/words.js';
import type { ProblemWords, Vocabulary } from './words.js';

const types: Readonly<Record<JsonType, string>> = {
  string: '字符串',
  integer: '整数',
  number: '数值',
  boolean: '布尔值',
  array: '数组',
  object: '对象',
  null: 'null',
};

const units = { bytes: '字节（UTF-8）', characters: '个字符' } as const;

const details: Words = {
  messages: {
    'missing-member': () => '缺失',
    'unknown-member': () => '不是此处的成员',
    'wrong-type': ({ expected, found, shown }) =>
      `应为${expected.map((type) => types[type]).join('或')}，实际为${types[found]}${said(shown)}`,
    'wrong-value': ({ allowed, shown }) =>
      `应为 ${allowed.join(' 或 ')}${shown === undefined ? '' : `，实际为 ${shown}`}`,
    'undocumented-value': ({ documented, shown }) =>
      `取值未见于文档${said(shown)}；文档列出的取值为 ${documented.join('、')}`,
    'wrong-form': ({ pattern }) => `应匹配 ${pattern}`,
    'out-of-range': ({ limit, found, bound }) =>
      `不得${bound === 'least' ? '小于' : '大于'} ${limit}，实际为 ${found}`,
    'too-short': ({ limit, found, unit }) => `不得少于 ${limit} ${units[unit]}，实际为 ${found}`,
    'too-long': ({ limit, found, unit }) => `不得超过 ${limit} ${units[unit]}，实际为 ${found}`,
    'too-few-items': ({ limit, found }) => `不得少于 ${limit} 项，实际为 ${found}`,
    'too-many-items': ({ limit, found }) => `不得超过 ${limit} 项，实际为 ${found}`,
    'too-deep': ({ deepest }) => `嵌套超过 ${deepest} 层`,
    'deprecated-endpoint': ({ status, date }) => `该接口${ending(status, date)}`,
    'deprecated-member': ({ status, date }) => `该成员${ending(status, date)}`,
    'deprecated-value': ({ status, date, shown }) =>
      shown === undefined
        ? `该取值${ending(status, date)}`
        : `取值 ${shown} ${ending(status, date)}`,
  },
  hints: {
    'did-you-mean': ({ name }) => `是否应为 ${JSON.stringify(name)}？`,
    'use-instead': ({ name }) => `请改用 ${name}`,
    'known-members': ({ names }) => `此处可用的成员：${names.join('、')}`,
    write: ({ json }) => `请写作 ${json}`,
    'leave-out': () => '无值时请省略',
  },
  inferred: (message) => `${message}（推断）`,
  inQuery: (message) => `（查询参数）${message}`,
};

const json: ProblemWords['json'] = {
  empty: '内容为空',
  'unexpected-end': '值尚未结束，文本已到末尾',
  'trailing-text': '值之后还有内容',
  'byte-order-mark': '值之前有字节顺序标记',
  'unterminated-string': '字符串缺少结束引号',
  'line-break-in-string': '字符串跨行；换行应写作 \\n',
  'control-character': '字符串中有控制字符；应写作 \\uXXXX',
  'bad-escape': '没有这种转义',
  'unescaped-quote': '字符串中的引号前应加反斜杠',
  'single-quotes': '字符串应使用双引号',
  'typographic-quotes': '字符串应使用直双引号，不能用弯引号',
  'bad-number': '数字写法有误',
  'not-finite': 'JSON 没有 NaN 和 Infinity',
  'wrong-literal': '应写作 true、false 或 null',
  'unquoted-text': '文本应加双引号',
  'unquoted-key': '成员名应加双引号',
  'trailing-comma': '最后一项之后不能有逗号',
  'leading-comma': '第一项之前不能有逗号',
  'duplicate-comma': '多了一个逗号',
  'missing-comma': '缺少逗号',
  'missing-colon': '缺少冒号',
  'missing-value': '缺少值',
  'wrong-bracket': '括号与左括号不配对',
  'fullwidth-punctuation': '此处为全角标点，应为半角',
  comment: 'JSON 不支持注释',
  'bad-space': 'JSON 不允许这种空白字符',
  'unexpected-character': '值不能以此开头',
};

const har: ProblemWords['har'] = {
  'no-entries': '没有 log.entries 列表',
  'entries-twice': 'log.entries 出现多次',
  truncated: '内容不完整，提前结束',
  'not-json': '此处不是 JSON',
  'not-har': '缺少某个值，或其类型与 HAR 不符',
  'bad-base64': '正文不是有效的 base64',
  'not-text': '正文不是 UTF-8',
  'unknown-encoding': '正文的编码方式未知',
};

const http: ProblemWords['http'] = {
  empty: '内容为空',
  'bad-start-line': '首行既不是请求行，也不是状态行',
  'bad-target': '既不是路径，也不是网址',
  'bad-header': '这一行不是请求头或响应头',
  'missing-blank-line': '头部与正文之间缺少空行',
  'bad-chunk': '正文的分块在此中断',
  'content-coding': '正文经过压缩；请录制解压后的内容',
  'several-messages': '该次交互之后还有另一次',
};

const problems: ProblemWords = {
  messages: {
    'invalid-json': ({ kind, found }) => `不是有效的 JSON：${json[kind]}${quoted(found)}`,
    'invalid-utf8': ({ isUtf16 }) =>
      isUtf16 ? '编码为 UTF-16；JSON 应使用 UTF-8' : '含有不是 UTF-8 的字节',
    'byte-order-mark': () => '以字节顺序标记开头，JSON 不允许',
    'payload-too-long': ({ limit }) => `超过 ${limit} 字节，未作检查`,
    'empty-input': () => '没有内容',
    'unknown-endpoint': ({ path }) => `没有接口 ${path}`,
    'foreign-host': ({ host }) => `${host} 不是本服务的域名`,
    'missing-endpoint': () => '未说明属于哪个接口',
    'missing-part': () => '未说明是请求还是应答',
    'nothing-to-check': () => '既没有 request 和 response，也没有 query',
    'not-an-exchange': () => '应为对象，含 endpoint 以及 request、response 或 query',
    'duplicate-member': ({ name }) =>
      `成员 ${JSON.stringify(name)} 出现多次；不同的解析器会读到不同的值`,
    'repeated-parameter': ({ name }) => `参数 ${name} 出现多次`,
    'missing-body': () => '请求没有正文',
    'omitted-bodies': () => '抓包记录中没有正文',
    'no-calls': () => '没有对本服务任何域名的调用',
    'wrong-status': ({ status }) => `HTTP 状态码为 ${status}；本服务以 200 应答`,
    'wrong-signature': ({ key }) => `与用 ${key} 算出的签名不一致`,
    'no-key': ({ appid }) => `未验证签名：没有 appid ${appid} 的密钥`,
    'differs-from-query': ({ parameter }) => `与 query 中的 ${parameter} 不一致`,
    'unknown-error-code': ({ ret, code }) =>
      code === ret
        ? `该接口的错误码表中没有 ret ${ret}`
        : `该接口的错误码表中没有 ret ${ret} 所带的 ${code}`,
    'bad-har': ({ kind, found }) => `不是完整的 HAR 抓包：${har[kind]}${quoted(found)}`,
    'bad-http-message': ({ kind, found }) => `不是录制的 HTTP 报文：${http[kind]}${quoted(found)}`,
    'missing-file': ({ argument }) => `文件 ${argument} 不存在`,
    'empty-folder': ({ argument }) => `目录 ${argument} 中没有可检查的数据`,
    'no-match': ({ argument }) => `没有文件匹配 ${argument}`,
    unreadable: ({ name, code }) => `无法读取 ${name}（${code}）`,
    'not-a-file': ({ argument }) => `${argument} 既不是文件，也不是目录`,
    'more-findings': ({ most }) => `问题超过 ${most} 项，其余未列出`,
  },
  hints: {
    'did-you-mean': ({ name }) => `是否应为 ${name}？`,
    'say-endpoint': () =>
      '请指定 --endpoint 路径，或以接口命名文件：profile/query_vip.request.json',
    'say-part': () =>
      '请指定 --request 或 --response，或让文件名以 .request.json 或 .response.json 结尾',
    'raise-limit': () => '请用 --max-bytes 提高上限',
    'record-bodies': () => '请连同内容重新录制',
  },
  json,
  har,
  http,
};

function said(shown: string | undefined): string {
  return shown === undefined ? '' : `：${shown}`;
}

function quoted(found: string): string {
  return found === '' ? '' : `（${found}）`;
}

function ending(status: 'deprecated' | 'stopped', date: string | undefined): string {
  const ended = status === 'stopped' ? '已停用' : '已弃用';
  return date === undefined ? ended : `自 ${date} 起${ended}`;
}

/** The words in Chinese. */
export const zh: Vocabulary = { details, problems };

/** A service.yaml with no more than its schema demands. */
export const tinyService = `\
text: { en: The service., zh: The service., ko: The service. }
sources: [manual:50]
environments:
  - name: formal
    stage: formal
    network: public
    url: https://service.invalid
    generation: current
    text: { en: The host., zh: The host., ko: The host. }
    sources: [manual:51]
url:
  form: '{host}/{module}/{name}?{query}'
  text: { en: The URL., zh: The URL., ko: The URL. }
  sources: [manual:52]
query:
  timestamp:
    type: int
    required: stated
    text: { en: The time., zh: The time., ko: The time. }
    sources: [manual:53]
  openid:
    type: string
    optional: stated
    text: { en: The player's id., zh: The player's id., ko: The player's id. }
    sources: [manual:54]
request:
  method: POST
  body: json
  charset: utf-8
  contentType: application/json
  contentTypesSeen: [application/json]
  text: { en: The body., zh: The body., ko: The body. }
  sources: [manual:55]
signing:
  algorithm: md5
  output: lowercase-hex
  over: [key, timestamp]
  parameter: sig
  selector: encode
  keys: { '1': appkey }
  recommended: '1'
  text: { en: The signature., zh: The signature., ko: The signature. }
  sources: [manual:56]
secrets:
  - name: appkey
    where: [key]
    text: { en: The key., zh: The key., ko: The key. }
    sources: [manual:57]
envelope:
  httpStatus: 200
  code: ret
  success: 0
  texts: [msg, message]
  members:
    ret:
      type: int
      required: stated
      text: { en: The code., zh: The code., ko: The code. }
      sources: [manual:58]
  wrapping:
    codes:
      - { code: -10000, platform: qq, sources: [manual:59] }
    separator: first comma
    text: { en: Wrapped codes., zh: Wrapped codes., ko: Wrapped codes. }
    sources: [manual:60]
  text: { en: The envelope., zh: The envelope., ko: The envelope. }
  sources: [manual:61]
lenientReading:
  - id: digits
    forms: [number, digits]
    read: [replies]
    basis: shown
    text: { en: Digits are numbers., zh: Digits are numbers., ko: Digits are numbers. }
    sources: [manual:62]
timeout:
  milliseconds: 3000
  basis: stated
  text: { en: The time-out., zh: The time-out., ko: The time-out. }
  sources: [manual:63]
rateLimits:
  - requests: 10
    seconds: 1
    per: game
    basis: stated
    answers: [-100]
    text: { en: The limit., zh: The limit., ko: The limit. }
    sources: [manual:64]
`;

import type { PlacedFinding, Spot } from '../finding.js';
import { fingerprints } from './fingerprint.js';
import { listOf } from './json-list.js';
import { jsonText } from './json-text.js';
import { locationOf } from './location.js';
import type { ReporterOptions } from './options.js';
import type { Reporter } from './reporter.js';
import { sentence } from './sentence.js';

const rootId = '%SRCROOT%';

/**
 * SARIF 2.1.0, as code scanning takes it.
 *
 * Rules are known once all results are, so `tool` stands behind `results`.
 */
export function sarifReporter({ root, version }: ReporterOptions): Reporter {
  const list = listOf();
  const fingerprint = fingerprints(root);
  const rules = new Map<string, number>();
  const result = (finding: PlacedFinding) => {
    const { code, severity, spot, endpoint, pointer, suggestion, source } = finding;
    const ruleIndex = rules.get(code) ?? rules.size;
    rules.set(code, ruleIndex);
    return {
      ruleId: code,
      ruleIndex,
      level: severity,
      message: { text: plainText(sentence(finding)) },
      locations: [{ physicalLocation: physicalLocation(spot, root) }],
      partialFingerprints: { 'finding/v1': fingerprint(finding) },
      properties: { endpoint, pointer, suggestion, source },
    };
  };
  return {
    everyVerdict: false,
    begin: () =>
      '{"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [' +
      `{"columnKind": "utf16CodeUnits", "originalUriBaseIds": ${jsonText(baseIds)}, "results": [`,
    verdict: ({ findings }) => findings.map((finding) => list(result(finding))).join(''),
    end: (summary) => {
      const ids = [...rules.keys()].map((id) => ({ id }));
      const tool = { driver: { name: 'msdk validate', version, rules: ids } };
      return `\n], "tool": ${jsonText(tool)}, "properties": ${jsonText({ summary })}}]}\n`;
    },
  };
}

/** The root has no URI here: what a report says does not depend on the machine. */
const baseIds = { [rootId]: { description: { text: 'The directory in which the command ran.' } } };

function physicalLocation(spot: Spot, root: string) {
  const { line, column, endLine, endColumn } = spot;
  const { uri, belowRoot } = locationOf(spot.file, root);
  return {
    artifactLocation: { uri, ...(belowRoot ? { uriBaseId: rootId } : {}) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/**
 * Text as a plain text message: braces are doubled, since a single one would open a placeholder, and
 * what would be a link is none (SARIF 2.1.0, 3.11.5 and 3.11.6).
 */
function plainText(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (');
}

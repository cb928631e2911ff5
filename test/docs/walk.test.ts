import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf, handbooks } from '../support/docs/markdown.js';
import { walk } from '../support/docs/walk.js';
import { folderOfThisFile } from '../support/file-folder.js';

const home = folderOfThisFile();

/** What is shown, with what is printed in place of each `…`. */
function filled(shown: string, printed: string): string {
  const lines = printed.split('\n');
  return shown
    .split('\n')
    .map((line, index) => {
      const pattern = line.split('…').map((part) => part.replace(/[^\w\s]/g, '\\$&'));
      const found = lines[index] ?? '';
      return new RegExp(`^${pattern.join('.+')}$`).test(found) ? found : line;
    })
    .join('\n');
}

describe('a reader who does what the document says', () => {
  it.each(handbooks)('sees what %s shows', async (file) => {
    const steps = await walk(join(home, file), blocksOf(file));
    expect(steps.length).toBeGreaterThan(2);
    for (const { command, shown, printed } of steps)
      expect({ command, printed }).toEqual({ command, printed: filled(shown, printed) });
  });
});

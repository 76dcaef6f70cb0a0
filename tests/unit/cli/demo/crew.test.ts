import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCrew } from '../../../../cli/demo/crew.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-crew-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the processes of a demo', () => {
  it.each([
    ['', 'warn'],
    [' ', 'warn'],
    ['debug', 'debug'],
  ])(
    'see nothing of the surroundings that would overrule the demo; LOG_LEVEL "%s" is %s',
    async (given, seen) => {
      const entry = join(folder, 'entry.mjs');
      const names = ['HOST', 'PORT', 'ACCORD_HUB_CONFIG', 'MONGODB_URL', 'LOG_LEVEL', 'KEPT'];
      writeFileSync(
        entry,
        `process.stderr.write(JSON.stringify(${JSON.stringify(names)}.map((name) => process.env[name] ?? null)))`,
      );
      const crew = createCrew({
        PATH: process.env['PATH'],
        HOST: '0.0.0.0',
        PORT: '1',
        ACCORD_HUB_CONFIG: 'other.yaml',
        MONGODB_URL: 'mongodb://127.0.0.1:1',
        LOG_LEVEL: given,
        KEPT: 'yes',
      });
      const logPath = join(folder, 'child.log');
      await crew.start({ entry: pathToFileURL(entry), args: [], logPath }).ended;
      expect(JSON.parse(readFileSync(logPath, 'utf8'))).toEqual([null, null, null, null, seen, 'yes']);
    },
  );

  it('are all stopped in the end', async () => {
    const entry = join(folder, 'entry.mjs');
    writeFileSync(entry, 'setInterval(() => 0, 1000)');
    const crew = createCrew({ PATH: process.env['PATH'] });
    const children = ['a', 'b'].map((name) =>
      crew.start({ entry: pathToFileURL(entry), args: [], logPath: join(folder, `${name}.log`) }),
    );
    await crew.stopAll();
    await Promise.all(children.map((child) => child.ended));
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readmeBlocks } from '../fixtures/readme.js';
import { runCli } from '../fixtures/run-cli.js';

const heading = '## Expose your own data in ten minutes';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-readme-'));
  const [member = '', hub = ''] = readmeBlocks(heading, 'yaml');
  const [records = ''] = readmeBlocks(heading, 'json');
  writeFileSync(join(folder, 'member.yaml'), member);
  writeFileSync(join(folder, 'hub.yaml'), hub);
  writeFileSync(join(folder, 'records.jsonl'), records);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the ten minutes of the README', { timeout: 60_000 }, () => {
  it('import its records with the summary that it shows', async () => {
    const records = join(folder, 'records.jsonl');
    const config = join(folder, 'member.yaml');
    expect(await runCli(['import', 'jsonl', records, '--config', config])).toMatchObject({
      code: 0,
      stdout: readmeBlocks(heading, '')[0],
    });
  });

  it.each(['member.yaml', 'hub.yaml'])('show a %s that is valid', async (file) => {
    expect(await runCli(['check', 'config', join(folder, file)])).toMatchObject({ code: 0, stderr: '' });
  });
});

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRejectsFile, type Reject } from '../../../../shared/importing/rejects-file.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-rejects-'));
  path = join(folder, 'rejects.csv');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const first: Reject = {
  kind: 'reject',
  at: { file: 'a.csv', line: 2, column: 'amount' },
  reason: 'Expected a number in "amount".',
  row: { name: 'Ana "the eel" Orro', amount: 'x' },
};
const second: Reject = {
  kind: 'reject',
  at: { file: 'b.csv', line: 9 },
  reason: 'Expected two\nlines, one came.',
};

describe('the rejects file', () => {
  test('says file, line, column and reason, and never the row unless asked', async () => {
    const rejects = await createRejectsFile(path, false);
    await rejects.add(first);
    await rejects.add(second);
    expect(existsSync(path)).toBe(false);
    await rejects.commit();
    expect(readFileSync(path, 'utf8')).toBe(
      'file,line,column,reason\n' +
        'a.csv,2,amount,"Expected a number in ""amount""."\n' +
        'b.csv,9,,"Expected two\nlines, one came."\n',
    );
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['rejects.csv']);
  });

  test('has the raw row as JSON when asked', async () => {
    const rejects = await createRejectsFile(path, true);
    await rejects.add(first);
    await rejects.add(second);
    await rejects.commit();
    const [header, row, ...rest] = readFileSync(path, 'utf8').split('\n');
    expect(header).toBe('file,line,column,reason,row');
    expect(row).toBe(
      'a.csv,2,amount,"Expected a number in ""amount"".","{""name"":""Ana \\""the eel\\"" Orro"",""amount"":""x""}"',
    );
    expect(rest.join('\n')).toBe('b.csv,9,,"Expected two\nlines, one came.",null\n');
  });

  test('of an earlier run goes away when there are no rejects', async () => {
    writeFileSync(path, 'file,line,column,reason\na.csv,1,,x\n');
    await (await createRejectsFile(path, false)).commit();
    expect(existsSync(path)).toBe(false);
  });

  test('of an earlier run stays when the run fails', async () => {
    writeFileSync(path, 'file,line,column,reason,row\na.csv,1,,x,null\n');
    const rejects = await createRejectsFile(path, false);
    await rejects.add(first);
    await rejects.discard();
    expect(readFileSync(path, 'utf8')).toContain('a.csv,1,,x,null');
    expect(readdirSync(folder)).toEqual(['rejects.csv']);
  });

  test('replaces what a killed run left behind', async () => {
    writeFileSync(`${path}.part`, 'half a l');
    const rejects = await createRejectsFile(path, false);
    await rejects.add(second);
    await rejects.commit();
    expect(readdirSync(folder)).toEqual(['rejects.csv']);
    expect(readFileSync(path, 'utf8')).toMatch(/^file,line,column,reason\nb\.csv/);
  });

  test('never takes the place of something else', async () => {
    writeFileSync(path, 'my notes');
    await expect(createRejectsFile(path, false)).rejects.toMatchObject({
      code: 'BAD_OUTPUT',
      message: 'Expected "rejects.csv" to be free or an earlier rejects file, it is another file.',
    });
    mkdirSync(join(folder, 'sub'));
    await expect(createRejectsFile(join(folder, 'sub'), false)).rejects.toMatchObject({
      code: 'BAD_OUTPUT',
      message: 'Expected to write the file "sub", it is a folder.',
    });
    await expect(createRejectsFile('/dev/null', false)).rejects.toMatchObject({
      code: 'BAD_OUTPUT',
      message: 'Expected to write the file "null", it is no regular file.',
    });
  });

  test('in a folder that is not there is one clear fault', async () => {
    const rejects = await createRejectsFile(join(folder, 'nowhere', 'r.csv'), false);
    await expect(rejects.add(first)).rejects.toMatchObject({
      code: 'BAD_OUTPUT',
      message: 'Expected to write the file "r.csv", its folder is not there.',
    });
  });
});

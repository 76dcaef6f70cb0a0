import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { csvFilesOf } from '../../../../shared/importing/csv-files.js';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-csv-'));
  await mkdir(join(folder, 'empty'));
  await Promise.all(['b.csv', 'A.CSV', 'notes.txt'].map((name) => writeFile(join(folder, name), '')));
});

afterAll(() => rm(folder, { recursive: true }));

it('takes the CSV files of a folder in the order of their names', async () => {
  expect((await csvFilesOf([folder])).map((path) => basename(path))).toEqual(['A.CSV', 'b.csv']);
});

it('takes a file as it is, whatever its name, and a file named twice once', async () => {
  const files = [join(folder, 'notes.txt'), join(folder, 'b.csv')];
  expect(await csvFilesOf([...files, folder])).toEqual([...files, join(folder, 'A.CSV')]);
});

it('says which path is missing and which folder has no CSV files', async () => {
  await expect(csvFilesOf([join(folder, 'gone.csv')])).rejects.toMatchObject({
    code: 'BAD_FILE',
    message: 'Expected a file or folder "gone.csv", there is none.',
  });
  await expect(csvFilesOf([join(folder, 'empty')])).rejects.toMatchObject({
    code: 'BAD_FILE',
    message: 'Expected CSV files in the folder "empty", it has none.',
  });
});

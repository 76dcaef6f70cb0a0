import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemberFolder, type MemberFolder } from '../../fixtures/member-folder.js';
import { runInProcess } from '../../fixtures/run-command-line.js';

let member: MemberFolder;
beforeEach(async () => {
  member = createMemberFolder();
  const { code } = await accord('import', 'jsonl', member.write('records.jsonl', records));
  expect(code).toBe(0);
});
afterEach(() => member.remove());

const about = { handling: { tlp: 'TLP:CLEAR' }, provenance: { publisher: 'Harbour Watch' } };
const secret = 'Orro & Daughters Dredging';
const records = [
  { accord: 'records', version: 1, member: 'harbour-watch' },
  { type: 'Organization', local: 'o-1', body: { ...about, name: secret } },
  {
    type: 'BudgetLine',
    local: 'same',
    body: { ...about, title: 'Dredging', recipient: { ref: 'Organization', id: 'o-1', name: secret } },
  },
  { type: 'BudgetLine', local: 'b-2', body: { ...about, title: 'Boats' } },
  { type: 'Audit', local: 'same', body: { ...about } },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');

const accord = (...args: string[]) => runInProcess([...args, '--config', member.config]);

async function ids(): Promise<string[]> {
  const { stdout } = await accord('export');
  return stdout
    .split('\n')
    .slice(1, -1)
    .map((line) => JSON.parse(line))
    .map(({ type, local }) => `${type} ${local}`);
}

const all = ['Audit same', 'BudgetLine b-2', 'BudgetLine same', 'Organization o-1'];

describe('accord export', () => {
  test('writes a header and the records by type and local id, or those of one type', async () => {
    expect(await ids()).toEqual(all);
    const { code, stdout } = await accord('export', '--type', 'BudgetLine');
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.slice(0, 46))).toEqual([
      '{"accord":"records","version":1,"member":"harb',
      '{"type":"BudgetLine","local":"b-2","body":{"ha',
      '{"type":"BudgetLine","local":"same","body":{"h',
      '',
    ]);
  });

  test.each([
    [
      ['--type', 'Ghost'],
      /^accord: Expected one of the types BudgetLine, .*, got "Ghost"\. \(BAD_INPUT\)\n$/,
    ],
    [
      ['--out', '/nowhere/r.jsonl'],
      /^accord: Expected to write the file "r\.jsonl", its folder is not there\. \(BAD_OUTPUT\)\n$/,
    ],
    [
      ['--out', '/dev/null'],
      /^accord: Expected to write the file "null", it is no regular file\. \(BAD_OUTPUT\)\n$/,
    ],
  ])('refuses %j', async (args, stderr) => {
    expect(await accord('export', ...args)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(stderr),
    });
  });

  test('that is stopped leaves the file of an earlier one', async () => {
    const out = member.write('out.jsonl', 'earlier');
    const args = ['export', '--config', member.config, '--out', out];
    const { code, stderr } = await runInProcess(args, { signal: AbortSignal.abort() });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'accord: Expected to write all records, but the export was interrupted. (INTERRUPTED)\n',
    );
    expect(readFileSync(out, 'utf8')).toBe('earlier');
    expect(existsSync(`${out}.part`)).toBe(false);
  });
});

describe('accord delete', () => {
  test('removes records that an import may bring again', async () => {
    const removed = await accord(
      'delete',
      'harbour-watch:b-2',
      'harbour-watch:o-1',
      'harbour-watch:b-2',
      'harbour-watch:x',
    );
    expect(removed).toEqual({ code: 0, stdout: 'removed 2 of 3 records\n', stderr: '' });
    expect(await ids()).toEqual(['Audit same', 'BudgetLine same']);
    await accord('import', 'jsonl', join(member.folder, 'records.jsonl'));
    expect(await ids()).toEqual(all);
  });

  test('asks for the type where several types have the id, and then removes nothing', async () => {
    const unclear = await accord('delete', 'harbour-watch:b-2', 'harbour-watch:same');
    expect(unclear).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'accord: Expected --type, since BudgetLine and Audit both have a record of this id. (BAD_INPUT)\n',
    });
    expect(await ids()).toEqual(all);
    await accord('delete', 'harbour-watch:same', '--type', 'Audit');
    expect(await ids()).toEqual(all.slice(1));
  });

  test.each([
    ['b-2', 'Expected an id of the form "<member>:<local>", such as "harbour-watch:d-17". (BAD_ID)'],
    ['open-ledger:b-2', 'Expected an id of the member "harbour-watch", got one of "open-ledger". (BAD_ID)'],
  ])('refuses the id %s', async (id, stderr) => {
    expect(await accord('delete', id)).toEqual({ code: 1, stdout: '', stderr: `accord: ${stderr}\n` });
    expect(await ids()).toEqual(all);
  });
});

describe('accord forget', () => {
  test('erases a record, its name elsewhere and every trace in the file, says so in the log, and bars it', async () => {
    const { code, stdout, stderr } = await accord(
      'forget',
      'harbour-watch:o-1',
      '--reason',
      'erasure request 7',
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'forgot one Organization\n' });
    expect(JSON.parse(stderr)).toMatchObject({
      type: 'Organization',
      reason: 'erasure request 7',
      msg: 'forgot',
    });
    expect(readFileSync(member.store).includes(secret)).toBe(false);
    const again = await accord('import', 'jsonl', join(member.folder, 'records.jsonl'));
    expect(again.stdout).toMatch(/^forgotten\s+1$/m);
    expect(await ids()).toEqual(all.slice(0, 3));
    expect(readFileSync(member.store).includes(secret)).toBe(false);
  });

  test('bars a record that is not there yet when its type is said', async () => {
    const unclear = await accord('forget', 'harbour-watch:b-9', '--reason', 'r');
    expect(unclear).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'accord: Expected a record with this id, there is none; with --type it is barred from later imports. (BAD_INPUT)\n',
    });
    const barred = await accord('forget', 'harbour-watch:b-9', '--reason', 'r', '--type', 'BudgetLine');
    expect(barred).toMatchObject({
      code: 0,
      stdout: 'there was no such BudgetLine; no import will bring it\n',
    });
  });

  test('needs a reason', async () => {
    expect(await accord('forget', 'harbour-watch:b-2')).toMatchObject({ code: 2, stdout: '' });
    expect(await accord('forget', 'harbour-watch:b-2', '--reason', ' ')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'accord: Expected a reason, got a blank text. (BAD_INPUT)\n',
    });
    expect(await ids()).toEqual(all);
  });
});

describe('accord backup', () => {
  test('copies the store while it is in use', async () => {
    const reader = new Database(member.store, { readonly: true });
    const out = join(member.folder, 'copy.sqlite');
    try {
      reader.exec('BEGIN; SELECT 1 FROM sqlite_schema');
      expect(await accord('backup', '--out', out)).toEqual({
        code: 0,
        stdout: 'copied the store\n',
        stderr: '',
      });
    } finally {
      reader.close();
    }
    expect(statSync(out).mode & 0o777).toBe(0o600);
    await accord('delete', 'harbour-watch:b-2');
    copyFileSync(out, member.store);
    expect(await ids()).toEqual(all);
  });

  test('refuses a folder, and a store that is not there', async () => {
    expect(await accord('backup', '--out', member.folder)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^accord: Expected to write the file ".*", it is a folder\. \(BAD_OUTPUT\)\n$/,
      ),
    });
    const empty = createMemberFolder();
    try {
      const out = join(empty.folder, 'copy.sqlite');
      const { code, stderr } = await runInProcess(['backup', '--config', empty.config, '--out', out]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^accord: Expected .*\(STORE_UNAVAILABLE\)\n$/);
      expect(existsSync(out)).toBe(false);
    } finally {
      empty.remove();
    }
  });
});

describe('accord check', () => {
  test('says that a member, a hub and the contracts are fine', async () => {
    expect(await runInProcess(['check', 'config', member.config])).toEqual({
      code: 0,
      stdout: 'the configuration of the member "harbour-watch" is valid\n',
      stderr: '',
    });
    const hub = member.write('hub.yaml', 'members: []\n');
    expect(await runInProcess(['check', 'config', hub])).toEqual({
      code: 0,
      stdout: 'the configuration of a hub with 0 members is valid\n',
      stderr: '',
    });
    expect(await runInProcess(['check', 'schema'])).toEqual({
      code: 0,
      stdout: 'the contracts compose\n',
      stderr: '',
    });
  });

  test.each([
    ['', /Invalid input: expected object/],
    ['members: 3\n', /members: Invalid input: expected array/],
    ['id: x\n', /id: .*name: .*country: .*licence: .*domains: .*listen: /],
    ['id: [', /Expected YAML/],
    ['members: []\nindicators: [./no-such.yaml]\n', /readable configuration file "no-such.yaml"/],
  ])('names the faults of %j in one line', async (content, stderr) => {
    const result = await runInProcess(['check', 'config', member.write('c.yaml', content)]);
    expect(result).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(stderr) });
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the command line', () => {
  const commands = [
    'demo',
    'hub',
    'member',
    'import',
    'export',
    'backup',
    'delete',
    'forget',
    'supergraph',
    'check',
  ];

  test('lists its commands, and each has a help', async () => {
    const { code, stdout } = await runInProcess(['--help']);
    expect(code).toBe(0);
    for (const command of commands) {
      expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
      const help = await runInProcess([command, '--help']);
      expect(help).toMatchObject({ code: 0, stderr: '' });
      expect(help.stdout).toMatch(new RegExp(`^Usage: accord ${command}\\b`));
    }
  });

  test('names a log level that is none', async () => {
    const result = await runInProcess(['export', '--config', member.config], { env: { LOG_LEVEL: 'loud' } });
    expect(result).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^accord: Configuration in the environment is not valid: LOG_LEVEL: .*\n$/,
      ),
    });
  });
});

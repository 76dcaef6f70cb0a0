import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { budgetCsv, createMemberFolder, type MemberFolder } from '../fixtures/member-folder.js';
import { type CliRun, runCli, startCli } from '../fixtures/run-cli.js';

let member: MemberFolder;
beforeEach(() => {
  member = createMemberFolder();
});
afterEach(() => member.remove());

const importing = (...args: string[]) => runCli(['import', ...args, '--config', member.config]);

async function exported(): Promise<string> {
  const { code, stdout } = await runCli(['export', '--config', member.config]);
  expect(code).toBe(0);
  return stdout;
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

describe('accord import', { timeout: 120_000 }, () => {
  test('stores the readable rows, says what became of all, and writes the others to the rejects file', async () => {
    const path = member.write(
      'adopted.csv',
      `${budgetCsv(3)}FY14-15,Harbour,1010,Expense,Boats,a lot\nFY14-15,Harbour,1010\n`,
    );
    const { code, stdout, stderr } = await importing('oakland-flow', path);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`rows read   5
BudgetLine  3 stored: 3 inserted, 0 updated, 0 unchanged
repeated    0
conflicts   0
forgotten   0
skipped     0
rejected    2, see ${join(member.folder, 'rejects-oakland-flow.csv')}
`);
    expect(readFileSync(join(member.folder, 'rejects-oakland-flow.csv'), 'utf8')).toBe(
      'file,line,column,reason\n' +
        'adopted.csv,5,amount,"Expected a decimal number without separators in ""amount""."\n' +
        'adopted.csv,6,,"Expected 6 cells as in the header, the row has 3."\n',
    );
    expect(statSync(member.store).mode & 0o777).toBe(0o600);
    const withValues = join(member.folder, 'all.csv');
    await importing('oakland-flow', path, '--rejects', withValues, '--rejects-with-values');
    expect(readFileSync(withValues, 'utf8')).toContain('a lot');
  });

  test('a second time changes nothing, not a byte of the store', async () => {
    const path = member.write('adopted.csv', budgetCsv(700));
    await importing('oakland-flow', path);
    const before = digest(member.store);
    const { code, stdout } = await importing('oakland-flow', path);
    expect(code).toBe(0);
    expect(stdout).toContain('BudgetLine  700 stored: 0 inserted, 0 updated, 700 unchanged\n');
    expect(digest(member.store)).toBe(before);
  });

  test('of an export into an empty store gives the same records', async () => {
    await importing('oakland-flow', member.write('adopted.csv', budgetCsv(40)));
    const out = join(member.folder, 'records.jsonl');
    const { code } = await runCli(['export', '--config', member.config, '--out', out]);
    expect(code).toBe(0);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const again = await importing('jsonl', out);
    expect(again.stdout).toContain('BudgetLine  40 stored: 0 inserted, 0 updated, 40 unchanged\n');
    const second = createMemberFolder();
    try {
      const other = await runCli(['import', 'jsonl', out, '--config', second.config]);
      expect(other.stdout).toContain('BudgetLine  40 stored: 40 inserted, 0 updated, 0 unchanged\n');
      const copy = await runCli(['export', '--config', second.config]);
      expect(withoutTimes(copy.stdout)).toBe(withoutTimes(readFileSync(out, 'utf8')));
    } finally {
      second.remove();
    }
  });

  test('killed half-way leaves the store as it was, and the same command then does the job', async () => {
    await importing('oakland-flow', member.write('adopted.csv', budgetCsv(20)));
    const before = await exported();
    const large = member.write('large-adjusted.csv', budgetCsv(60_000));
    const run = startCli(['import', 'oakland-flow', large, '--config', member.config]);
    await untilWriting();
    run.child.kill('SIGKILL');
    expect((await run.result).signal).toBe('SIGKILL');
    expect(await exported()).toBe(before);
    const { stdout } = await importing('oakland-flow', large);
    expect(stdout).toContain('BudgetLine  60000 stored: 60000 inserted, 0 updated, 0 unchanged\n');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'stopped by %s leaves the store as it was and says so',
    async (signal) => {
      await importing('oakland-flow', member.write('adopted.csv', budgetCsv(20)));
      const before = digest(member.store);
      const large = member.write('large-adjusted.csv', budgetCsv(60_000));
      const run: CliRun = startCli(['import', 'oakland-flow', large, '--config', member.config]);
      await untilWriting();
      run.child.kill(signal);
      expect(await run.result).toMatchObject({
        code: 1,
        stdout: '',
        // On a busy machine a line of progress comes first.
        stderr: expect.stringMatching(
          /(^|\n)accord: Expected to finish, but the run was interrupted\. Nothing was stored\. \(INTERRUPTED\)\n$/,
        ),
      });
      expect(digest(member.store)).toBe(before);
    },
  );
});

describe('bad input to accord import is one clear line', { timeout: 120_000 }, () => {
  const faults: readonly [what: string, args: () => string[], stderr: string][] = [
    [
      'an unknown format',
      () => ['nonsense', member.write('a.csv', '')],
      'Expected one of the formats FORMATS, got "nonsense". (UNKNOWN_FORMAT)',
    ],
    [
      'a format of a domain that the member does not serve',
      () => ['br-cnciai', member.write('a.csv', '')],
      'Expected a member that serves the domain "investigations" of the format "br-cnciai", this one does not. (BAD_CONFIG)',
    ],
    [
      'a file that is not there',
      () => ['oakland-flow', join(member.folder, 'adopted.csv')],
      'Expected a file or folder "adopted.csv", there is none. (BAD_FILE)',
    ],
    [
      'a folder in place of a file',
      () => ['jsonl', member.folder],
      `Expected a readable file "FOLDER", it is a folder. Nothing was stored. (BAD_FILE)`,
    ],
    [
      'a file without the columns',
      () => ['oakland-flow', member.write('adopted.csv', 'budget_year,fund\nFY14-15,1\n')],
      'Expected the columns "department", "fund_code", "account_type", "account_category", "amount" in "adopted.csv", not found. Nothing was stored. (BAD_FILE)',
    ],
    [
      'an empty file',
      () => ['oakland-flow', member.write('adopted.csv', '')],
      'Expected a header line in "adopted.csv", the file is empty. Nothing was stored. (BAD_FILE)',
    ],
    [
      'a file of nothing but bad rows',
      () => ['oakland-flow', member.write('adopted.csv', `${budgetCsv(0)}x\ny\n`)],
      'Expected rows of the format "oakland-flow", all 2 rows were rejected. Nothing was stored. (BAD_FILE)',
    ],
    [
      'JSON that is none',
      () => ['jsonl', member.write('a.jsonl', 'not json\n')],
      'Expected the first line of "a.jsonl" to be {"accord":"records","version":1,"member":"harbour-watch"}, it is not. Nothing was stored. (BAD_FILE)',
    ],
    [
      'the records of another member',
      () => ['jsonl', member.write('a.jsonl', '{"accord":"records","version":1,"member":"open-ledger"}\n')],
      'Expected records of the member "harbour-watch" in "a.jsonl", they are those of another member. Nothing was stored. (BAD_FILE)',
    ],
    [
      'a rejects file that is something else',
      () => [
        'oakland-flow',
        member.write('adopted.csv', budgetCsv(1)),
        '--rejects',
        member.write('notes', 'my notes'),
      ],
      'Expected "notes" to be free or an earlier rejects file, it is another file. (BAD_OUTPUT)',
    ],
  ];

  test.each(faults)('%s', async (_, args, stderr) => {
    const { code, ...said } = await importing(...args());
    const line = said.stderr
      .replace(/the formats [a-z, -]+, got/, 'the formats FORMATS, got')
      .replace(/"accord-member-\w+"/, '"FOLDER"');
    expect({ code, stdout: said.stdout, stderr: line }).toEqual({
      code: 1,
      stdout: '',
      stderr: `accord: ${stderr}\n`,
    });
    expect(existsSync(member.store) ? await exported() : '').toMatch(/^(\{"accord".*\n)?$/);
  });

  test('an unknown format lists those there are', async () => {
    const { stderr } = await importing('nonsense', member.config);
    for (const format of ['us-outlays', 'oakland-flow', 'br-cnciai', 'jsonl']) {
      expect(stderr).toContain(format);
    }
  });

  test.each([
    [
      'that is not there',
      'none.yaml',
      undefined,
      'Expected a readable configuration file "none.yaml". (BAD_CONFIG)',
    ],
    ['that is not YAML', 'bad.yaml', 'id: [', /^accord: Expected YAML in "bad\.yaml": .* \(BAD_CONFIG\)\n$/],
    [
      'with several faults',
      'bad.yaml',
      'id: X\nname: ""\ncountry: Britain\nlicence: MIT\ndomains: []\nlisten: { port: 70000 }\ncolour: red\n',
      /id: expected a member id.*name: .*country: .*domains: .*listen\.port: .*"colour".*\(BAD_CONFIG\)\n$/,
    ],
  ])('a configuration %s', async (_, name, content, expected) => {
    const path = content === undefined ? join(member.folder, name) : member.write(name, content);
    const csv = member.write('adopted.csv', budgetCsv(1));
    const { code, stderr } = await runCli(['import', 'oakland-flow', csv, '--config', path]);
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toEqual(
      typeof expected === 'string' ? `accord: ${expected}\n` : expect.stringMatching(expected),
    );
  });

  test('no configuration, no path or an unknown option is a fault of usage', async () => {
    for (const args of [
      ['import', 'jsonl', 'x'],
      ['import', 'jsonl'],
      ['import', '--colour'],
      ['nonsense'],
      [],
    ]) {
      const { code, stdout, stderr } = await runCli(args);
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
      expect(stderr).not.toBe('');
    }
  });

  test('a store in a folder that is a file', async () => {
    member.write('data', 'no folder');
    const { code, stderr } = await importing('oakland-flow', member.write('adopted.csv', budgetCsv(1)));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^accord: Expected .*\n$/);
    expect(readFileSync(join(member.folder, 'data'), 'utf8')).toBe('no folder');
  });

  test('a store that is no database', async () => {
    await importing('oakland-flow', member.write('adopted.csv', budgetCsv(1)));
    member.write('data/records.sqlite', 'x'.repeat(5000));
    const { code, stderr } = await importing('oakland-flow', member.write('adopted.csv', budgetCsv(1)));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^accord: Expected a readable and writable store, .*\(STORE_UNAVAILABLE\)\n$/);
  });

  test('a store that another import holds', async () => {
    const path = member.write('adopted.csv', budgetCsv(1));
    await importing('oakland-flow', path);
    const holder = new Database(member.store);
    holder.exec('BEGIN IMMEDIATE');
    try {
      const { code, stderr } = await importing('oakland-flow', path);
      expect(code).toBe(1);
      expect(stderr).toBe(
        'accord: Expected to be the only one to write to the store, another import holds it. Nothing was stored. (STORE_BUSY)\n',
      );
    } finally {
      holder.close();
    }
  });

  test('a MongoDB without an address, and one that is down', async () => {
    const mongo = createMemberFolder('{ kind: mongodb, database: accord }');
    try {
      const args = [
        'import',
        'oakland-flow',
        mongo.write('adopted.csv', budgetCsv(1)),
        '--config',
        mongo.config,
      ];
      const unset = await runCli(args);
      expect(unset).toMatchObject({
        code: 1,
        stderr:
          'accord: Expected the environment variable MONGODB_URL for a store of kind "mongodb", it is not set. (BAD_CONFIG)\n',
      });
      const down = await runCli(args, { MONGODB_URL: 'mongodb://127.0.0.1:1/' });
      expect(down.code).toBe(1);
      expect(down.stderr).toMatch(/^accord: Expected .*\(STORE_UNAVAILABLE\)\n$/);
      expect(down.stderr).not.toContain('127.0.0.1');
    } finally {
      mongo.remove();
    }
  });
});

/** Waits until the import has written something into the write-ahead log, so that it is under way. */
async function untilWriting(): Promise<void> {
  const log = `${member.store}-wal`;
  while (!existsSync(log) || statSync(log).size < 200_000) {
    await sleep(5);
  }
}

function withoutTimes(jsonl: string): string {
  return jsonl.replace(/"(createdAt|modifiedAt)":"[^"]*"/g, '"$1":""');
}

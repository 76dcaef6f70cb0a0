import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeSupergraph } from '../../../gateway/plan/compose.js';
import { readBase } from '../../../gateway/wire.js';
import { runInProcess } from '../../fixtures/run-command-line.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override", "@inaccessible"])';
const good = `${link}
  type Query { harbourWatch_notes: [HarbourWatch_Note!] }
  type HarbourWatch_Note { id: ID! text: String hidden: Int @inaccessible }
  type Organization @key(fields: "id") { id: ID! harbourWatch_risk: Int }`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-check-schema-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const check = (sdl: string, ...more: string[]) =>
  runInProcess(['check', 'schema', write('schema.graphql', sdl), '--member', 'harbour-watch', ...more]);

describe('accord check schema', () => {
  test('says what a schema adds', async () => {
    expect(await check(good)).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'composes; adds:',
        '  HarbourWatch_Note',
        '  HarbourWatch_Note.id',
        '  HarbourWatch_Note.text',
        '  Organization.harbourWatch_risk',
        '  Query.harbourWatch_notes',
        '',
      ].join('\n'),
    });
  });

  test('gives every reason to refuse one', async () => {
    const { code, stdout, stderr } = await check(
      `${link} type Query { members: Int @override(from: "directory") } scalar Decimal`,
    );
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'the hub would not take the schema of "harbour-watch":',
      '  Expected types named "HarbourWatch_…" and fields on Query, Entity, Member, Person, Organization, got the type "Decimal".',
      '  Expected fields named "harbourWatch_…" on "Query", got "members".',
      '  Expected no @override on "Query.members", which others define.',
      '',
    ]);
    expect(stderr).toBe('accord: Expected a schema that the hub takes, got 3 faults. (BAD_CONTRACT)\n');
  });

  test('gives the words of composition where the rules find nothing', async () => {
    const { code, stdout } = await check(
      `${link} type Query { harbourWatch_org: Organization } type Organization @key(fields: "id") { id: ID! harbourWatch_a: Int }`,
    );
    expect(code).toBe(1);
    expect(stdout).toContain('cannot find field "Organization.name"');
  });

  test('holds the schema against the graph in force', async () => {
    const supergraph = write(
      'supergraph.graphql',
      composeSupergraph([...readBase(), { name: 'ext-harbour-watch', sdl: good }]),
    );
    const less = good.replace(' text: String', '').replace(' hidden: Int @inaccessible', '');
    expect(await check(good, '--against', supergraph)).toMatchObject({ code: 0 });
    expect(await check(less, '--against', supergraph)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        '  Expected a graph that only grows: HarbourWatch_Note.text was removed.\n',
      ),
    });
    expect((await check(less, '--against', supergraph)).stdout).not.toContain('hidden');
  });

  test.each<[string, string[], number, RegExp]>([
    [
      'a file that is not there',
      ['nowhere.graphql', '--member', 'harbour-watch'],
      1,
      /^accord: Expected a readable schema file "nowhere\.graphql"\. \(BAD_FILE\)\n$/,
    ],
    ['no member', ['schema.graphql'], 2, /^error: expected --member/],
    ['a member that is none', ['schema.graphql', '--member', 'Harbour'], 1, /\(BAD_ID\)\n$/],
    [
      'a supergraph that is none',
      ['schema.graphql', '--member', 'harbour-watch', '--against', 'bad.graphql'],
      1,
      /^accord: Expected a supergraph to check against, it cannot be read\. \(BAD_FILE\)\n$/,
    ],
  ])('names %s', async (_, args, code, stderr) => {
    write('schema.graphql', good);
    write('bad.graphql', 'type {');
    const inFolder = args.map((arg) => (arg.endsWith('.graphql') ? join(folder, arg) : arg));
    expect(await runInProcess(['check', 'schema', ...inFolder])).toEqual({
      code,
      stdout: '',
      stderr: expect.stringMatching(stderr),
    });
  });
});

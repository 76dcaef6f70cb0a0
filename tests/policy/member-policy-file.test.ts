import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { domains } from '../../shared/domain/domains.js';
import { anonymousCaller } from '../../shared/identity/caller.js';
import { openKeptPolicies } from '../../shared/kit/kept-policy.js';
import { openPolicies } from '../../shared/kit/open-policies.js';
import { createLogger } from '../../shared/log/logger.js';
import { parsePolicy } from '../../shared/policy/parse-policy.js';
import { domainModules, recordTypesOf } from '../../subgraphs/wire.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'accord-policy-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header = 'version: 1\nmember: harbour-watch\ntests: ./tests.yaml\n';
const closed = (...fields: readonly string[]) =>
  `${header}rules:\n${fields.map((field) => `  - field: ${field}\n    read: { authenticated: true }\n`).join('')}`;
const onTitle = '- { caller: anonymous, coordinate: Declaration.title, expect: DENY }\n';

/** Writes files and opens the policy of `policy.yaml`; the clock goes on only by `later`. */
function open(files: Readonly<Record<string, string>>) {
  let at = 0;
  let failures = 0;
  const write = (written: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(written)) {
      writeFileSync(join(folder, name), text);
    }
  };
  write(files);
  const source = openPolicies({
    member: 'harbour-watch',
    contracts: domainModules(domains),
    extensions: [],
    recordTypes: recordTypesOf(domains),
    path: join(folder, 'policy.yaml'),
    folder: join(folder, 'data'),
    logger: createLogger({ name: 'test', level: 'silent' }),
    now: () => new Date(at),
    onFailure: () => {
      failures++;
    },
  });
  const outcome = () => {
    at += 1000;
    const { policy, fault } = source.current();
    const field = (coordinate: string) => policy.decide(anonymousCaller, new Date(at)).field(coordinate).kind;
    return { title: field('Declaration.title'), year: field('Declaration.year'), fault, failures };
  };
  return { write, outcome };
}

describe("a member's policy file", () => {
  test('tightens what the contracts say', () => {
    const { outcome } = open({ 'policy.yaml': closed('Declaration.title'), 'tests.yaml': onTitle });
    expect(outcome()).toEqual({ title: 'DENY', year: 'ALLOW', fault: undefined, failures: 0 });
  });

  test('is read again when it changes, and a narrower one is in force', () => {
    const { write, outcome } = open({ 'policy.yaml': closed('Declaration.title'), 'tests.yaml': onTitle });
    write({ 'policy.yaml': closed('Declaration.title', 'Declaration.year') });
    expect(outcome()).toEqual({ title: 'DENY', year: 'DENY', fault: undefined, failures: 0 });
  });

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['is no policy', { 'policy.yaml': 'rules: [' }, /^Expected YAML in "policy\.yaml"/],
    ['names a field that is not there', { 'policy.yaml': closed('Declaration.shoeSize') }, /shoeSize/],
    [
      'fails a test of its own',
      {
        'policy.yaml': closed('Declaration.title', 'Declaration.year'),
        'tests.yaml': onTitle.replace('DENY', 'ALLOW'),
      },
      /^Policy "policy\.yaml" fails 1 of its 1 tests: test 1 expects ALLOW, it gives DENY\.$/,
    ],
    [
      'lets somebody see more, unconfirmed',
      { 'policy.yaml': closed('Declaration.year'), 'tests.yaml': onTitle.replace('title', 'year') },
      /^Policy "policy\.yaml" lets somebody see more than the one in force, "Declaration\.title" first: /,
    ],
  ])('that %s leaves the one before it in force', (_, files, fault) => {
    const { write, outcome } = open({ 'policy.yaml': closed('Declaration.title'), 'tests.yaml': onTitle });
    write(files);
    expect(outcome()).toEqual({
      title: 'DENY',
      year: 'ALLOW',
      fault: expect.stringMatching(fault),
      failures: 1,
    });
    write({ 'policy.yaml': closed('Declaration.title', 'Person.name'), 'tests.yaml': onTitle });
    expect(outcome()).toMatchObject({ fault: undefined, failures: 1 });
  });

  test('that lets somebody see more is in force once it was confirmed', () => {
    const { write, outcome } = open({ 'policy.yaml': closed('Declaration.title'), 'tests.yaml': onTitle });
    const wider = closed('Declaration.year');
    write({ 'policy.yaml': wider, 'tests.yaml': onTitle.replace('title', 'year') });
    expect(outcome()).toMatchObject({ title: 'DENY', failures: 1 });
    const confirm = (text: string) =>
      openKeptPolicies(join(folder, 'data')).confirm(parsePolicy(text, 'policy.yaml'));
    confirm(closed('Declaration.country'));
    expect(outcome()).toMatchObject({ title: 'DENY', failures: 2 });
    confirm(wider);
    expect(outcome()).toMatchObject({ title: 'ALLOW', year: 'DENY', fault: undefined });
  });

  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['lets somebody see more', { 'policy.yaml': `${header}rules: []\n` }, /fails 1 of its 1 tests/],
    [
      'lets somebody see more and passes its tests',
      { 'policy.yaml': `${header}rules: []\n`, 'tests.yaml': onTitle.replace('DENY', 'ALLOW') },
      /lets somebody see more than the one in force/,
    ],
    ['is no policy', { 'policy.yaml': 'rules: [' }, /^Expected YAML/],
  ])('that %s after a restart leaves the one of before it in force', (_, files, fault) => {
    open({ 'policy.yaml': closed('Declaration.title'), 'tests.yaml': onTitle });
    const { outcome } = open(files);
    expect(outcome()).toEqual({
      title: 'DENY',
      year: 'ALLOW',
      fault: expect.stringMatching(fault),
      failures: 1,
    });
  });

  test('without its tests is none', () => {
    expect(() => open({ 'policy.yaml': closed('Declaration.title') })).toThrow(
      expect.objectContaining({ code: 'BAD_POLICY' }),
    );
  });

  test('has a secret of its own for masks, for its owner alone', () => {
    const files = { 'policy.yaml': closed('Declaration.title'), 'tests.yaml': onTitle };
    open(files);
    const path = join(folder, 'data', 'mask-secret.json');
    const first = readFileSync(path, 'utf8');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    open(files);
    expect(readFileSync(path, 'utf8')).toBe(first);
  });
});

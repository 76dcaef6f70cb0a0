import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSourceFiles } from './source-files.js';

const files = readSourceFiles();

/** Files of a room and files they may not import, as patterns of paths. */
const forbidden: [string, RegExp, RegExp][] = [
  ['shared imports nothing outside itself', /^shared\//, /^(?!shared\/)/],
  ['subgraphs import only shared and themselves', /^subgraphs\//, /^(?!shared\/|subgraphs\/)/],
  [
    'investigations import no other domain',
    /^subgraphs\/investigations\//,
    /^subgraphs\/(?!investigations\/)/,
  ],
  ['budgets import no other domain', /^subgraphs\/budgets\//, /^subgraphs\/(?!budgets\/)/],
  [
    'asset declarations import no other domain',
    /^subgraphs\/asset-declarations\//,
    /^subgraphs\/(?!asset-declarations\/)/,
  ],
  [
    'the gateway imports neither a subgraph nor the kit',
    /^gateway\//,
    /^(subgraphs|shared\/kit|cli|tests|bench)\//,
  ],
  [
    'the merge is pure: it imports no other room of the gateway',
    /^gateway\/merge\//,
    /^gateway\/(?!merge\/)/,
  ],
  [
    'only the wire, the entrance and the fan-out know who asks members over the network',
    /^gateway\/(merge|directory|http)\//,
    /^gateway\/members\/http-/,
  ],
  ['nothing but tests imports tests', /^(?!tests\/)/, /^tests\//],
  ['errors stand on nothing', /^shared\/errors\//, /^shared\/(?!errors\/)/],
  ['the domain stands on errors', /^shared\/domain\//, /^shared\/(?!errors\/|domain\/)/],
  ['the log stands on errors', /^shared\/log\//, /^shared\/(?!errors\/|log\/)/],
  [
    'identity stands on errors and the domain',
    /^shared\/identity\//,
    /^shared\/(?!errors\/|domain\/|identity\/)/,
  ],
  ['configuration stands on errors', /^shared\/config\//, /^shared\/(?!errors\/|config\/)/],
  ['http stands on errors and the log', /^shared\/http\//, /^shared\/(?!errors\/|log\/|http\/)/],
  [
    'the store knows neither importing nor the kit',
    /^shared\/store\//,
    /^shared\/(kit|importing|http|config)\//,
  ],
  [
    'policy stands on errors, the domain, identity and what the store says of records',
    /^shared\/policy\//,
    /^shared\/(?!errors\/|domain\/|identity\/|policy\/|store\/(filter|record-type|conjunction)\.ts)/,
  ],
  [
    'the broker knows nothing of records, policies and hubs',
    /^shared\/broker\//,
    /^shared\/(?!errors\/|domain\/|identity\/|log\/|http\/|linking\/oprf\/|broker\/)/,
  ],
  [
    'linking is pure: it stands on errors, the domain, identity and policy',
    /^shared\/linking\//,
    /^shared\/(?!errors\/|domain\/|identity\/|policy\/|linking\/)/,
  ],
  [
    'the access log stands on errors, the domain, identity and the log',
    /^shared\/audit\//,
    /^shared\/(?!errors\/|domain\/|identity\/|log\/|audit\/)/,
  ],
  [
    'linking stands on errors, the domain, identity and policy',
    /^shared\/linking\//,
    /^shared\/(?!errors\/|domain\/|identity\/|policy\/|linking\/)/,
  ],
  [
    'names are compared by what they are alone',
    /^shared\/linking\/names\//,
    /^shared\/(?!linking\/names\/|linking\/link-subject\.ts)/,
  ],
  ['the store knows no policy', /^shared\/(store|identity|domain)\//, /^shared\/policy\//],
  ['importing knows neither the kit nor http', /^shared\/importing\//, /^shared\/(kit|http|config)\//],
  [
    'an adapter of the store is known to itself and to who opens or copies it',
    /^(?!shared\/store\/|shared\/kit\/open-(store|replay-guard|publication-state)\.ts$|gateway\/(plan\/registry|directory\/links)\/(sqlite|mongodb)-|cli\/commands\/backup\.ts$|tests\/|bench\/)/,
    /^shared\/store\/(sqlite|mongodb)\//,
  ],
];

test('imports are read: each names a file that is there', () => {
  const missing = files.flatMap(({ path, imports }) =>
    imports.filter((target) => !existsSync(target)).map((target) => `${path} → ${target}`),
  );
  expect(missing).toEqual([]);
  expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(files.length);
});

describe('who may import whom', () => {
  test.each(forbidden)('%s', (_, from, to) => {
    const found = files
      .filter(({ path }) => from.test(path))
      .flatMap(({ path, imports }) =>
        imports.filter((target) => to.test(target)).map((t) => `${path} → ${t}`),
      );
    expect(found).toEqual([]);
  });
});

test('no file imports itself through others', () => {
  const loads = new Map(files.map((file) => [file.path, file.loads]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) {
      return;
    }
    for (const next of loads.get(path) ?? []) {
      visit(next, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of files) {
    visit(path, []);
  }
  expect(cycles).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const long = files.filter(({ path, lines }) => lines > 300 && !path.startsWith('tests/'));
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test('no file only passes on what others export', () => {
  expect(files.filter(({ path }) => /\/index\.ts$/.test(path)).map(({ path }) => path)).toEqual([]);
});

import { expect } from 'vitest';

/** The part of vitest that tests of the policy rooms are written with; what they define is kept, to be run at will. */
export { expect };

export interface CollectedTest {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...args: never[]) => unknown;
type Options = { readonly timeout?: number };

const collected: CollectedTest[] = [];
let around: readonly string[] = [];

/** What was defined since it was last taken. */
export function takeTests(): readonly CollectedTest[] {
  return collected.splice(0);
}

export function describe(name: string, define: () => void): void {
  const outer = around;
  around = [...outer, name];
  define();
  around = outer;
}

export function test(name: string, first: Body | Options, second?: Body): void {
  const body = typeof first === 'function' ? first : second;
  define(name, body, []);
}

test.each = eachOf((name, body, row) => define(name, body, row));
describe.each = eachOf((name, body, row) => describe(name, () => Reflect.apply(body, undefined, row)));

export const it = test;

function define(name: string, body: Body | undefined, row: readonly unknown[]): void {
  if (body === undefined) {
    throw new Error(`Expected the body of the test "${name}".`);
  }
  // Rows of a table share a name: each test needs its own.
  const id = `${[...around, name].join(' ')} ${collected.length}`;
  collected.push({ name: id, run: () => Reflect.apply(body, undefined, row) });
}

function eachOf(defineRow: (name: string, body: Body, row: readonly unknown[]) => void) {
  return (rows: Iterable<unknown>) =>
    (name: string, body: Body): void => {
      for (const row of rows) {
        defineRow(name, body, Array.isArray(row) ? row : [row]);
      }
    };
}

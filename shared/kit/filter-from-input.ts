import { AccordError } from '../errors/accord-error.js';
import { everything, type Filter } from '../store/filter.js';
import type { RecordType } from '../store/record-type.js';
import { memberTest } from './member-test.js';
import { textTest } from './text-test.js';
import { valueTest } from './value-test.js';

/** A filter input as GraphQL gives it: of the form of its type in the contract. */
export type FilterInput = Readonly<{ [field: string]: unknown }>;

export interface FilterScope {
  readonly type: RecordType;
  /** The member of the store, which a filter by `member` or by an id of a party is held against. */
  readonly member: string;
}

/** What one filter may hold, so that no store compiles more than a page of conditions. */
const maxTests = 100;
const maxDepth = 10;

/**
 * Makes a store's filter of a GraphQL filter input. Fields are the record type's keys and all must hold; so must all
 * operators of a field. Throws BAD_FILTER naming the field, QUERY_TOO_COMPLEX past the limits.
 */
export function filterFromInput(input: FilterInput | null | undefined, scope: FilterScope): Filter {
  return input ? new FilterReader(scope).read(input, '', 1) : everything;
}

class FilterReader {
  readonly #scope: FilterScope;
  #tests = 0;

  constructor(scope: FilterScope) {
    this.#scope = scope;
  }

  read(input: FilterInput, at: string, depth: number): Filter {
    if (depth > maxDepth) {
      throw new AccordError(
        'QUERY_TOO_COMPLEX',
        `Expected a filter of at most ${maxDepth} levels, got more.`,
      );
    }
    const tests = Object.entries(input).flatMap(([name, value]) =>
      value === undefined ? [] : [this.#field(name, value, { path: `${at}${name}`, depth })],
    );
    return allOf(tests);
  }

  #field(name: string, value: unknown, at: { readonly path: string; readonly depth: number }): Filter {
    switch (name) {
      case 'and':
        return { op: 'and', of: this.#list(value, at) };
      case 'or':
        return { op: 'or', of: this.#list(value, at) };
      case 'not':
        return { op: 'not', of: this.#nested(value, at) };
      case 'text':
        this.#countTest();
        return textTest(value, at.path);
      case 'member':
        return this.#operators(value, at.path, (op, operand, path) =>
          memberTest(op, operand, { path, member: this.#scope.member }),
        );
      default:
        return this.#operators(value, at.path, (op, operand, path) =>
          valueTest(op, operand, { ...this.#scope, key: name, path }),
        );
    }
  }

  #list(value: unknown, at: { readonly path: string; readonly depth: number }): Filter[] {
    if (!Array.isArray(value)) {
      throw nullFault(at.path);
    }
    return value.map((item: unknown, i) => this.#nested(item, { ...at, path: `${at.path}[${i}]` }));
  }

  #nested(value: unknown, at: { readonly path: string; readonly depth: number }): Filter {
    return this.read(asInput(value, at.path), `${at.path}.`, at.depth + 1);
  }

  #operators(
    value: unknown,
    path: string,
    test: (op: string, operand: unknown, path: string) => Filter,
  ): Filter {
    const tests = Object.entries(asInput(value, path)).flatMap(([op, operand]) => {
      if (operand === undefined) {
        return [];
      }
      this.#countTest();
      if (operand === null) {
        throw nullFault(`${path}.${op}`);
      }
      return [test(op, operand, `${path}.${op}`)];
    });
    // A variable that was not given leaves its operator out: what was meant to narrow must not match everything.
    if (tests.length === 0) {
      throw new AccordError('BAD_FILTER', `Expected an operator such as "eq" for "${path}", got none.`);
    }
    return allOf(tests);
  }

  #countTest(): void {
    this.#tests++;
    if (this.#tests > maxTests) {
      throw new AccordError('QUERY_TOO_COMPLEX', `Expected a filter of at most ${maxTests} tests, got more.`);
    }
  }
}

function allOf(tests: readonly Filter[]): Filter {
  const [only, ...more] = tests;
  return only !== undefined && more.length === 0 ? only : { op: 'and', of: tests };
}

function asInput(value: unknown, path: string): FilterInput {
  if (!isInput(value)) {
    throw nullFault(path);
  }
  return value;
}

function isInput(value: unknown): value is FilterInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A null is refused rather than read as "any": a variable left unset must not widen what is asked for. */
function nullFault(path: string): AccordError {
  return new AccordError(
    'BAD_FILTER',
    `Expected a value for "${path}", got null; leave it out or use isNull.`,
  );
}

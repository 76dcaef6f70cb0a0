import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { AccordError } from '../../shared/errors/accord-error.js';
import { reserved } from '../fanout/reserved-keys.js';

export interface OperationLimits {
  /** Levels of fields, the root's being the first. */
  readonly depth: number;
  /** Aliases and fields written twice in one place: both ask for the same work again. */
  readonly aliases: number;
  readonly tokens: number;
  readonly rootFields: number;
}

interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
}

const nothing: Measure = { depth: 0, aliases: 0, rootFields: 0 };
const maxRemembered = 1000;
const maxRememberedLength = 20_000;

/**
 * A check of an operation's text before anything is planned or validated, since validation itself can be made slow.
 * It throws QUERY_TOO_COMPLEX with the limit and the number found, BAD_INPUT for a name of the hub's own; a text that does not parse passes, for the server
 * to refuse with its place. Texts that passed are remembered.
 */
export function createOperationCheck(limits: OperationLimits): (query: string) => void {
  const passed = new Set<string>();
  return (query) => {
    if (passed.has(query)) {
      return;
    }
    const document = parseWithin(query, limits.tokens);
    if (document === null) {
      return;
    }
    checkOperationLimits(document, limits);
    refuseReservedNames(document);
    if (query.length <= maxRememberedLength) {
      if (passed.size >= maxRemembered) {
        passed.clear();
      }
      passed.add(query);
    }
  };
}

/**
 * Throws QUERY_TOO_COMPLEX when an operation of the document breaks a limit. Fragments count where they are spread;
 * one that spreads itself counts once and is left to validation. Introspection has its own limit in graphql-js
 * (MaxIntrospectionDepthRule), so the selections under `__schema` and `__type` do not count.
 */
export function checkOperationLimits(document: DocumentNode, limits: OperationLimits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const measurer = new Measurer(fragments);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      const found = measurer.measure(definition.selectionSet);
      refuseOver('levels', limits.depth, found.depth);
      refuseOver('aliases and repeated fields', limits.aliases, found.aliases);
      refuseOver('root fields', limits.rootFields, found.rootFields);
    }
  }
}

/**
 * The hub asks members for what it merges by under names of its own; an alias or a variable of the same name would make
 * its question one that no member can answer. Throws BAD_INPUT.
 */
function refuseReservedNames(document: DocumentNode): void {
  visit(document, {
    Field({ alias, name }) {
      refuseReserved(alias?.value);
      // Under the name of the type, another value would pass for it where the plan looks for the type.
      if (alias?.value.startsWith('__') && alias.value !== name.value) {
        throw new AccordError('BAD_INPUT', 'Expected aliases that do not start with "__".');
      }
    },
    VariableDefinition: ({ variable }) => refuseReserved(variable.name.value),
  });
}

function refuseReserved(name: string | undefined): void {
  if (name?.startsWith(reserved)) {
    throw new AccordError(
      'BAD_INPUT',
      `Expected aliases and variables that do not start with "${reserved}".`,
    );
  }
}

function refuseOver(what: string, limit: number, found: number): void {
  if (found > limit) {
    throw new AccordError(
      'QUERY_TOO_COMPLEX',
      `Expected an operation of at most ${limit} ${what}, got ${found}.`,
    );
  }
}

function parseWithin(query: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(query, { maxTokens, noLocation: true });
  } catch (error) {
    // graphql-js has no code for this: "Document contains more that N tokens. Parsing aborted."
    if (
      error instanceof GraphQLError &&
      /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(error.message)
    ) {
      throw new AccordError(
        'QUERY_TOO_COMPLEX',
        `Expected an operation of at most ${maxTokens} tokens, got more.`,
      );
    }
    return null;
  }
}

class Measurer {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #measured = new Map<string, Measure>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  /** Each selection set is walked once; a fragment's numbers are added wherever it is spread. */
  measure(set: SelectionSetNode): Measure {
    const keys = new Set<string>();
    return set.selections.reduce(
      (sum, selection) => add(sum, this.#measureSelection(selection, keys)),
      nothing,
    );
  }

  #measureSelection(selection: SelectionNode, keys: Set<string>): Measure {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      return this.#measureFragment(selection.name.value);
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return selection.selectionSet.selections.reduce(
        (sum, inner) => add(sum, this.#measureSelection(inner, keys)),
        nothing,
      );
    }
    const key = selection.alias?.value ?? selection.name.value;
    const again = selection.alias !== undefined || keys.has(key) ? 1 : 0;
    keys.add(key);
    if (selection.name.value.startsWith('__')) {
      return { depth: 1, aliases: again, rootFields: 1 };
    }
    const below = selection.selectionSet === undefined ? nothing : this.measure(selection.selectionSet);
    return { depth: 1 + below.depth, aliases: again + below.aliases, rootFields: 1 };
  }

  #measureFragment(name: string): Measure {
    const known = this.#measured.get(name);
    if (known !== undefined) {
      return known;
    }
    // Stands for the fragment while it is measured, so that one which spreads itself ends.
    this.#measured.set(name, nothing);
    const fragment = this.#fragments.get(name);
    const measure = fragment === undefined ? nothing : this.measure(fragment.selectionSet);
    this.#measured.set(name, measure);
    return measure;
  }
}

function add(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    rootFields: a.rootFields + b.rootFields,
  };
}

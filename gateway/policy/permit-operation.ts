import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import { invariant } from '../../shared/errors/invariant.js';
import { BoundedMap } from './bounded-map.js';
import { OperationCutter } from './cut-operation.js';
import { findUseSites, readingTypes, type UseSite, usesAny } from './find-uses.js';
import type { CallerView } from './graph-access.js';
import { introspectionOf } from './introspection-of.js';
import type { PlanSelection } from './shape-plan.js';

/** An operation of a validated document. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Digest of the document's text. */
  readonly queryHash: string;
}

/** What is left of an operation for a caller. */
export interface CutOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly text: string;
  /** Digest of what is left, under which it is planned. */
  readonly queryHash: string;
  /** Whether nothing is left to be planned. */
  readonly isEmpty: boolean;
  /** The form of the answer to the whole operation. */
  readonly plan: readonly PlanSelection[];
  readonly rootType: GraphQLObjectType;
  /** Whether anything of it is denied: an object of a hidden type, which may or may not be there, does not count. */
  readonly isDenied: boolean;
  /** What of it asks for the schema, where that is not for the gateway to answer. */
  readonly introspection: DocumentNode | undefined;
}

/** Characters of remembered operations, together. */
const maxRemembered = 1_000_000;

/** Finds what a caller may ask of operations on one schema, and remembers it. */
export class PermittedOperations {
  readonly #schema: GraphQLSchema;
  readonly #reading: ReadonlySet<string>;
  readonly #sites = new BoundedMap<readonly UseSite[]>(maxRemembered);
  readonly #permitted = new BoundedMap<CutOperation | 'WHOLE'>(maxRemembered);

  constructor(schema: GraphQLSchema, uses: ReadonlyMap<string, readonly string[]>) {
    this.#schema = schema;
    this.#reading = readingTypes(schema, uses.keys());
  }

  /** `variables` are coerced and have their defaults. The operation is neither changed nor kept where it is whole. */
  permit(
    asked: AskedOperation,
    view: CallerView,
    variables: Readonly<Record<string, unknown>>,
  ): CutOperation | 'WHOLE' {
    const name = `${asked.queryHash} ${asked.operation.name?.value ?? ''}`;
    const sites = view.unusable.size === 0 ? [] : this.#sitesOf(asked, name);
    const refused = sites.map((site) => usesAny(site, view.unusable, variables));
    const key = `${name} ${view.key} ${refused.map(Number).join('')}`;
    const known = this.#permitted.get(key);
    if (known !== undefined) {
      return known;
    }
    // The sites remembered can be of an earlier parse of the same text: their order is the same, their nodes are not.
    const own = refused.includes(true) ? this.#findSites(asked) : [];
    const deniedNodes = new Set(own.filter((_, index) => refused[index]).map(({ node }) => node));
    const permitted = this.#cut(asked, view, deniedNodes);
    this.#permitted.set(key, permitted, permitted === 'WHOLE' ? key.length : weightOf(asked, permitted));
    return permitted;
  }

  #cut(
    { document, operation }: AskedOperation,
    view: CallerView,
    deniedNodes: ReadonlySet<FieldNode>,
  ): CutOperation | 'WHOLE' {
    const rootType = this.#rootType(operation);
    const fragments = fragmentsOf(document);
    const cutter = new OperationCutter({ schema: this.#schema, fragments, view, deniedNodes });
    const cut = cutter.cutRoot(operation.selectionSet, rootType);
    if (!cut.isTouched) {
      return 'WHOLE';
    }
    const left: OperationDefinitionNode = {
      ...operation,
      selectionSet: { kind: Kind.SELECTION_SET, selections: cut.selections },
    };
    const text = print(left);
    return {
      document: { kind: Kind.DOCUMENT, definitions: [left] },
      operation: left,
      text,
      queryHash: createHash('sha256').update(text).digest('hex'),
      isEmpty: cut.selections.length === 0,
      plan: cut.plan,
      rootType,
      isDenied: isAnyDenied(cut.plan),
      introspection: view.visible === undefined ? undefined : introspectionOf(operation, fragments),
    };
  }

  #sitesOf(asked: AskedOperation, name: string): readonly UseSite[] {
    const known = this.#sites.get(name);
    if (known !== undefined) {
      return known;
    }
    const sites = this.#findSites(asked);
    this.#sites.set(name, sites, name.length + (sites.length === 0 ? 0 : sourceLength(asked)));
    return sites;
  }

  #findSites({ document, operation }: AskedOperation): readonly UseSite[] {
    return findUseSites(
      { set: operation.selectionSet, type: this.#rootType(operation) },
      { schema: this.#schema, fragments: fragmentsOf(document), reading: this.#reading },
    );
  }

  #rootType({ operation }: OperationDefinitionNode): GraphQLObjectType {
    const type = this.#schema.getRootType(operation);
    invariant(type, 'a validated operation is of a kind that the schema has');
    return type;
  }
}

function isAnyDenied(plan: readonly PlanSelection[]): boolean {
  return plan.some(
    (selection) =>
      (selection.kind === 'FIELD' && (selection.isDenied || selection.deniedOn.size > 0)) ||
      isAnyDenied(selection.below),
  );
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

function weightOf(asked: AskedOperation, { text }: CutOperation): number {
  return text.length + sourceLength(asked);
}

function sourceLength({ document }: AskedOperation): number {
  return document.loc?.end ?? 1000;
}

import { type DocumentNode, type FieldNode, type GraphQLSchema, getArgumentValues, parse } from 'graphql';
import type { Apart } from '../../shared/domain/apart.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { invariant } from '../../shared/errors/invariant.js';
import type { Logger } from '../../shared/log/logger.js';
import type { MergeStrategy } from '../merge/merge-strategies.js';
import { selectedFields } from '../merge/selected-fields.js';
import type { MemberAsker } from './ask-members.js';
import { type CompiledOperation, compileOperation, coordinatesOf, nodesKey } from './compiled-operation.js';
import type { CursorSeal } from './cursor-seal.js';
import { fetchByOwner } from './fetch-by-owner.js';
import { fetchConcat } from './fetch-concat.js';
import { fetchConnection } from './fetch-connection.js';
import { fetchExtension, fetchExtensionEntities } from './fetch-extension.js';
import { fetchRepresentations } from './fetch-representations.js';
import { fetchTotals } from './fetch-totals.js';
import type { MemberAnswer, MemberQuestion } from './member-answer.js';
import type { RecentShares } from './page-sizes.js';
import type { Provider, ServedName } from './provider.js';
import { fieldOn, questionFor, unaskableAt } from './provider-questions.js';
import { type DomainAccess, questionAccess } from './question-access.js';
import type { RequestScope } from './request-scope.js';
import type { FieldError, RootAnswer, RootAsk } from './root-ask.js';

/** How a field is answered: merged out of many members, or by the one that serves an extension. */
export type FetchStrategy = MergeStrategy | 'ENTITIES' | 'EXTENSION' | 'EXTENSION_ENTITIES';

export interface PartitionedDomain {
  readonly domain: ServedName;
  /** The executable schema of the contract, federation fields included. */
  readonly schema: GraphQLSchema;
  /** The same as it was in a version; the newest where none is given or nothing has changed since. */
  readonly schemaAt: (version: string | undefined) => GraphQLSchema;
  /** By the coordinate of the field; those that are not on `Query` are of entities that are spread over members. */
  readonly strategies: ReadonlyMap<string, FetchStrategy>;
  /** What totals never add together, by root field. */
  readonly apart?: ReadonlyMap<string, Apart> | undefined;
  /** What callers may have of each provider; without it the members alone decide. */
  readonly access?: DomainAccess | undefined;
  /** The providers as they are now, by ascending member id. */
  readonly providers: () => readonly Provider[];
  readonly asker: MemberAsker;
  readonly shares: RecentShares;
  readonly seal: CursorSeal;
  readonly logger: Logger;
}

/** A sub-operation of the query plan for one domain. */
export interface SubOperation {
  readonly text: string;
  /** The same object for the same text, where the planner gives one: what is compiled of it is kept with it. */
  readonly document: DocumentNode | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface SubAnswer {
  readonly data: Record<string, unknown>;
  readonly errors: readonly FieldError[];
}

const keptTexts = 500;
const root = 'Query';

/** Answers sub-operations of one domain out of all its providers, as if one store held all their records. */
export class PartitionedDataSource {
  readonly #domain: PartitionedDomain;
  readonly #byDocument = new WeakMap<DocumentNode, CompiledOperation>();
  readonly #byText = new Map<string, CompiledOperation>();
  readonly #spreadTypes: ReadonlySet<string>;

  constructor(domain: PartitionedDomain) {
    this.#domain = domain;
    const types = [...domain.strategies.keys()].map((coordinate) => coordinate.split('.', 1).join());
    this.#spreadTypes = new Set(types.filter((type) => type !== root));
  }

  async process(given: SubOperation, request: RequestScope): Promise<SubAnswer> {
    const compiled = this.#compile(given);
    const operation = { ...given, variables: { ...compiled.defaults, ...given.variables } };
    const ask = askOnce(this.#domain.asker, request);
    const selection = { fragments: compiled.fragments, variables: operation.variables };
    const fields = [...selectedFields([compiled.operation.selectionSet], selection)];
    const { domain, schema } = this.#domain;
    for (const [, nodes] of fields) {
      request.provenance.noteCoordinates(domain, coordinatesOf(schema, compiled, nodes));
    }
    const answers = await Promise.all(
      fields.map(([responseKey, nodes]) =>
        this.#answer({ compiled, responseKey, nodes, operation, request, ask }),
      ),
    );
    return {
      data: Object.fromEntries(fields.map(([responseKey], i) => [responseKey, answers[i]?.value ?? null])),
      errors: answers.flatMap(({ errors }) => errors),
    };
  }

  async #answer(of: FieldAsk): Promise<RootAnswer> {
    const name = of.nodes[0]?.name.value ?? '';
    if (name === '__typename') {
      return { value: 'Query', errors: [] };
    }
    try {
      return await fetchBy(this.#strategyOf(root, name), this.#ask(of, root));
    } catch (error) {
      if (!(error instanceof AccordError)) {
        throw error;
      }
      return { value: null, errors: [{ code: error.code, message: error.message, path: [of.responseKey] }] };
    }
  }

  /** All that answering a field takes: one of the root, or of a type whose objects are spread over members. */
  #ask(of: FieldAsk, parent: string): RootAsk {
    const { domain, schema, providers, shares, seal, logger } = this.#domain;
    const { compiled, responseKey, nodes, request } = of;
    const field = fieldOn(schema, parent, nodes);
    const node = nodes[0];
    invariant(field !== undefined && node !== undefined, `the contract has the field ${node?.name.value}`);
    const selection = { fragments: compiled.fragments, variables: of.operation.variables };
    const args = getArgumentValues(field, node, selection.variables);
    const access = questionAccess(this.#domain.access, {
      ...{ parent, field, nodes, args, selection, request },
      isTotal: this.#strategyOf(parent, field.name) === 'GROUP_SUM',
      coordinates: () =>
        parent === root ? coordinatesOf(schema, compiled, nodes) : new Set([`${parent}.${field.name}`]),
    });
    const providersAsked = of.providers ?? providersToAsk(providers(), request);
    const asked = { compiled, parent, nodes, args, access };
    return {
      ...{ domain, schema, parent, field, responseKey, nodes, args, selection, request },
      apart: this.#domain.apart?.get(field.name),
      providers: providersAsked,
      ...{ shares, seal, logger },
      spreadTypes: this.#spreadTypes,
      nodesName: nodesKey(compiled, nodes),
      ask: of.ask,
      below: (type, below) => this.#ask({ ...of, ...below, providers: providersAsked }, type),
      unaskableAt: (provider) => unaskableAt(this.#domain, asked, provider),
      query: (variant, parts) => ({
        for: (provider) => questionFor(this.#domain, asked, { provider, variant, parts }),
      }),
    };
  }

  #strategyOf(parent: string, name: string): FetchStrategy | undefined {
    const strategy = this.#domain.strategies.get(`${parent}.${name}`);
    return strategy ?? (name === '_entities' ? 'ENTITIES' : undefined);
  }

  #compile({ text, document }: SubOperation): CompiledOperation {
    const known = document === undefined ? this.#byText.get(text) : this.#byDocument.get(document);
    if (known !== undefined) {
      return known;
    }
    const compiled = compileOperation(this.#domain.schema, document ?? parse(text, { noLocation: true }));
    if (document !== undefined) {
      this.#byDocument.set(document, compiled);
    } else {
      if (this.#byText.size >= keptTexts) {
        this.#byText.clear();
      }
      this.#byText.set(text, compiled);
    }
    return compiled;
  }
}

interface FieldAsk {
  readonly compiled: CompiledOperation;
  readonly responseKey: string;
  readonly nodes: readonly FieldNode[];
  readonly operation: SubOperation;
  readonly request: RequestScope;
  /** Where they are settled already. */
  readonly providers?: readonly Provider[];
  readonly ask: RootAsk['ask'];
}

function fetchBy(strategy: FetchStrategy | undefined, ask: RootAsk): Promise<RootAnswer> {
  switch (strategy) {
    case 'CONNECTION':
      return fetchConnection(ask);
    case 'GROUP_SUM':
      return fetchTotals(ask);
    case 'BY_OWNER':
      return fetchByOwner(ask);
    case 'CONCAT':
      return fetchConcat(ask);
    case 'ENTITIES':
      return fetchRepresentations(ask);
    case 'EXTENSION':
      return fetchExtension(ask);
    case 'EXTENSION_ENTITIES':
      return fetchExtensionEntities(ask);
    case undefined:
      throw new Error(`The root field "${ask.field.name}" has no merge strategy.`);
  }
}

/** The providers the caller lets ask; the others are told as NOT_ASKED. */
function providersToAsk(providers: readonly Provider[], request: RequestScope): readonly Provider[] {
  const { ask } = request;
  if (ask === undefined) {
    return providers;
  }
  for (const { member, domain } of providers) {
    if (!ask.has(member)) {
      request.provenance.note({ member, domain, state: 'NOT_ASKED', rows: 0, tookMs: 0 });
    }
  }
  return providers.filter(({ member }) => ask.has(member));
}

/** Sends the same question of one operation to a member once. */
function askOnce(asker: MemberAsker, request: RequestScope): RootAsk['ask'] {
  // By text first: it is the same string for all members, and long.
  const byText = new Map<string, Map<string, Promise<MemberAnswer>>>();
  return (provider: Provider, question: MemberQuestion) => {
    const asked = byText.get(question.query) ?? new Map<string, Promise<MemberAnswer>>();
    byText.set(question.query, asked);
    const key = `${provider.member} ${JSON.stringify(question.variables)}`;
    const answer = asked.get(key) ?? asker.ask(provider, question, request);
    asked.set(key, answer);
    return answer;
  };
}

import { createHash } from 'node:crypto';
import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { Caller } from '../../shared/identity/caller.js';
import { type AccessRule, type AccessTable, isOpen } from '../../shared/policy/access-rule.js';
import { evaluatePublished } from '../../shared/policy/evaluate-published.js';
import { evaluateRule } from '../../shared/policy/evaluate-rule.js';
import type { PublishedRequirement } from '../../shared/policy/published-policy.js';
import { digestOfCaller } from '../identity/caller-digest.js';
import { BoundedMap } from './bounded-map.js';
import { pruneSchema } from './prune-schema.js';

/** The policy of a supergraph, as coordinates. */
export interface PolicyTables {
  readonly access: AccessTable;
  /** By input field, enum value or output field: the fields that using it reads. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
  /** What nobody is told of who may not read or use it: types, fields, arguments, input fields, enum values. */
  readonly protected?: ReadonlySet<string> | undefined;
  /** The same of what a member alone serves, as it publishes it at present; the same list until that changes. */
  readonly published?: (() => readonly PublishedField[]) | undefined;
}

/** A field that its owner lets be known to nobody who may not read it. */
export interface PublishedField {
  readonly coordinate: string;
  readonly owner: string;
  readonly read: PublishedRequirement | false;
}

/** Who asks, and for which members they bring a proof of their own. */
export interface GraphAsker {
  readonly caller: Caller;
  readonly proofs?: ReadonlyMap<string, string> | undefined;
}

/** What all callers of one kind may not do, before any record is looked at. */
export interface CallerView {
  /** Digest of all of it: callers with the same one are served the same documents. */
  readonly key: string;
  /** Fields that are not read, of objects and interfaces: `Type.field`. */
  readonly denied: ReadonlySet<string>;
  /** Input fields and enum values that are not used. */
  readonly unusable: ReadonlySet<string>;
  /** The schema without what they are not told of; undefined where that is nothing. */
  readonly visible: GraphQLSchema | undefined;
  /** Object types that they are not told of. */
  readonly hiddenTypes: ReadonlySet<string>;
}

/** Whether callers may do everything and are told of everything. */
export function isUnrestricted({ denied, visible }: CallerView): boolean {
  return denied.size === 0 && visible === undefined;
}

const maxViews = 1000;
const maxVisible = 100;

/** Decides the policy of one schema for callers. What it found for a kind of caller it remembers. */
export class GraphAccess {
  readonly #rules: ReadonlyMap<string, readonly AccessRule[]>;
  readonly #tables: PolicyTables;
  readonly #schema: GraphQLSchema;
  #byCaller = new BoundedMap<CallerView>(maxViews);
  readonly #byKey = new BoundedMap<CallerView>(maxViews);
  readonly #visible = new BoundedMap<Visible>(maxVisible);
  #published: readonly PublishedField[] = [];

  /** `schema` is the one that clients see. */
  constructor(schema: GraphQLSchema, tables: PolicyTables) {
    this.#schema = schema;
    this.#tables = tables;
    this.#rules = rulesOfFields(schema, tables);
  }

  viewFor(asker: GraphAsker): CallerView {
    const { caller, proofs } = asker;
    const published = this.published();
    if (published !== this.#published) {
      this.#published = published;
      this.#byCaller = new BoundedMap(maxViews);
    }
    const proven = published.flatMap(({ owner }) => (proofs?.has(owner) === true ? [owner] : []));
    const digest = `${caller.isProven} ${digestOfCaller(caller)} ${[...new Set(proven)].join(' ')}`;
    const known = this.#byCaller.get(digest);
    if (known !== undefined) {
      return known;
    }
    const decided = this.#decide(asker);
    const key = keyOf(decided);
    const view = this.#byKey.get(key) ?? { key, ...decided, ...this.#visibleWithout(decided.hidden) };
    this.#byKey.set(key, view);
    this.#byCaller.set(digest, view);
    return view;
  }

  /** What members let be known to few at present; the same list until that changes. */
  published(): readonly PublishedField[] {
    return this.#tables.published?.() ?? nothingPublished;
  }

  #decide({ caller, proofs }: GraphAsker): Decided {
    const asker = { caller, owner: undefined };
    const isRefused = (rule: AccessRule | undefined): boolean =>
      rule !== undefined && evaluateRule(rule, asker) === 'DENY';
    const denied = new Set<string>();
    for (const [coordinate, rules] of this.#rules) {
      if (rules.some(isRefused)) {
        denied.add(coordinate);
      }
    }
    // What reads a denied field: judged by the rules alone, so that the order of the table says nothing.
    const { access, uses } = this.#tables;
    const unusable = new Set(
      [...uses].flatMap(([user, used]) => (used.some((one) => denied.has(one)) ? [user] : [])),
    );
    for (const user of unusable) {
      denied.add(user);
    }
    const hidden = new Set(
      [...(this.#tables.protected ?? [])].filter(
        (coordinate) =>
          !this.#isJudged(coordinate) || denied.has(fieldOf(coordinate)) || isRefused(access.get(coordinate)),
      ),
    );
    for (const { coordinate, owner, read } of this.#published) {
      const offersProof = proofs?.has(owner) === true;
      if (denied.has(coordinate) || evaluatePublished(read, { caller, owner, offersProof }) === 'DENY') {
        // Denied as well, for who was told of it a moment ago.
        denied.add(coordinate);
        hidden.add(coordinate);
      }
    }
    return { denied, unusable, hidden: this.#withUsers(hidden) };
  }

  /** What no rule says anything of is told to nobody: it was to be protected. */
  #isJudged(coordinate: string): boolean {
    const { access, uses } = this.#tables;
    return access.has(coordinate) || uses.has(coordinate) || this.#rules.has(fieldOf(coordinate));
  }

  /** The schema as nobody is told less of it. */
  leastVisible(): GraphQLSchema {
    const published = this.published().map(({ coordinate }) => coordinate);
    const all = new Set([...(this.#tables.protected ?? []), ...published]);
    return this.#visibleWithout(this.#withUsers(all)).visible ?? this.#schema;
  }

  /** With what uses these: its name tells of them. */
  #withUsers(hidden: ReadonlySet<string>): ReadonlySet<string> {
    const users = [...this.#tables.uses].flatMap(([user, used]) =>
      used.some((coordinate) => hidden.has(coordinate)) ? [user] : [],
    );
    return new Set([...hidden, ...users]);
  }

  /** The same for the same parts: a schema that callers are shown stands for what they are told of. */
  #visibleWithout(hidden: ReadonlySet<string>): Visible {
    if (hidden.size === 0) {
      return { visible: undefined, hiddenTypes: noTypes };
    }
    const key = JSON.stringify([...hidden].sort());
    const known = this.#visible.get(key);
    if (known !== undefined) {
      return known;
    }
    const visible = pruneSchema(this.#schema, hidden);
    const types = Object.values(this.#schema.getTypeMap()).filter(isObjectType);
    const gone = types.flatMap(({ name }) => (visible.getType(name) === undefined ? [name] : []));
    const found = { visible, hiddenTypes: new Set(gone) };
    this.#visible.set(key, found);
    return found;
  }
}

type Visible = Pick<CallerView, 'visible' | 'hiddenTypes'>;
type Decided = Pick<CallerView, 'denied' | 'unusable'> & { readonly hidden: ReadonlySet<string> };

const nothingPublished: readonly PublishedField[] = [];
const noTypes: ReadonlySet<string> = new Set();

function keyOf({ denied, hidden }: Decided): string {
  const all = [[...denied].sort(), [...hidden].sort()];
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url');
}

/** The field of an argument's coordinate; any other as it is. */
function fieldOf(coordinate: string): string {
  return coordinate.replace(/\(.*$/, '');
}

/** The rules of each field: its own, that of the type it is on and that of the type it gives. */
function rulesOfFields(
  schema: GraphQLSchema,
  { access, uses }: PolicyTables,
): ReadonlyMap<string, readonly AccessRule[]> {
  const found = new Map<string, readonly AccessRule[]>();
  const add = (coordinate: string, places: readonly string[]): void => {
    const rules = places.flatMap((place) => access.get(place) ?? []).filter((rule) => !isOpen(rule));
    if (rules.length > 0) {
      found.set(coordinate, rules);
    }
  };
  // Fields that clients do not see can be read by filters all the same.
  for (const coordinate of [...access.keys(), ...[...uses.values()].flat()]) {
    const [type = '', field] = coordinate.split('.');
    if (field !== undefined) {
      add(coordinate, [coordinate, type]);
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        add(coordinate, [coordinate, type.name, getNamedType(field.type).name]);
      }
    }
  }
  return found;
}

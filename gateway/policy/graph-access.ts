import { createHash } from 'node:crypto';
import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { Caller } from '../../shared/identity/caller.js';
import { type AccessRule, type AccessTable, isOpen } from '../../shared/policy/access-rule.js';
import { evaluateRule } from '../../shared/policy/evaluate-rule.js';
import { digestOfCaller } from '../identity/caller-digest.js';
import { BoundedMap } from './bounded-map.js';

/** The policy of a supergraph, as coordinates. */
export interface PolicyTables {
  readonly access: AccessTable;
  /** By input field, enum value or output field: the fields that using it reads. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
}

/** What all callers of one kind may not do, before any record is looked at. */
export interface CallerView {
  /** Digest of all of it: callers with the same one are served the same documents. */
  readonly key: string;
  /** Fields that are not read, of objects and interfaces: `Type.field`. */
  readonly denied: ReadonlySet<string>;
  /** Input fields and enum values that are not used. */
  readonly unusable: ReadonlySet<string>;
}

const maxViews = 1000;

/** Decides the policy of one schema for callers. What it found for a kind of caller it remembers. */
export class GraphAccess {
  readonly #rules: ReadonlyMap<string, readonly AccessRule[]>;
  readonly #tables: PolicyTables;
  readonly #byCaller = new BoundedMap<CallerView>(maxViews);
  readonly #byKey = new BoundedMap<CallerView>(maxViews);

  /** `schema` is the one that clients see. */
  constructor(schema: GraphQLSchema, tables: PolicyTables) {
    this.#tables = tables;
    this.#rules = rulesOfFields(schema, tables);
  }

  viewFor(caller: Caller): CallerView {
    const digest = `${caller.isProven} ${digestOfCaller(caller)}`;
    const known = this.#byCaller.get(digest);
    if (known !== undefined) {
      return known;
    }
    const found = this.#decide(caller);
    const view = this.#byKey.get(found.key) ?? found;
    this.#byKey.set(view.key, view);
    this.#byCaller.set(digest, view);
    return view;
  }

  #decide(caller: Caller): CallerView {
    const asker = { caller, owner: undefined };
    const denied = new Set<string>();
    for (const [coordinate, rules] of this.#rules) {
      if (rules.some((rule) => evaluateRule(rule, asker) === 'DENY')) {
        denied.add(coordinate);
      }
    }
    // What reads a denied field: judged by the rules alone, so that the order of the table says nothing.
    const unusable = [...this.#tables.uses].flatMap(([user, used]) =>
      used.some((coordinate) => denied.has(coordinate)) ? [user] : [],
    );
    for (const user of unusable) {
      denied.add(user);
    }
    const key = createHash('sha256')
      .update([...denied].sort().join('\n'))
      .digest('base64url');
    return { key, denied, unusable: new Set(unusable) };
  }
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

import {
  type DocumentNode,
  execute,
  type FieldNode,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  Kind,
} from 'graphql';
import type { Asking, HeldMember, HeldRecord } from './coalition-cases.js';
import { type Body, isBody, type Outcome } from './coalition-rules.js';
import { type PlainTotal, totalsOf } from './coalition-totals.js';
import { MemberView } from './coalition-view.js';
import type { PlainArguments, PlainDomain } from './plain-domain.js';
import { matching, mayUse, placesOf } from './plain-query.js';

/** What came of a member, as an answer tells it. */
export interface PlainOutcome {
  readonly state: string;
  readonly rows: number;
}

/** An object of an answer; whose it is, where a member's rules hold for it. */
interface Thing {
  readonly type: string;
  readonly member?: MemberView;
  readonly value: Body;
}

/**
 * The coalition as one place that holds all records and knows the rules: everything is looked at record by record, in
 * the order the rules are written, and the answer is executed by graphql-js as the caller's own query asks for it.
 */
export class CoalitionOracle {
  readonly views: readonly MemberView[];
  readonly outcomes = new Map<string, PlainOutcome>();
  readonly #domain: PlainDomain;
  readonly #schema: GraphQLSchema;

  constructor(
    held: readonly HeldMember[],
    asking: Asking,
    of: { readonly domain: PlainDomain; readonly schema: GraphQLSchema },
  ) {
    this.#domain = of.domain;
    this.#schema = of.schema;
    this.views = held.map((member) => new MemberView(member, asking, of));
  }

  async answer(
    { document, variables }: { readonly document: DocumentNode; readonly variables: Body },
    args: PlainArguments,
  ) {
    this.outcomes.clear();
    const { data, errors = [] } = await execute({
      schema: this.#schema,
      document,
      variableValues: variables,
      fieldResolver: this.#resolver(args),
      typeResolver: (value) => (isThing(value) ? value.type : undefined),
    });
    const missing = [...this.outcomes]
      .filter(([, { state }]) => state === 'DENIED')
      .map(([member]) => ({ extensions: { code: 'MEMBER_UNAVAILABLE', member } }));
    for (const [member, { state, rows }] of this.outcomes) {
      // That a single record is withheld is told as an error of its own; no rows of the member are missing beside it.
      this.outcomes.set(member, { state: state === 'REFUSED' ? 'DENIED' : state, rows });
    }
    return { data: JSON.parse(JSON.stringify(data)), errors, missing };
  }

  /** Ids of a list's rows that there are for the caller, in their order. */
  rowsOf(args: PlainArguments) {
    const answering = this.#asked(args).filter((view) => this.mayAsk(view, args));
    const rows = answering.flatMap((view) =>
      matching(this.#domain, view, args).map((record) => ({ view, record })),
    );
    return placesOf(this.#domain, rows, args);
  }

  /** Whether a member answers a question of this caller at all. */
  mayAsk(view: MemberView, args: PlainArguments): boolean {
    const { list } = this.#domain.roots;
    const isOpen = (type: string) => view.field(`${type}.${list}`, {}) === 'ALLOW';
    return (
      mayUse(this.#domain, view, args) && isOpen('Query') && (args.owners === undefined || isOpen('Entity'))
    );
  }

  #resolver(args: PlainArguments): GraphQLFieldResolver<unknown, unknown> {
    const { roots } = this.#domain;
    return (source, given, _context, info) => {
      if (isThing(source)) {
        return this.#fieldOf(source, info.fieldName, getNamedType(info.returnType).name);
      }
      switch (info.fieldName) {
        case roots.list:
          return this.#list(args, info.fieldNodes);
        case roots.totals:
          return this.#totals(args, info.fieldNodes);
        case roots.byId:
          return this.#byId(String(given['id']));
        default:
          return (args.ids ?? []).map((id) => this.#entity(id));
      }
    };
  }

  #fieldOf(thing: Thing, name: string, type: string): unknown {
    const value = thing.value[name];
    if (thing.member === undefined) {
      return value;
    }
    const outcome = thing.member.field(`${thing.type}.${name}`, thing.value);
    const shown = shownOf(outcome, value ?? null);
    return this.#wrapped(shown, type, thing.member);
  }

  #wrapped(value: unknown, type: string, member: MemberView): unknown {
    if (Array.isArray(value)) {
      const things = value.map((item) => this.#wrapped(item, type, member));
      // What of a list of parties is hidden is not in it.
      return type === 'Organization' ? things.filter((thing) => thing !== null) : things;
    }
    if (!isBody(value)) {
      return value;
    }
    return typeof value['ref'] === 'string'
      ? this.#party(value, member)
      : ({ type, member, value } satisfies Thing);
  }

  #party(ref: Body, member: MemberView): Thing | null {
    const record = member.held.records.find(({ type, local }) => type === ref['ref'] && local === ref['id']);
    return record !== undefined && member.sees(record) === 'SHOW' ? thingOf(record, member) : null;
  }

  #list(args: PlainArguments, nodes: readonly FieldNode[]): Thing {
    const rows = this.rowsOf(args);
    const { skipped = 0, first = 20 } = args;
    const page = rows.slice(skipped, skipped + first);
    const denied = this.#asked(args).filter((view) => !this.mayAsk(view, args));
    const isCounted = selects(nodes, 'totalCount');
    for (const view of this.#asked(args)) {
      const isOf = (row: (typeof rows)[number]) => row.view === view;
      const any = rows.slice(isCounted ? 0 : skipped).some(isOf);
      this.#note(
        view,
        denied.includes(view) ? 'DENIED' : any ? 'ANSWERED' : 'EMPTY',
        page.filter(isOf).length,
      );
    }
    return {
      type: 'Connection',
      value: {
        edges: page.map(({ view, record }) => ({
          type: 'Edge',
          value: { node: thingOf(record, view) },
        })),
        pageInfo: {
          type: 'PageInfo',
          value: {
            hasNextPage: skipped + first < rows.length,
            endCursor: page.length > 0 ? 'a cursor' : null,
            complete: denied.length === 0,
          },
        },
        totalCount: {
          type: 'Count',
          value: { value: rows.length, relation: denied.length === 0 ? 'EXACT' : 'AT_LEAST' },
        },
      },
    };
  }

  #totals(args: PlainArguments, nodes: readonly FieldNode[]): readonly Thing[] {
    const { totals, notes } = totalsOf(this.#domain, this.#asked(args), {
      ...args,
      withSum: selects(nodes, 'sum'),
      withCurrency: selects(nodes, 'currency'),
    });
    for (const [view, groups] of notes) {
      this.#note(view, groups === 'DENIED' ? groups : groups > 0 ? 'ANSWERED' : 'EMPTY', Number(groups) || 0);
    }
    return totals.map(shapedTotal);
  }

  #byId(id: string): Thing | null {
    const { view, record } = this.#find(id);
    const seen = record === undefined ? 'HIDE' : view?.sees(record);
    if (view === undefined || record === undefined || seen === 'HIDE') {
      if (view !== undefined) {
        this.#note(view, 'EMPTY', 0);
      }
      return null;
    }
    if (typeof seen === 'object') {
      this.#note(view, 'REFUSED', 0);
      throw withheld(seen);
    }
    this.#note(view, 'ANSWERED', 1);
    return thingOf(record, view);
  }

  #entity(id: string): Thing | null {
    const { view, record } = this.#find(id);
    const isShown = record !== undefined && view?.sees(record) === 'SHOW';
    if (view !== undefined) {
      this.#note(view, isShown ? 'ANSWERED' : 'EMPTY', isShown ? 1 : 0);
    }
    return isShown && view !== undefined ? thingOf(record, view) : null;
  }

  #find(id: string): { readonly view: MemberView | undefined; readonly record: HeldRecord | undefined } {
    const [member, local] = id.split(':');
    const view = this.views.find(({ held }) => held.member === member);
    const record = view?.held.records.find(
      (candidate) => candidate.type === this.#domain.type && candidate.local === local,
    );
    return { view, record };
  }

  /** The members that can have records for a filter: those it names, where it names any. */
  #asked({ filter, owners }: PlainArguments): readonly MemberView[] {
    const named = [...membersIn(filter), ...(owners === undefined ? [] : [owners])];
    return this.views.filter(({ held }) => named.every((among) => among.includes(held.member)));
  }

  #note({ held }: MemberView, state: string, rows: number): void {
    const known = this.outcomes.get(held.member);
    const ranked = ['EMPTY', 'ANSWERED', 'REFUSED', 'DENIED'];
    const worst = known !== undefined && ranked.indexOf(known.state) > ranked.indexOf(state);
    this.outcomes.set(held.member, {
      state: worst ? known.state : state,
      rows: rows + (known?.rows ?? 0),
    });
  }
}

/** The lists of members that a filter and all it joins by `and` name. */
function membersIn(filter: unknown): (readonly unknown[])[] {
  if (!isBody(filter)) {
    return [];
  }
  const { member, and } = filter;
  const own = isBody(member) && Array.isArray(member['in']) ? [member['in']] : [];
  return [...own, ...(Array.isArray(and) ? and.flatMap(membersIn) : [])];
}

function shapedTotal({ key, ...total }: PlainTotal): Thing {
  return {
    type: 'Total',
    value: {
      ...total,
      key: key.map((value): Thing => ({ type: 'DimensionValue', value: { ...value } })),
      count: { type: 'Count', value: total.count },
    },
  };
}

function thingOf(record: HeldRecord, member: MemberView): Thing {
  const id = `${member.held.member}:${record.local}`;
  return { type: record.type, member, value: { ...record.body, id, member: { id: member.held.member } } };
}

function isThing(value: unknown): value is Thing {
  return isBody(value) && typeof value['type'] === 'string' && isBody(value['value']);
}

function shownOf(outcome: Outcome, value: unknown): unknown {
  if (outcome === 'DENY') {
    throw new GraphQLError('Unauthorized field or type', {
      extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
    });
  }
  if (typeof outcome === 'object') {
    throw withheld(outcome);
  }
  if (typeof outcome === 'function') {
    return value === null ? null : outcome(value);
  }
  return outcome === 'SILENT' ? null : value;
}

function withheld(told: object): GraphQLError {
  return new GraphQLError('The owner withholds this value.', { extensions: { code: 'WITHHELD', ...told } });
}

/** Whether a field is selected right below; these tests' own queries have no fragments there. */
function selects(nodes: readonly FieldNode[], name: string): boolean {
  return nodes.some(({ selectionSet }) =>
    selectionSet?.selections.some((one) => one.kind === Kind.FIELD && one.name.value === name),
  );
}

import type { AccessEntry } from '../../shared/audit/access-entry.js';
import { type EntryPage, type EntryPlace, readEntryPage } from '../../shared/audit/read-page.js';
import { AccordError } from '../../shared/errors/accord-error.js';
import { invariant } from '../../shared/errors/invariant.js';
import type { CursorBinding, CursorSeal } from '../fanout/cursor-seal.js';
import type { RequestScope } from '../fanout/request-scope.js';
import { faultOf } from './directory-fault.js';

export interface MyAccessLogSource {
  /** The folder of the hub's log; undefined where it keeps none. */
  readonly folder: string | undefined;
  /** Cursors say how many lines the whole log has, which is no member's business. */
  readonly seal: CursorSeal;
}

interface MyAccessLogArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** What the caller of a request carries of it. */
type Asking = Pick<RequestScope, 'caller' | 'callerDigest'>;

const defaultFirst = 50;
const maxFirst = 200;

/** The resolver of `myAccessLog`: the entries about the caller's own member, and nobody else's. */
export function createMyAccessLog(source: MyAccessLogSource) {
  return async (_root: unknown, args: MyAccessLogArguments, context: unknown) => {
    const asking = askingIn(context);
    const { isMember, organization } = asking.caller;
    // The hub cuts the field for others before; this holds whatever comes of that.
    if (!isMember || organization === null) {
      throw faultOf('UNAUTHORIZED_FIELD_OR_TYPE', 'Unauthorized field or type');
    }
    const first = args.first ?? defaultFirst;
    if (first < 1 || first > maxFirst) {
      throw faultOf('BAD_INPUT', `Expected "first" from 1 to ${maxFirst}.`);
    }
    const binding = { question: `myAccessLog ${organization}`, caller: asking.callerDigest };
    const after = await openCursor(source.seal, args.after ?? null, binding);
    const page =
      source.folder === undefined
        ? noPage
        : await readEntryPage(source.folder, { member: organization, first, after });
    return await connectionOf(page, { ...source, binding });
  };
}

/** The executor hands the scope of the request on without its type. */
function askingIn(context: unknown): Asking {
  invariant(isAsking(context), 'the directory is asked within a request');
  return context;
}

function isAsking(context: unknown): context is Asking {
  return typeof context === 'object' && context !== null && 'caller' in context && 'callerDigest' in context;
}

const noPage: EntryPage = { entries: [], hasNextPage: false, end: null };

async function connectionOf(
  { entries, hasNextPage, end }: EntryPage,
  of: MyAccessLogSource & { readonly binding: CursorBinding },
) {
  const cursorOf = ({ time, stream, seq }: EntryPlace): Promise<string> =>
    of.seal.seal({ k: [time], member: stream, local: String(seq) }, of.binding);
  return {
    edges: await Promise.all(
      entries.map(async (place) => ({ cursor: await cursorOf(place), node: nodeOf(place.entry) })),
    ),
    pageInfo: {
      hasNextPage,
      endCursor: end === null ? null : await cursorOf(end),
      complete: of.folder !== undefined,
    },
  };
}

/** Entry by entry what the schema names; the place in the chain stays here. */
function nodeOf(entry: AccessEntry) {
  const { time, requestId, caller, organization, purpose, member, domain, coordinates, rows } = entry;
  const { decision, policyRevision } = entry;
  return {
    ...{ time, requestId, caller, organization, purpose, member, domain, coordinates, rows },
    ...{ decision, policyRevision },
  };
}

async function openCursor(
  seal: CursorSeal,
  cursor: string | null,
  binding: CursorBinding,
): Promise<EntryPlace | undefined> {
  if (cursor === null) {
    return undefined;
  }
  try {
    const { k, member: stream, local } = await seal.open(cursor, binding);
    return { time: String(k[0]), stream, seq: Number(local) };
  } catch (fault) {
    throw fault instanceof AccordError ? faultOf(fault.code, fault.message) : fault;
  }
}

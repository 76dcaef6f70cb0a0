import type { AccessEntry } from '../../shared/audit/access-entry.js';
import { type EntryPage, type EntryPlace, readEntryPage } from '../../shared/audit/read-page.js';
import type { CursorSeal } from '../fanout/cursor-seal.js';
import { askingIn } from './asking.js';
import { faultOf } from './directory-fault.js';
import { readFirst } from './first-argument.js';
import { cursorsOf, type ListCursors } from './list-cursor.js';

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

const defaultFirst = 50;

/** The resolver of `myAccessLog`: the entries about the caller's own member, and nobody else's. */
export function createMyAccessLog(source: MyAccessLogSource) {
  return async (_root: unknown, args: MyAccessLogArguments, context: unknown) => {
    const asking = askingIn(context);
    const { isMember, organization } = asking.caller;
    // The hub cuts the field for others before; this holds whatever comes of that.
    if (!isMember || organization === null) {
      throw faultOf('UNAUTHORIZED_FIELD_OR_TYPE', 'Unauthorized field or type');
    }
    const first = readFirst(args.first, defaultFirst);
    const cursors = cursorsOf(source.seal, asking, ['myAccessLog', organization]);
    const after = await openCursor(cursors, args.after);
    const page =
      source.folder === undefined
        ? noPage
        : await readEntryPage(source.folder, { member: organization, first, after });
    return await connectionOf(page, { folder: source.folder, cursors });
  };
}

const noPage: EntryPage = { entries: [], hasNextPage: false, end: null };

async function connectionOf(
  { entries, hasNextPage, end }: EntryPage,
  of: Pick<MyAccessLogSource, 'folder'> & { readonly cursors: ListCursors },
) {
  const cursorOf = ({ time, stream, seq }: EntryPlace): Promise<string> =>
    of.cursors.seal({ k: [time], member: stream, local: String(seq) });
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
  cursors: ListCursors,
  cursor: string | null | undefined,
): Promise<EntryPlace | undefined> {
  const position = await cursors.open(cursor);
  return position && { time: String(position.k[0]), stream: position.member, seq: Number(position.local) };
}

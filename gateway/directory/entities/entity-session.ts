import type { SubjectKind } from '../../../shared/linking/link-subject.js';
import type { CursorSeal } from '../../fanout/cursor-seal.js';
import { type Asking, askingIn } from '../asking.js';
import type { LinkStore, StoredSubject } from '../links/link-store.js';
import type { MayUse } from './entity-fields.js';
import { EntityRequest } from './entity-request.js';
import { coordinatesBesideName, coordinatesOfPart, type SubjectPart, withPlaces } from './subject-fields.js';
import type { SubjectRights } from './subject-rights.js';

/** What entities and links are made of. */
export interface EntityParts {
  readonly store: LinkStore;
  readonly rights: SubjectRights;
  /** The ids of the members that take part, paused ones too. */
  readonly members: () => readonly string[];
  readonly seal: CursorSeal;
  readonly now: () => Date;
}

/** Entities and links for one request. */
export interface EntitySession {
  readonly asking: Asking;
  readonly request: EntityRequest;
  readonly seal: CursorSeal;
  /** Whether the caller may read and search a part of a subject. */
  readonly mayUse: MayUse;
  /** The same of the tokens of its names, which stand for more than the names. */
  readonly mayUseNameTokens: (subject: StoredSubject) => boolean;
  /** Whether the caller may be told what was made of fields of a member's subjects. */
  readonly mayTell: (member: string, coordinates: readonly string[]) => boolean;
  /** Whether there is a member of whose subjects the caller may not use these parts, whether or not it has any. */
  readonly lacks: (parts: readonly SubjectPart[]) => boolean;
}

const kinds: readonly SubjectKind[] = ['PERSON', 'ORGANIZATION'];

/** The session of the request that a resolver runs in: the same one for the whole request. */
export function createEntitySessions(parts: EntityParts): (context: unknown) => EntitySession {
  const sessions = new WeakMap<Asking, EntitySession>();
  return (context) => {
    const asking = askingIn(context);
    const known = sessions.get(asking) ?? openSession(parts, asking);
    sessions.set(asking, known);
    return known;
  };
}

function openSession({ store, rights, members, seal, now }: EntityParts, asking: Asking): EntitySession {
  const { caller } = asking;
  const present = new Set(members());
  const mayUseOf = remember((member: string, coordinates: readonly string[]) =>
    rights.mayUse(caller, member, coordinates),
  );
  const mayTell = remember((member: string, coordinates: readonly string[]) =>
    rights.mayTell(caller, member, coordinates.flatMap(withPlaces)),
  );
  const mayUse: MayUse = ({ member, subject }, part) =>
    mayUseOf(member, coordinatesOfPart(subject.kind, part));
  return {
    ...{ asking, seal, mayUse, mayTell },
    request: new EntityRequest({ store, caller, now: now(), isPresent: (member) => present.has(member) }),
    mayUseNameTokens: (stored) =>
      mayUse(stored, 'names') && mayTell(stored.member, coordinatesBesideName(stored.subject.kind)),
    lacks: (asked) =>
      [...present].some((member) =>
        kinds.some((kind) => asked.some((part) => !mayUseOf(member, coordinatesOfPart(kind, part)))),
      ),
  };
}

type Decide = (member: string, coordinates: readonly string[]) => boolean;

/** Rights do not change within a request. */
function remember(decide: Decide): Decide {
  const decided = new Map<string, boolean>();
  return (member, coordinates) => {
    const key = `${member} ${coordinates.join(' ')}`;
    const known = decided.get(key) ?? decide(member, coordinates);
    decided.set(key, known);
    return known;
  };
}

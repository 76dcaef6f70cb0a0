import type { LinkSubject } from '../../../shared/linking/link-subject.js';

/** What a store of links finds a subject by, given to it so that it knows no matcher: see `subjectKeys`. */
export type KeysOf = (id: string, subject: LinkSubject) => readonly string[];

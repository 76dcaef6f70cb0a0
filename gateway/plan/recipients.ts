/**
 * Whose fields may travel to which member's extension: a subgraph that asks for a field by `@requires` is a recipient
 * of it (POLICY.md, point 6). Coordinates of fields, by the id of the member that receives them.
 */
export type Recipients = ReadonlyMap<string, ReadonlySet<string>>;

/** One entry of the owners' list. */
export interface RecipientEntry {
  /** The coordinate of a field, such as `Person.name`. */
  readonly field: string;
  /** The member to whose extension it may go. */
  readonly to: string;
}

export const noRecipients: Recipients = new Map();

export function readRecipients(entries: readonly RecipientEntry[]): Recipients {
  const recipients = new Map<string, Set<string>>();
  for (const { field, to } of entries) {
    recipients.set(to, (recipients.get(to) ?? new Set()).add(field));
  }
  return recipients;
}

const nothing: ReadonlySet<string> = new Set();

/** The fields of others that may go to a member's extension. */
export function receivedBy(recipients: Recipients, member: string): ReadonlySet<string> {
  return recipients.get(member) ?? nothing;
}

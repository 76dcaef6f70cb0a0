import { z } from 'zod';
import { domains } from '../domain/domains.js';
import { isLoopbackHost } from '../http/is-loopback-host.js';
import { Coverage } from '../identity/member-description.js';

const SafeUrl = z
  .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
  .refine(isSafe, 'expected https for an address that is not this machine');

/** `registration` in `member.yaml`: what the member tells a hub's registry of itself beside its name. */
export const RegistrationConfig = z.strictObject({
  /** The hub's public URL; `--hub` goes before it. */
  hub: SafeUrl.optional(),
  /** Where the hub reaches this member's root, for example `https://accord.example.org`. */
  url: SafeUrl,
  /** What the records of a domain can be of; a filter outside of it saves asking. */
  coverage: z.partialRecord(z.enum(domains), Coverage).default({}),
});
export type RegistrationConfig = Readonly<z.infer<typeof RegistrationConfig>>;

function isSafe(text: string): boolean {
  return !URL.canParse(text) || text.startsWith('https:') || isLoopbackHost(new URL(text).hostname);
}

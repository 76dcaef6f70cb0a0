import { z } from 'zod';
import { isLoopbackHost } from '../http/is-loopback-host.js';
import { PublicKey, thumbprintPattern } from '../identity/public-key.js';

const Thumbprint = z
  .string()
  .regex(thumbprintPattern, 'expected the thumbprint of a key: 43 characters of base64url');

const HubUrl = z
  .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
  .refine(isSafe, 'expected https for an address that is not this machine')
  .refine((url) => !/[?#]/.test(url), 'expected a URL without query and fragment');

/** `hub` in `member.yaml`: which hub may ask this member, by the keys its caller tokens are signed with. */
export const HubTrust = z
  .strictObject({
    /** The hub's `id`. */
    issuer: z.string().min(1).default('hub'),
    /** The keys by thumbprint (RFC 7638), or whole as public JWKs. No other key is accepted, wherever it comes from. */
    keys: z.array(z.union([Thumbprint, PublicKey])).min(1),
    /** Where the hub publishes its keys; needed for those that are named by thumbprint. */
    jwksUrl: HubUrl.optional(),
    /** Where the hub sees this member's root, to compare whole URLs and not their paths alone. */
    audienceUrl: HubUrl.optional(),
  })
  .refine(({ keys, jwksUrl }) => jwksUrl !== undefined || keys.every((key) => typeof key !== 'string'), {
    path: ['jwksUrl'],
    message: 'expected the URL of the hub\'s keys, since "keys" names one by its thumbprint alone',
  });
export type HubTrust = Readonly<z.infer<typeof HubTrust>>;

function isSafe(text: string): boolean {
  return !URL.canParse(text) || text.startsWith('https:') || isLoopbackHost(new URL(text).hostname);
}

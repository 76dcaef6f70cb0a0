import { z } from 'zod';

/** `accessLog` in `member.yaml` and `hub.yaml`. */
export const AccessLogConfig = z.strictObject({
  /** Whole days; what is older goes by sealed segments. */
  retentionDays: z.int().min(1).max(36_500).default(400),
});
export type AccessLogConfig = Readonly<z.infer<typeof AccessLogConfig>>;

/** The folder of the log within that of a member or a hub. */
export const accessLogFolder = 'access-log';

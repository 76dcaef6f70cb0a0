import { writeFileSync } from 'node:fs';

/** Loaded before the measured program with `--import`: writes the most memory the process ever held, in MiB. */
const file = process.env['ACCORD_PEAK_RSS_FILE'];
if (file !== undefined) {
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS / 1024)));
}

// Threads do not take `--import tsx` over from their process, so this one is plain JavaScript and asks for it itself.
import { register } from 'tsx/esm/api';

register();
await import('./token-worker.ts');

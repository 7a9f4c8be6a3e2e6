import { cpus } from 'node:os';
import { benchLanguage } from './language.ts';
import { benchLayout } from './layout.ts';
import { benchPicture } from './picture.ts';
import { benchReview } from './review.ts';
import { benchRules } from './rules.ts';
import { benchWebview } from './webview.ts';

/** Measures, side by side in one run. Trust the ratios: milliseconds depend on the machine and on its mood. */
console.log(`Node ${process.version} on ${cpus().length} cores (${cpus()[0]?.model.trim()})`);
await benchLanguage();
await benchRules();
await benchReview();
await benchPicture();
await benchLayout();
await benchWebview();

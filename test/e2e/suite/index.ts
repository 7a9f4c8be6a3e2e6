import './commands.ts';
import './language.ts';

export { runAll as run } from './runner.ts';

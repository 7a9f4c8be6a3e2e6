import { Option } from 'commander';

/** The option by which a command takes another day for today. */
export function asOf(): Option {
  return new Option('--as-of <date>', "today's date for what depends on it, such as 2026-04-01 (default: the clock's)");
}

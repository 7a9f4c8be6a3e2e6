import { createInterface } from 'node:readline';

/** What a command needs of the world. Tests give one that stays in memory. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether the output is read by a person on a terminal. */
  readonly terminal: boolean;
  /** How many characters fit on a line of the terminal that shows what is told beside the output, where one does. */
  readonly errWidth?: number | undefined;
  /** Whether that person may be shown colours. */
  readonly colour: boolean;
  /** How many characters fit on a line of that person's terminal; nothing is wrapped where it is not given. */
  readonly width?: number | undefined;
  /** Today, as YYYY-MM-DD. */
  today(): string;
  /** The day that makes what is made the same on every day, as YYYY-MM-DD; nothing where today will do. */
  drawnOn?(): string | undefined;
  out(content: string | Uint8Array): void;
  err(text: string): void;
  /** Asks the person on the terminal; nothing where there is none, or no more answer comes. */
  ask?(question: string): Promise<boolean | undefined>;
}

/** What a command ends with: 0 fine, 1 findings that fail the check, 2 wrong usage or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** Wrong usage or unreadable input; the message says plainly what and what to do. The command ends with 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The real world. */
export function processIo(): Io {
  const { NO_COLOR, TERM } = process.env;
  return {
    cwd: process.cwd(),
    terminal: process.stdout.isTTY === true,
    // Some terminals say that they have no width.
    errWidth: process.stderr.isTTY === true ? process.stderr.columns || 80 : undefined,
    colour: process.stdout.isTTY === true && !NO_COLOR && TERM !== 'dumb',
    width: process.stdout.isTTY === true ? process.stdout.columns : undefined,
    // The Swedish way to write a date is the international one, in the machine's own time zone.
    today: () => new Date().toLocaleDateString('sv'),
    drawnOn: () => dayOf(process.env['SOURCE_DATE_EPOCH']),
    out: (content) => process.stdout.write(content),
    err: (text) => process.stderr.write(text),
    ...(process.stdin.isTTY === true && process.stdout.isTTY === true && { ask }),
  };
}

/** Asks until the answer is yes or no. Nothing where the person ends the input instead. */
async function ask(question: string): Promise<boolean | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (;;) {
      const answer = await new Promise<string | undefined>((done) => {
        lines.once('close', () => done(undefined));
        lines.question(question, done);
      });
      if (answer === undefined) return undefined;
      if (/^\s*y(?:es)?\s*$/i.test(answer)) return true;
      if (/^\s*no?\s*$/i.test(answer)) return false;
    }
  } finally {
    lines.close();
  }
}

/** The day of a time in seconds since 1970, as reproducible builds set one. */
function dayOf(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,11}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

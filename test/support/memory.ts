import type { ExitCode, Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

export interface Said {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with what it says kept; by default not on a terminal, on 2026-06-30. */
export async function runInMemory(args: readonly string[], cwd: string, world: Partial<Io> = {}): Promise<Said> {
  let out = '';
  let err = '';
  const io: Io = {
    cwd,
    terminal: false,
    colour: false,
    today: () => '2026-06-30',
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...world,
  };
  const code = await run(args, io);
  return { code, out, err };
}

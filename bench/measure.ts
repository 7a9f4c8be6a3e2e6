/** Runs of several contestants, taken in turns, so that a machine whose speed drifts is unfair to nobody. */
export interface Contestant {
  readonly name: string;
  /** Makes ready what the work is done on, while no clock runs. */
  prepare?(turn: number): unknown;
  /** Does the work once; what it returns is looked at, so that nothing is optimised away. */
  run(turn: number): unknown | Promise<unknown>;
}

export interface Result {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
}

/** Measures each contestant as often as asked, after a quarter as many turns that do not count. */
export async function measure(contestants: readonly Contestant[], turns: number): Promise<readonly Result[]> {
  const times = contestants.map((): number[] => []);
  const warm = Math.ceil(turns / 4);
  for (let turn = 0; turn < warm + turns; turn++) {
    for (const [index, contestant] of contestants.entries()) {
      await contestant.prepare?.(turn);
      const start = performance.now();
      const result = await contestant.run(turn);
      const time = performance.now() - start;
      if (result === undefined) throw new Error(`${contestant.name} gave nothing.`);
      if (turn >= warm) times[index]!.push(time);
    }
  }
  return contestants.map(({ name }, index) => ({ name, ...summary(times[index]!) }));
}

function summary(times: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
  return { median: at(0.5), p95: at(0.95) };
}

/** Prints each contestant's time and its ratio to the one that the others are measured by. */
export function print(title: string, results: readonly Result[], by: string): void {
  const base = results.find(({ name }) => name === by)!.median;
  console.log(`\n${title}`);
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const { name, median, p95 } of results) {
    const ratio = `${(median / base).toFixed(2)} ×`.padStart(9);
    const worst = `${(p95 / base).toFixed(2)} ×`.padStart(9);
    console.log(`  ${name.padEnd(width)} ${`${median.toFixed(1)} ms`.padStart(11)} ${ratio}  (p95 ${worst.trim()})`);
  }
}

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { samples } from '../support/command.ts';
import { runInMemory } from '../support/memory.ts';

const examples = resolve(import.meta.dirname, '../../examples');

describe('pathway draw --view', () => {
  it('draws what a declared view asks for', async () => {
    const { code, out } = await runInMemory(['draw', 'bc-hj', '--view', 'who-commissions', '--no-stamp'], samples);
    expect(code).toBe(0);
    expect(out).toContain('data-lane="lane:community"');
    expect(out).toContain('Who commissions what · lanes by setting · coloured by commissioner');
  });

  it('what the options say outweighs the view', async () => {
    const args = ['draw', 'rivershire-hj', '--view', 'who-does-what', '--lanes', 'none', '--only', 'setting=sch'];
    const { out } = await runInMemory([...args, '--badge', 'cost', '--show', 'cohort', '--hide', 'provider'], examples);
    expect(out).not.toContain('data-lane=');
    expect(out).toContain('1 of 10 stages shown');
    expect(out).toContain('£950,000 actual for 2025/26');
  });

  it('draws a scenario beside its pathway, and nothing else so', async () => {
    const { out } = await runInMemory(['draw', 'more-early-help', '--difference'], examples);
    expect(out).toContain('1 stage added');
    expect(out).toContain('data-id="stage:peer-support"');
    const refused = await runInMemory(['draw', 'rivershire-hj', '--difference'], examples);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain("'rivershire-hj' is no scenario");
  });

  it('says which views there are where there is no such one', async () => {
    const { code, err } = await runInMemory(['draw', 'rivershire-hj', '--view', 'who-does-wat'], examples);
    expect(code).toBe(2);
    expect(err).toContain("'rivershire-hj' has no view 'who-does-wat'. Did you mean 'who-does-what'? These are there:");
    expect(err).toContain('    who-pays  Who pays for what (declared)\n');
    expect(err).toContain('    governance  Governance\n');
  });

  it.each([
    [['--show', 'critera'], "Did you mean 'criteria'?"],
    [['--hide', 'x'], 'Choose one of provider, commissioner,'],
    [['--only', 'setting'], 'as in setting=community'],
    [['--badge', 'money'], 'Choose one of cost, activity, wait, findings.'],
  ])('meets %j with what could be meant', async (options, help) => {
    const { code, err } = await runInMemory(['draw', 'rivershire-hj', ...options], examples);
    expect(code).toBe(2);
    expect(err).toContain(help);
  });
});

describe('pathway draw --list', () => {
  it.each([[['draw', '--list', examples]], [['draw']]])(
    '%j names everything that can be drawn, and its views',
    async (args) => {
      const { code, out } = await runInMemory(args, examples);
      expect(code).toBe(0);
      expect(out).toContain(
        'rivershire-hj  North Rivershire health and justice (fictional)\n    who-pays  Who pays for what',
      );
      expect(out).toContain('more-early-help  More early help');
    },
  );
});

import { expect, test } from 'vitest';
import { mermaidOfReview } from '../../src/export/mermaid.ts';
import { reviewOf } from '../diagram/review.ts';

const before = `
pathway p "The pathway" {
  stage a "First contact" { enters "By phone"  cost £500k for 2025/26 }
  stage b "Team" { level tier-3 }
  stage c "Ward" { leaves "Home" }
  stage d "Court"
  stage far "Far away"
  transition on from a to b "Referral" { send none }
  transition from b to c
  transition from c to d
  transition from d to far
}`;

/** What is drawn, without how it looks. */
function drawn(text: string): readonly string[] {
  const all = text.split('\n').map((line) => line.trim());
  const from = all.indexOf('flowchart LR') + 1;
  return all.slice(from).filter((line) => !/^(?:classDef|class|linkStyle|$)/.test(line));
}

test('a comment on a proposed change shows what has changed, with its sign, and what it is joined with', () => {
  const after = before
    .replace('£500k', '£540k')
    .replace('stage d "Court"', '')
    .replace('transition from c to d', 'stage e "School" { provider unknown }')
    .replace('transition from d to far', 'transition from c to e "New"');
  const text = mermaidOfReview(reviewOf(before, after).scenes.difference);
  expect(drawn(text)).toEqual([
    's_a["<b>#126; First contact</b><br>cost £500,000 for 2025/26, now £540,000 for 2025/26"]',
    's_b["<b>Team</b>"]',
    's_c["<b>Ward</b>"]',
    's_d["<b>− Court</b>"]',
    's_far["<b>Far away</b>"]',
    's_e["<b>+ School</b><br>? provider unknown<br>commissioner not recorded"]',
    's_a -->|"Referral"| s_b',
    's_c -->|"−"| s_d',
    's_d -->|"−"| s_far',
    's_c -->|"+ New<br>sent#58; not recorded"| s_e',
  ]);
  expect(text).toContain('class s_e added');
  expect(text).toContain('class s_d removed');
  expect(text).toContain('class s_a changed');
});

test('where nothing that is drawn has changed, the picture says so', () => {
  expect(drawn(mermaidOfReview(reviewOf(before, before).scenes.difference))).toEqual([
    'empty["Nothing that is drawn has changed."]',
  ]);
});

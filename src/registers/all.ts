import { maskPersonalData } from '../model/personal-data.ts';
import { accepted } from './accepted.ts';
import { actions } from './actions.ts';
import { ages } from './ages.ts';
import { agreements } from './agreements.ts';
import { boards } from './boards.ts';
import { chase } from './chase.ts';
import { commissioners } from './commissioners.ts';
import { costTotals } from './cost-totals.ts';
import { costs } from './costs.ts';
import { coverage } from './coverage.ts';
import { findings } from './findings.ts';
import { gaps } from './gaps.ts';
import { goodPractice } from './good-practice.ts';
import { governance } from './governance.ts';
import { handoverMatrix } from './handover-matrix.ts';
import { handovers } from './handovers.ts';
import { informationFlows } from './information-flows.ts';
import { informationMatrix } from './information-matrix.ts';
import { needs } from './needs.ts';
import { organisations } from './organisations.ts';
import { outcomes } from './outcomes.ts';
import { overlaps } from './overlaps.ts';
import { questions } from './questions.ts';
import type { Cell, Given, Group, Register, Row } from './register.ts';
import { risks } from './risks.ts';
import { sources } from './sources.ts';
import { stages } from './stages.ts';
import { variation } from './variation.ts';

/** The parts of a report in reading order, and what they are called. */
export const groupTitles: Readonly<Record<Group, string>> = {
  check: 'What the check finds',
  region: 'The region',
  services: 'Services and who is responsible',
  money: 'Cost and activity',
  moving: 'Moving on, and what is passed on',
  oversight: 'Governance and agreements',
  findings: 'Gaps, risks and plans',
  sources: 'What it rests on',
};

/** Every register of a project, in reading order. What looks like data about a person is masked in all of them. */
export function registersOf(given: Given): readonly Register[] {
  return [...eachRegister(given)];
}

/** The same one by one, for those who have something else to do in between. */
export function* eachRegister(given: Given): Generator<Register> {
  yield masked(findings(given));
  for (const register of coverage(given)) yield masked(register);
  for (const make of each) yield masked(make(given));
}

function masked(register: Register): Register {
  return { ...register, rows: register.rows.map(withoutPersonalData) };
}

const each: readonly ((given: Given) => Register)[] = [
  variation,
  overlaps,
  stages,
  commissioners,
  ages,
  outcomes,
  organisations,
  costTotals,
  costs,
  handovers,
  handoverMatrix,
  informationFlows,
  informationMatrix,
  governance,
  boards,
  agreements,
  gaps,
  risks,
  needs,
  goodPractice,
  actions,
  chase,
  questions,
  accepted,
  sources,
];

function withoutPersonalData(row: Row): Row {
  const cells = Object.entries(row.cells).map(([key, cell]) => [key, maskedCell(cell)] as const);
  return { ...row, cells: Object.fromEntries(cells) };
}

function maskedCell(cell: Cell): Cell {
  const text = maskPersonalData(cell.text);
  if (text === cell.text) return cell;
  return { ...cell, text, ...(cell.items === undefined ? {} : { items: cell.items.map(maskPersonalData) }) };
}

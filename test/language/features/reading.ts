import type { CheckedProject } from '../../../src/language/checker.ts';
import type { Position } from '../../../src/language/features/syntax.ts';
import type { PathwayFile } from '../../../src/language/file-store.ts';
import { Workspace } from '../../../src/language/workspace.ts';
import type { Severity } from '../../../src/rules/finding.ts';
import { mergeFindings } from '../../../src/rules/merge.ts';

/** A project of one file, checked on a day in 2026. */
export function read(text: string): { readonly checked: CheckedProject; readonly file: PathwayFile } {
  const uri = 'file:///project/test.pathway';
  const workspace = new Workspace('file:///project');
  workspace.set(uri, text);
  return { checked: workspace.projectOf(uri, '2026-06-30')!, file: workspace.get(uri)! };
}

/** How many findings of a severity a pathway of the project has, as the list of problems shows them. */
export function numberFound({ findings }: CheckedProject, pathway: string, severity: Severity): number {
  return mergeFindings(findings).filter((one) => one.pathway === pathway && one.severity === severity).length;
}

/** Where a piece of the text starts: its first place, or the one at the end of some words, or after them. */
export function placeOf(text: string, piece: string, words = ''): Position {
  const inWords = words.lastIndexOf(piece);
  const start = text.indexOf(words);
  const offset = inWords < 0 ? text.indexOf(piece, start + words.length) : start + inWords;
  if (start < 0 || offset < 0) throw new Error(`'${piece}' does not stand there.`);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** A pathway with something of everything, and a specification and a neighbour for it. */
export const county = `project county "Pathways of the county" {
  rule missing-cost info
}
source review "Pathway review" {
  publisher "Example ICB"
  published 2025-11
}
footprint country "Example Country"
footprint north "North County" is ltp within country
system records "Shared records"
information form "Referral form" is referral containing health-data
organisation icb "Example ICB" is icb {
  covers north
}
organisation old "Old CCG" is ccg {
  succeeded by icb on 2022-07-01
}
organisation trust "Example Trust" is nhs-provider
board county-board "County Board" {
  member icb
  top
}
board oversight "Oversight Board" {
  chair icb
  member trust
  reports to county-board
}
agreement sharing "Sharing agreement" is information-sharing {
  party icb
  party trust
  covers form
  valid 2025-04 to 2028-03
}
vocabulary local "Local terms" {
  setting drop-in "Drop-in centre" describes "Open every day"
  kind body "Former body" commissioner until 2020 becomes icb
}
specification standard-offer "County standard" for country {
  require stage intake "First contact" {
    require cost
  }
  require stage support "Support"
  require stage ward "Ward"
}
pathway north-hj "North pathway" realises standard-offer in north {
  status current as of 2026
  owner icb
  commissioner icb as lead scope local share 60%
  governance board oversight
  omits ward because "In the next county"
  accept missing-activity because "Counted from April" by icb until 2027
  evidence review

  stage intake "Intake" {
    enters "Self-referral"
    setting drop-in "Mill Street" count 2
    provider trust as lead
    commissioner old
    activity 1,200 referrals for 2025/26
    cost £1.2m budget for 2025/26 funded by icb
  }

  stage support "Support" {
    ages 10 to 18
    cost unknown ask trust by 2026-10 because "Part of a larger contract"
    training none because "No programme"
    leaves
  }

  uses stage crisis of south-hj as crisis-suite

  transition step from intake to support "Step up" {
    movement step-up
    criteria "Needs more than advice"
    send form from trust to icb using records under sharing
  }

  transition from intake to crisis of south-hj
}
pathway south-hj "South pathway" {
  stage crisis "Crisis suite" {
    provider unknown
  }
}
`;

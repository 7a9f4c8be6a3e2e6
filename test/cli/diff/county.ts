import { GitFolder } from './repository.ts';

/** The folder of the project: not the repository's own, with a space and a letter that is no ASCII. */
export const projectFolder = 'maps/Rivér side';

const project = `project riverside "Riverside" {
  strictness assure
}
`;

const register = `source report "Report"
organisation icb "Riverside ICB" is icb
organisation trust "Riverside Trust" is nhs-provider
organisation charity "Open Door" is voluntary
board board "Partnership Board" {
  member icb
  member trust
  top
}
information checklist "Checklist" is assessment
`;

const clinic = `pathway clinic "Clinic pathway" {
  status current as of 2026
  commissioner icb
  governance board board
  ages 10 to 17

  stage intake "Intake" {
    enters "Self-referral"
    setting community
    provider trust
    cost £100,000 budget for 2025/26
  }

  stage treatment "Treatment" {
    setting community
    provider trust
    cost £400,000 budget for 2025/26
    leaves "Discharge"
  }

  transition from intake to treatment {
    criteria "Needs more than advice"
    send checklist
  }
}
`;

const support = `pathway support "Support pathway" {
  status current as of 2026
  commissioner icb
  stage helpline "Helpline" {
    enters "Anybody"
    setting community
    provider charity
    leaves "Helped"
  }
}
`;

/** One thing that was really edited, as the tests compare it: `changed stage intake: cost`. */
export type Edit = string;

export interface Step {
  /** The tag of the commit. */
  readonly tag: string;
  /** What differs in meaning from the commit before. */
  readonly edits: readonly Edit[];
}

/** What became of the project, commit by commit. */
export const history: readonly Step[] = [
  { tag: 'cost', edits: ['changed stage intake: cost'] },
  { tag: 'reformat', edits: [] },
  { tag: 'rename', edits: ['renamed stage care'] },
  { tag: 'move', edits: ['moved organisation charity'] },
  { tag: 'file', edits: ['moved pathway support'] },
  { tag: 'accept', edits: ['stated stage care: accept', 'withdrawn stage care: cost'] },
  { tag: 'broken', edits: ['changed stage intake: cost'] },
  {
    tag: 'stage',
    edits: [
      'added stage follow-up',
      'added transition follow-on',
      'changed stage intake: cost',
      'withdrawn stage care: leaves',
    ],
  },
  { tag: 'deleted', edits: ['removed pathway support', 'removed stage helpline'] },
];

/** Ten commits on main, and a branch of two that left it after the third. */
export function county(): GitFolder {
  const folder = new GitFolder();
  const write = (name: string, text: string): string => folder.write(`${projectFolder}/${name}`, text);
  folder.write('README.md', '# Maps of the county\n');
  write('project.pathway', project);
  write('register.pathway', register);
  write('clinic.pathway', clinic);
  write('support.pathway', support);
  folder.commit('start');

  const dearer = clinic.replace('£100,000', '£140,000');
  write('clinic.pathway', dearer);
  folder.commit('cost');

  // Other line ends and indentation, comments, another order of facts and declarations.
  const relaid = `# How the clinic works.\n${dearer
    .replace('  commissioner icb\n  governance board board\n', '  governance board board\n  commissioner icb\n')
    .replaceAll('    ', '\t\t')}`.replaceAll('\n', '\r\n');
  write('clinic.pathway', relaid);
  const lines = register.trimEnd().split('\n');
  write('register.pathway', `${[lines.at(-1), '', ...lines.slice(0, -1)].join('\n')}\n`);
  folder.commit('reformat');

  folder.git('branch', 'feature');

  const renamed = dearer.replace('stage treatment', 'stage care').replace('to treatment', 'to care');
  write('clinic.pathway', renamed);
  write('register.pathway', register);
  folder.commit('rename');

  write('register.pathway', register.replace('organisation charity "Open Door" is voluntary\n', ''));
  write('voluntary.pathway', 'organisation charity "Open Door" is voluntary\n');
  folder.commit('move');

  folder.git('mv', `${projectFolder}/support.pathway`, `${projectFolder}/helpline.pathway`);
  folder.commit('file');

  const accepted = renamed.replace(
    'cost £400,000 budget for 2025/26',
    'accept missing-cost because "Paid for as a whole" by icb until 2026-12',
  );
  write('clinic.pathway', accepted);
  folder.commit('accept');

  write('clinic.pathway', accepted.replace('cost £140,000 budget', 'cost about lots of money'));
  folder.commit('broken');

  write(
    'clinic.pathway',
    accepted.replace('    leaves "Discharge"\n', '').replace(
      '  transition from',
      `  stage follow-up "Follow-up" {
    setting community
    provider charity
    leaves "Discharge"
  }

  transition follow-on from care to follow-up {
    criteria "Discharged from care"
  }

  transition from`,
    ),
  );
  folder.commit('stage');

  folder.remove(`${projectFolder}/helpline.pathway`);
  folder.commit('deleted');

  folder.git('checkout', '--quiet', 'feature');
  write('clinic.pathway', dearer.replace('    send checklist\n', ''));
  folder.commit('send');
  write('clinic.pathway', dearer.replace('    send checklist\n', '').replace('  governance board board\n', ''));
  folder.commit('board');
  folder.git('checkout', '--quiet', 'main');
  return folder;
}

/** Texts of a given size, for measuring. The same arguments give the same text. */

const register = `footprint region "Region"
organisation commissioner-a "Commissioner A" is ccg
organisation provider-b "Provider B" is nhs-provider
information record "Health record" is record containing health-data
system records "Records"
board overview "Overview board" { top }
source mapping "Mapping report" { published 2010-01 }
agreement sharing "Sharing agreement" is information-sharing {
  party commissioner-a
  party provider-b
  covers record
}
`;

/** A project of about so many lines, in so many files; the first one is the register that all others refer to. */
export function projectTexts(lines: number, files: number): readonly { readonly uri: string; readonly text: string }[] {
  const perFile = Math.max(1, Math.round((lines - register.split('\n').length) / files / LINES));
  const pathways = Array.from({ length: files }, (_, file) =>
    Array.from({ length: perFile }, (_, index) => pathwayText(`p${file}-${index}`, 10)).join('\n'),
  );
  const texts = pathways.map((text, file) => ({ uri: `file:///bench/pathways-${file}.pathway`, text }));
  return [{ uri: 'file:///bench/register.pathway', text: register }, ...texts];
}

/**
 * Texts that give every rule work to do: with all rules on, a register of many organisations, boards and agreements,
 * pathways of many footprints that realise one specification, and a gap in each of them that nobody owns.
 */
export function ruleTexts(lines: number, files: number): readonly { readonly uri: string; readonly text: string }[] {
  const [first, ...pathways] = projectTexts(lines - largeRegister.split('\n').length, files);
  return [
    { uri: first!.uri, text: `${first!.text}${largeRegister}` },
    ...pathways.map(({ uri, text }, file) => ({
      uri,
      text: text
        .replaceAll(' in region {', ` realises standard in region-${file % REGIONS} {`)
        .replaceAll('provider-b', `provider-${file}`)
        .replaceAll('under sharing', `under agreement-${file}`)
        .replaceAll(/^(pathway .*)$/gm, '$1\n  gap of-voice "Nobody was asked"'),
    })),
  ];
}

const REGIONS = 40;
const MANY = 200;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const largeRegister = `project bench "Bench" {
  strictness assure
}
${numbers(REGIONS)
  .map((index) => `footprint region-${index} "Region ${index}" within region\n`)
  .join('')}${numbers(MANY)
  .map(
    (index) => `organisation provider-${index} "Provider ${index} NHS Foundation Trust" is nhs-provider
information form-${index} "Form ${index}" is referral containing health-data
board board-${index} "Board ${index}" {
  chair commissioner-a
  member provider-${index}
  reports to ${index === 0 ? 'overview' : `board-${index - 1}`}
}
agreement agreement-${index} "Agreement ${index}" is information-sharing {
  party commissioner-a
  party provider-${index}
  covers record
  valid 2014-04 to 2017-03
}
`,
  )
  .join('')}specification standard "Standard" for region {
  ages 0 to 25
  require provider
  require commissioner
  require cost
${numbers(10)
  .map((index) => `  require stage stage-${index} "Stage ${index}" {\n    require agreement\n  }\n`)
  .join('')}}
`;

/** Lines of one pathway of ten stages. */
const LINES = 171;

/** A pathway of so many stages, each leading to the next, with some ways that skip one and some that lead back. */
export function pathwayText(name: string, stages: number): string {
  const all = Array.from({ length: stages }, (_, index) => index);
  const links = all.flatMap((index) => [
    ...(index + 1 < stages ? [transitionText(index, index + 1)] : []),
    ...(index % 4 === 0 && index + 3 < stages ? [transitionText(index, index + 3)] : []),
    ...(index % 7 === 6 ? [transitionText(index, index - 3)] : []),
  ]);
  return `pathway ${name} "Pathway ${name}" in region {
  status current as of 2016
  owner commissioner-a
  ages 0 to 21
  evidence mapping confidence medium

${all.map(stageText).join('\n')}
${links.join('')}}
`;
}

const stageText = (index: number): string => `  stage stage-${index} "Stage ${index} of the pathway" {
    setting community
    level tier-3
    ages 0 to 21
    provider provider-b as lead according to mapping at "p. 3"
    commissioner commissioner-a as lead scope local
    activity about 1,200 referrals per year for 2014/15
    cost £1.2m budget for 2014/15 funded by commissioner-a
    governance board overview
    assessment record recorded in records
  }
`;

const transitionText = (from: number, to: number): string => `  transition from stage-${from} to stage-${to} {
    movement referral
    criteria "Agreed with the family"
    send record from provider-b to provider-b using records under sharing
  }
`;

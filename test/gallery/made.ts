import { type Colours, shownOf } from '../../gallery/figures.ts';
import { galleryPage } from '../../gallery/page.ts';
import { loadProject } from '../../src/language/load.ts';
import { runRules } from '../../src/rules/engine.ts';
import { mergeFindings } from '../../src/rules/merge.ts';

const text = `project small "Small & <odd>"
organisation trust "Trust" is nhs-provider
pathway p "Path of P" {
  provider trust
  stage a "Stage A" {
    enters "Referral"
    setting community
  }
  stage b "Stage B" {
    provider unknown
    setting inpatient
  }
  transition from a to b
}
scenario less changes p {
  remove stage b
}
`;

/** The gallery of one small project, and what it was made of. */
export async function smallGallery() {
  const { project } = loadProject([{ uri: 'file:///p.pathway', text }]);
  const colours: Colours = new Map();
  const shown = await shownOf(
    project,
    mergeFindings(runRules(project, { asOf: '2026-06-30' })),
    'Small & <odd>',
    colours,
  );
  return { shown, colours, page: galleryPage(shown, colours, { 400: '', 600: '' }) };
}

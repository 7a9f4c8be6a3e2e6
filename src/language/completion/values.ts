import type { GrammarAST } from 'langium';
import type { FieldDefinition } from '../../model/elements.ts';
import { recorded } from '../../model/facts.ts';
import { type Ages, formatAges } from '../../model/units/ages.ts';
import { viewWords } from '../../model/view-words.ts';
import { allRules } from '../../rules/registry.ts';
import { scopeOf } from './blocks.ts';
import type { Feature } from './follow.ts';
import { lineWords } from './grammar.ts';
import { type CompletionContext, CompletionItemKind, type Offer, ranks } from './offer.ts';
import { yearsAround } from './periods.ts';
import type { Site } from './site.ts';
import { usedIn } from './used.ts';

/** Units that people write, by the fact that they are counted in. */
const units: Readonly<Record<string, readonly string[]>> = {
  activity: ['people', 'referrals', 'assessments', 'contacts', 'admissions'],
  capacity: ['places', 'beds', 'people'],
  wait: ['weeks', 'days', 'hours'],
  within: ['days', 'hours', 'weeks'],
};

/** What may be written where a value stands: amounts, units, periods, ages, and words that the project knows. */
export function valueOffers(feature: Feature, context: CompletionContext, site: Site): readonly Offer[] {
  if (feature.node.$type !== 'RuleCall') return [];
  const terminal = (feature.node as GrammarAST.RuleCall).rule.ref?.name ?? '';
  const { rule, property } = feature;
  const fact = site.words.find((word) => word in units) ?? site.words[0] ?? '';
  const { project } = context;
  const word = (label: string, description?: string): Offer => ({
    label,
    kind: CompletionItemKind.Value,
    rank: ranks.values,
    ...(description && { description }),
  });
  if (rule === 'AgeRange') {
    return property === 'from' ? ageOffers(context, site) : ['18', '21', '25'].map((age) => word(age));
  }
  const ofField = rule === 'FieldFact' && property !== 'field';
  if (ofField && !fits(terminal, project.fields.get(site.words[1] ?? ''))) return [];
  switch (terminal) {
    case 'TEXT':
      return [{ ...typed('"…"', '"$0"', 'A text, between quotes.'), rank: ranks.text }];
    case 'MONEY':
      return [typed('£ …', '£$1', 'An amount of money: £75k, £1.2m or £120,000.')];
    case 'PERCENT':
      return rule === 'CommissionerFact' ? [typed('… %', '$1%', 'A share of the whole.')] : [];
    case 'FINANCIAL_YEAR':
      return periods(context, site, property ?? '').map((period) => word(period));
    case 'NUMBER':
      return numbers(feature, fact, context);
    case 'NAME':
      return names(feature, fact, context, site, word);
    default:
      return [];
  }
}

function typed(label: string, insert: string, documentation: string): Offer {
  return { label, insert, snippet: true, documentation, rank: ranks.values, kind: CompletionItemKind.Value };
}

function names(
  { rule, property }: Feature,
  fact: string,
  context: CompletionContext,
  { frame }: Site,
  word: (label: string, description?: string) => Offer,
): readonly Offer[] {
  const used = usedIn(context);
  switch (`${rule}.${property}`) {
    case 'Quantity.unit':
    case 'Baseline.unit':
    case 'Target.unit':
      return unitsOf(fact, context).map((unit) => ({ ...word(unit), kind: CompletionItemKind.Unit }));
    case 'Quantity.per':
      return [...new Set([...used.spans, 'year', 'month', 'week'])].map((span) => word(span));
    case 'TagFact.tag':
      return used.tags.map((tag) => word(tag, 'used elsewhere'));
    case 'CodeFact.scheme':
      return [...new Set([...used.codes, 'ods', 'ons'])].map((one) => word(one));
    case 'Term.scheme':
      return used.schemes.map((one) => word(one));
    case 'FieldFact.field':
      return [...context.project.fields.values()]
        .toSorted((a, b) => Number(b.on === frame.rule?.toLowerCase()) - Number(a.on === frame.rule?.toLowerCase()))
        .map(({ name, type, on }) => word(name, `${type}, on ${on}`));
    case 'AcceptFact.rule':
    case 'RuleFact.rule':
      return allRules.map(({ name, title }) => ({ ...word(name, title), filter: `${name} ${title}` }));
    case 'VariesFact.fact':
    case 'AllowFact.fact':
      return [...lineWords('RequiredStage'), 'provider', 'commissioner', 'governance', 'criteria']
        .filter((one) => !['note', 'tag', 'field', 'evidence', 'accept', 'require', 'purpose'].includes(one))
        .map((one) => word(one));
    case 'ViewFact.show':
    case 'ViewFact.hide':
      return Object.entries(viewWords).map(([one, means]) => word(one, means));
    case 'ProjectSetting.currency':
      return [word('GBP', 'pounds'), word('EUR', 'euros'), word('USD', 'dollars')];
    default:
      return [];
  }
}

function unitsOf(fact: string, context: CompletionContext): readonly string[] {
  const used = usedIn(context);
  const all = new Set([...(used.units.get(fact) ?? []), ...(units[fact] ?? ['weeks', 'people'])]);
  const perYear =
    fact === 'activity' || fact === 'capacity' ? [...all].slice(0, 2).map((unit) => `${unit} per year`) : [];
  return [...all, ...perYear];
}

function numbers({ rule, property }: Feature, fact: string, context: CompletionContext): readonly Offer[] {
  if (rule === 'Quantity') {
    const [unit = 'people', other = unit] = unitsOf(fact, context);
    if (fact === 'within')
      return [typed('… days of "…"', `$1 \${2|days,hours,weeks|} \${3|of,before|} "$0"`, 'How soon.')];
    const choice = unit === other ? `\${2:${unit}}` : `\${2|${unitsOf(fact, context).slice(0, 5).join(',')}|}`;
    return [typed(`… ${unit}`, `$1 ${choice}`, 'A number, and what is counted.')];
  }
  if (property === 'staleAfter') return [typed('… years', `\${1:3} years`, 'How old a figure may get.')];
  return plainNumbers.has(`${rule}.${property}`) ? [typed('a number', '$1', 'A number.')] : [];
}

/** Values that are numbers and nothing else; elsewhere a year is a number too. */
const plainNumbers = new Set([
  ...['FieldFact.number', 'SettingFact.count', 'WorkforceFact.wte', 'Term.order', 'Baseline.amount', 'Target.amount'],
]);

/** Days and months where something is due or ends; else years, those around the pathway's own time first. */
function periods(context: CompletionContext, { frames }: Site, property: string): readonly string[] {
  const { year, financial } = yearsAround(context, scopeOf(frames));
  const ends = property === 'until' || property === 'by' || property === 'on' || property === 'asOf';
  if (ends) return [`${year}`, `${year}-12`, `${year + 1}-03`, `${year + 1}`, ...financial];
  return [...new Set([...financial.slice(0, 2), ...usedIn(context).years, ...financial]), `${year}`];
}

function ageOffers({ project }: CompletionContext, { frames }: Site): readonly Offer[] {
  const here = project.pathways.get(scopeOf(frames) ?? '')?.facts.ages ?? [];
  const ages: readonly Ages[] = [...recorded(here), ...recorded(project.declaration?.facts.ages ?? [])];
  const labels = new Set([...ages.map(formatAges), '0 to 18', '0 to 25', '10 to 18', '18 and over']);
  return [...labels].map((label) => ({ label, kind: CompletionItemKind.Value, rank: ranks.values }));
}

/** Whether a value is of the type that its field has. */
function fits(terminal: string, field: FieldDefinition | undefined): boolean {
  const types: Readonly<Record<string, FieldDefinition['type']>> = {
    TEXT: 'text',
    MONEY: 'money',
    NUMBER: 'number',
    FINANCIAL_YEAR: 'date',
  };
  return field ? types[terminal] === field.type : terminal === 'TEXT';
}

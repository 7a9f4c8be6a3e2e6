import { InvalidArgumentError, Option } from 'commander';
import type { BadgeKind, Only } from '../../diagram/look.ts';
import { nearest } from '../../model/nearest.ts';
import { isViewWord, viewWords } from '../../model/view-words.ts';

const keys = ['setting', 'provider', 'commissioner', 'level', 'footprint', 'none'];
const badges: readonly BadgeKind[] = ['cost', 'activity', 'wait', 'findings'];
const onlyKinds: readonly Only['by'][] = ['setting', 'level', 'provider', 'commissioner', 'cohort', 'footprint'];

/** The options that say how a picture is to look. */
export function lookOptions(): readonly Option[] {
  return [
    new Option('--view <name>', 'start from this view of the pathway, declared or built-in; --list names them'),
    new Option('--lanes <by>', 'divide the picture into lanes').choices(keys),
    new Option('--colour <by>', 'colour the stages').choices(keys),
    new Option('--badge <figure>', 'put a figure on each stage; may be given again').argParser(badge),
    new Option('--show <what>', 'show also this, such as criteria; may be given again').argParser(word),
    new Option('--hide <what>', 'leave this out; may be given again').argParser(word),
    new Option('--only <kind=name>', 'only stages such as setting=community; may be given again').argParser(only),
    new Option('--direction <direction>', 'which way it runs').choices(['right', 'down']),
    new Option('--shade <by>', 'shade the stages').choices(['cost', 'wait', 'findings', 'none']),
    new Option('--width <by>', 'how wide arrows are').choices(['activity', 'none']),
    new Option('--difference', 'draw a scenario beside the pathway that it changes'),
  ];
}

function badge(value: string, before: readonly BadgeKind[] = []): readonly BadgeKind[] {
  const found = badges.find((one) => one === value);
  if (!found) throw new InvalidArgumentError(`Choose one of ${badges.join(', ')}.`);
  return [...before, found];
}

function word(value: string, before: readonly string[] = []): readonly string[] {
  if (isViewWord(value)) return [...before, value];
  const words = Object.keys(viewWords);
  const [guess] = nearest(value, words, 1);
  throw new InvalidArgumentError(guess ? `Did you mean '${guess}'?` : `Choose one of ${words.join(', ')}.`);
}

function only(value: string, before: readonly Only[] = []): readonly Only[] {
  const [kind, ...rest] = value.split('=');
  const by = onlyKinds.find((one) => one === kind);
  const term = rest.join('=');
  if (!by || term === '')
    throw new InvalidArgumentError(`Write ${onlyKinds.join(', ')}, then = and a name, as in setting=community.`);
  return [...before, { by, term }];
}

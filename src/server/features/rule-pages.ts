import { rulePages } from '../../language/rule-pages.ts';
import {
  CAN_SHOW_RULES,
  RULE_PAGE,
  RULE_PAGES,
  type RulePageParams,
  type RulePageResult,
} from '../../protocol/requests.ts';
import type { Editor, Feature } from '../feature.ts';

/** The pages of the rules, to which the name of a rule beside a problem leads. */
export const rules: Feature = {
  capabilities: {},
  register: (connection) =>
    connection.onRequest(RULE_PAGE, ({ uri }: RulePageParams): RulePageResult => {
      const name = uri.slice(RULE_PAGES.length).replace(/^\/+|\.md$/g, '');
      return Object.hasOwn(rulePages, name) ? rulePages[name]! : null;
    }),
};

/** Where the page of a rule is, for an editor that said it can show it; what is found by no rule has none. */
export function pagesFor({ initializationOptions }: Editor): (rule: string) => string | undefined {
  const shown = initializationOptions?.[CAN_SHOW_RULES] === true;
  return (rule) => (shown && Object.hasOwn(rulePages, rule) ? `${RULE_PAGES}/${rule}.md` : undefined);
}

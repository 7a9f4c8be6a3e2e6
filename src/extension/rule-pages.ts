import { type Disposable, workspace } from 'vscode';
import { RULE_PAGE, RULE_PAGES, type RulePageParams, type RulePageResult } from '../protocol/requests.ts';
import type { LanguageClientOwner } from './client.ts';

/** Shows the pages of the rules, to which the name of a rule beside a problem leads. */
export function registerRulePages(language: LanguageClientOwner): Disposable {
  return workspace.registerTextDocumentContentProvider(RULE_PAGES.slice(0, -1), {
    provideTextDocumentContent: (uri) => {
      const params: RulePageParams = { uri: uri.toString() };
      return language.client.sendRequest<RulePageResult>(RULE_PAGE, params);
    },
  });
}

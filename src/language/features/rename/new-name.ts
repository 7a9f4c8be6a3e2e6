import { sharedServices } from '../../file-store.ts';
import { reserved, type Token } from '../../tokens.ts';
import { Refusal } from './refusal.ts';

/** Why a word cannot be a name; nothing where it can. */
export function invalidName(name: string): Refusal | undefined {
  if (reserved.has(name)) {
    return new Refusal(`'${name}' cannot be a name, because it says that something is missing. Choose another name.`);
  }
  if (isName(name)) return undefined;
  return new Refusal(
    `'${name}' cannot be a name. A name starts with a letter and goes on with letters, digits, _ and single hyphens: 'first-contact'. It has no spaces.`,
  );
}

/** Whether it is one word that may be a name: also a keyword may, though not everywhere. */
export function isName(name: string): boolean {
  const word = wordOf(name);
  return word?.image === name && namesType(word.tokenType);
}

/** The name as it is read behind another word, where it is one word and nothing else. */
export function wordOf(name: string): Token | undefined {
  const { tokens, hidden, errors } = sharedServices().parser.Lexer.tokenize(`stage ${name}`, { mode: 'partial' });
  return tokens.length === 2 && hidden.length === 0 && errors.length === 0 ? (tokens[1] as Token) : undefined;
}

function namesType(type: Token['tokenType']): boolean {
  return [type, ...(type.CATEGORIES ?? [])].some(({ name }) => name === 'NAME');
}

/** A piece of a file's text that can be read by itself: one or several whole declarations. */
export interface TextPart {
  readonly text: string;
  /** The line of the file, from zero, on which it begins. */
  readonly line: number;
}

/** Shorter parts would cost more to begin than they save when they need not be read again. */
const FEWEST_LINES = 40;

const declaration =
  /(?:project|source|footprint|organisation|system|information|agreement|board|vocabulary|specification|pathway|view|scenario)[ \t]/y;

/**
 * Cuts a text before declarations that stand at the beginning of a line, so that after an edit only the part that it
 * fell into is read again. A text whose braces do not match is left whole: then nobody knows what belongs together.
 */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let [start, startLine, line, depth] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case LINE_END:
        line++;
        if (depth === 0 && line - startLine >= FEWEST_LINES && beginsDeclaration(text, at + 1)) {
          parts.push({ text: text.slice(start, at + 1), line: startLine });
          [start, startLine] = [at + 1, line];
        }
        break;
      case OPEN:
        depth++;
        break;
      case CLOSE:
        if (--depth < 0) return [{ text, line: 0 }];
        break;
      case HASH:
        at = endOfLine(text, at) - 1;
        break;
      case QUOTE: {
        const end = endOfText(text, at);
        for (let next = at; next < end; next++) if (text.charCodeAt(next) === LINE_END) line++;
        at = end - 1;
      }
    }
  }
  if (depth !== 0) return [{ text, line: 0 }];
  return [...parts, { text: text.slice(start), line: startLine }];
}

const [LINE_END, QUOTE, HASH, OPEN, CLOSE] = [10, 34, 35, 123, 125];

function beginsDeclaration(text: string, at: number): boolean {
  declaration.lastIndex = at;
  return declaration.test(text);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const closed = /"(?:\\.|[^"\\\r\n])*"/y;

/** Where the text between quotes ends that begins here, as the lexer has it: one that is not closed ends with its line. */
function endOfText(text: string, at: number): number {
  const lineEnd = endOfLine(text, at);
  if (text.startsWith('"""', at)) {
    const end = text.indexOf('"""', at + 3);
    return end < 0 ? lineEnd : end + 3;
  }
  closed.lastIndex = at;
  if (closed.test(text)) return closed.lastIndex;
  // A brace at the end of the line was meant to open a block.
  const brace = /\{\s*$/.exec(text.slice(at, lineEnd));
  return brace ? at + brace.index : lineEnd;
}

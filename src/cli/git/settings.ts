/** One setting of git. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  /** What it is for, as the end of a sentence: `so that …`. */
  readonly why: string;
}

/** How git runs this program: the Node that runs it now, and its file. */
export interface Program {
  readonly node: string;
  readonly file: string;
}

/**
 * The lines that are headings in a pathway file. Only blocks are: `agreement sharing` in a transition is one of its
 * facts, so what may be both is a heading where it starts its line, or opens a block.
 */
export const headings = [
  '^((project|source|footprint|organisation|system|information|agreement|board|vocabulary|specification|pathway|view|scenario)[[:space:]].*[^[:space:]{])',
  '^[[:space:]]*(((require|add)[[:space:]]+)?(stage|transition)[[:space:]].*[^[:space:]{])',
  '^[[:space:]]*(flow[[:space:]].*[^[:space:]{])',
  '^[[:space:]]*((gap|risk|challenge|strength|need|outcome|action|milestone)[[:space:]].*[^[:space:]{])[[:space:]]*[{]',
].join('\n');

/** Everything that git is told. */
export function settingsFor(program: Program): readonly Setting[] {
  const run = [program.node, program.file].map(quoted).join(' ');
  const there = `test -f ${quoted(program.node)} && test -f ${quoted(program.file)}`;
  // Where this program is no longer there, git does what it does without it.
  const driver = `if ${there}; then ${run} merge %O %A %B --path %P --marker-size %L --base-label %S --ours-label %X --theirs-label %Y; else git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; fi`;
  return [
    {
      key: 'diff.pathway.xfuncname',
      value: headings,
      why: 'so that git diff names the stage above each change',
    },
    {
      key: 'diff.pathway.textconv',
      value: `f() { if ${there}; then ${run} textconv "$1"; else cat "$1"; fi; }; f`,
      why: 'so that git diff shows what is said, whatever the order of facts and the layout',
    },
    {
      key: 'diff.pathway.cachetextconv',
      value: 'true',
      why: 'so that git log need not work that out twice',
    },
    {
      key: 'difftool.pathway.cmd',
      value: `${run} difftool "$LOCAL" "$REMOTE" "$MERGED"`,
      why: 'so that git difftool --tool=pathway says in sentences what has changed, and what follows from it',
    },
    {
      key: 'merge.pathway.name',
      value: 'care pathways, fact by fact',
      why: 'what git calls the next one',
    },
    {
      key: 'merge.pathway.driver',
      value: driver,
      why: 'so that git merges fact by fact: two people who change different facts of one stage never conflict',
    },
  ];
}

/** Whether a value is one that we wrote, be it for another Node or another place of this program. */
export function isOurs({ key, value }: Setting, set: string): boolean {
  if (set === value) return true;
  const shape = (text: string) => text.replace(/'(?:[^']|'\\'')*'/g, "''");
  const calls = /textconv|driver|cmd/.test(key);
  return calls && shape(set) === shape(value);
}

/** A word for the shell that git runs commands with, on every system: with slashes, and whatever is in it. */
function quoted(path: string): string {
  return `'${path.replaceAll('\\', '/').replaceAll("'", String.raw`'\''`)}'`;
}

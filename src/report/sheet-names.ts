/** How long the name of a sheet may be. */
const LONGEST = 31;

/**
 * A name for each sheet that spreadsheet programs take: the title as far as it fits, or what stands before its
 * colon, without the signs that they keep for themselves; and no two alike, also where capital letters make no
 * difference.
 */
export function sheetNames(titles: readonly string[]): readonly string[] {
  // The first is the front sheet's; programs refuse the other.
  const taken = new Set(['about', 'history']);
  const heads = titles.map((title) => plain(title.replace(/:.*$/s, '')));
  return titles.map((title, at) => {
    const whole = plain(title);
    const isAlone = heads[at] !== '' && heads.filter((head) => head === heads[at]).length === 1;
    const short = shortened(whole.length > LONGEST && isAlone ? heads[at]! : whole || 'Table', LONGEST);
    let name = short;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1)
      name = `${shortened(short, LONGEST - 1 - String(number).length)} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function plain(title: string): string {
  return title
    .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
}

/** Cut between words where that leaves most of it. */
function shortened(title: string, most: number): string {
  if (title.length <= most) return title;
  const cut = title.slice(0, most + 1);
  const words = cut.slice(0, Math.max(0, cut.lastIndexOf(' '))).replace(/[\s,;.:–-]+$/, '');
  return words.length >= most / 2 ? words : withoutHalf(title.slice(0, most)).replace(/[' ]+$/, '');
}

/** Without half of a character that takes two. */
const withoutHalf = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '');

/**
 * Searches the rows that stand in the page for the given words, or for those of its address. It runs in the reader's browser and is written
 * into the page as it stands here, so it uses nothing from outside of itself.
 */
export function searchRows(asked = new URLSearchParams(location.search).get('q') ?? ''): void {
  const most = 200;
  const query = asked.trim();
  const found = document.getElementById('found')!;
  const results = document.getElementById('results')!;
  const field = document.querySelector<HTMLInputElement>('#query');
  if (field) field.value = query;
  results.replaceChildren();
  found.textContent = '';
  if (query === '') return;
  const entries = JSON.parse(document.getElementById('entries')!.textContent ?? '[]') as readonly {
    readonly in: string;
    readonly href: string;
    readonly says: string;
  }[];
  const words = query.toLowerCase().split(/\s+/);
  const hits = entries.filter((entry) => {
    const text = `${entry.in} ${entry.says}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const number = hits.length === 1 ? '1 row' : `${hits.length} rows`;
  found.textContent = `${hits.length === 0 ? 'No row' : number} with “${query}”${hits.length > most ? `, of which these are the first ${most}` : ''}.`;
  const items = hits.slice(0, most).map((hit) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = hit.href;
    link.textContent = hit.in;
    const says = document.createElement('p');
    says.textContent = hit.says;
    item.append(link, says);
    return item;
  });
  results.append(...items);
}

/**
 * Makes one drawing into another, leaving in the document what is the same in both: the focus stays where it is, and
 * nothing is read out or drawn again that did not change. `isSame` says by its id whether an element is.
 */
export function patch(old: SVGSVGElement, next: SVGSVGElement, isSame: (id: string) => boolean): void {
  for (const name of old.getAttributeNames())
    if (!next.hasAttribute(name) && name !== 'style') old.removeAttribute(name);
  for (const name of next.getAttributeNames())
    if (name !== 'style') old.setAttribute(name, next.getAttribute(name) ?? '');
  old.style.cssText = next.style.cssText;
  const known = new Map([...old.children].map((child) => [idOf(child), child] as const));
  known.delete(undefined);
  const wanted = [...next.children].map((child) => {
    const id = idOf(child);
    const kept = id !== undefined && isSame(id) ? known.get(id) : undefined;
    return kept ?? child;
  });
  const staying = new Set<Node>(wanted);
  for (const node of [...old.childNodes]) if (!staying.has(node)) node.remove();
  let at = old.firstChild;
  for (const node of wanted) {
    if (node === at) at = at.nextSibling;
    else old.insertBefore(node, at);
  }
}

function idOf(child: globalThis.Element): string | undefined {
  return (child as SVGElement).dataset['id'];
}

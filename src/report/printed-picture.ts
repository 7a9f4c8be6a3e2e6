/** The room for a picture on a page of A4 on its side, in millimetres, and how high its smallest letters are. */
const paper = { width: 273, height: 150 };
const smallest = 11;

/** In points: what is smaller can hardly be read. */
const legible = 6;
const pointsInMillimetre = 72 / 25.4;

/** The command that draws a picture on a larger page, where its letters would be too small to read on A4. */
export function largerBy(name: string, size: { readonly width: number; readonly height: number }): string | undefined {
  const scale = Math.min(paper.width / size.width, paper.height / size.height);
  if (smallest * scale * pointsInMillimetre >= legible) return undefined;
  return `pathway draw ${name} --page a3 -o ${name}.pdf`;
}

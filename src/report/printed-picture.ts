/** The room for a picture on a page, in millimetres. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The room on a page of A4 on its side, and how high the smallest letters of a picture are. */
const paper: Room = { width: 273, height: 150 };
const smallest = 11;

/** In points: what is smaller can hardly be read. */
const legible = 6;
const pointsInMillimetre = 72 / 25.4;

/** Whether all letters of a picture can be read where it is printed into the room. */
export function isLegible(room: Room, size: Size): boolean {
  const scale = Math.min(room.width / size.width, room.height / size.height);
  return smallest * scale * pointsInMillimetre >= legible;
}

/** The command that draws a picture on a larger page, where its letters would be too small to read on A4. */
export function largerBy(name: string, size: Size): string | undefined {
  return isLegible(paper, size) ? undefined : `pathway draw ${name} --page a3 -o ${name}.pdf`;
}

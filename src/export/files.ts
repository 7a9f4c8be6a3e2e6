/** A font of this machine: its bytes, and which of the characters it was looked for it has. */
export interface MachineFont {
  readonly bytes: Uint8Array;
  readonly characters: readonly string[];
}

/** What exporting needs of the installation and of the machine. */
export interface ExportFiles {
  /** Reads a file that is shipped, such as `fonts/inter-latin-400.ttf`. */
  shipped(name: string): Promise<Uint8Array>;
  /** Fonts of this machine that between them have as many as possible of the characters. */
  fontsWith(characters: readonly string[]): Promise<readonly MachineFont[]>;
}

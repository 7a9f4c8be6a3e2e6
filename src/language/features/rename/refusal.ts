/** Why a name cannot be changed, in a sentence for the author. */
export class Refusal {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

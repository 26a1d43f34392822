// What a language has to say.

interface Text {
  subject: string;
  paragraphs: string[];
}

export interface Words {
  code(code: string, minutes: number): Text;
  /** To whoever has an account with the address that somebody wanted for another account. */
  taken: Text;
  /** To the address that an account had before. */
  changed: Text;
  /** After several wrong passwords. */
  tried: Text;
}

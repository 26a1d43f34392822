// What a language has to say.

export interface Text {
  subject: string;
  paragraphs: string[];
}

export interface Translation {
  code(code: string, minutes: number): Text;
  signIn(code: string, minutes: number): Text;
  reset(code: string, minutes: number): Text;
  register(code: string, minutes: number): Text;
  /** To join an organization. */
  invitation(token: string, days: number): Text;
  /** To an address without an account, with which somebody wanted to sign in or to set another password. */
  unknown: Text;
  /** After another password was set with a mailed code. */
  passwordReset: Text;
  /** To whoever has an account with the address that somebody wanted for another account. */
  taken: Text;
  /** To the address that an account had before. */
  changed: Text;
  /** After several wrong passwords. */
  tried: Text;
}

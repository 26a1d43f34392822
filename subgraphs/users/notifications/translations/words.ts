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
  /** To a guest after a purchase. */
  guest(code: string, hours: number): Text;
  /** To find the orders of guests. */
  guestOrders(code: string, minutes: number): Text;
  /** To add the orders of guests to an account. */
  claim(code: string, minutes: number): Text;
  /** To an address that no guest has used in the last year. */
  noGuestOrders: Text;
  /** To an address without an account, for a sign-in or password reset. */
  unknown: Text;
  /** After a password reset with a mailed code. */
  passwordReset: Text;
  /** To the owner of an address that was requested for another account. */
  taken: Text;
  /** To the previous address of an account. */
  changed: Text;
  /** To the previous address, which can undo the change. */
  changedUndo(code: string, hours: number): Text;
  /** After a sign-in from a device or network that is new to the account. */
  newDevice(code: string, hours: number): Text;
  /** Platform staff view the account. */
  viewed(minutes: number): Text;
  /** After a passkey, an authenticator app or an identity at another provider was added. */
  factorAdded(code: string, hours: number): Text;
  factorRemoved(code: string, hours: number): Text;
  /** After several wrong second factors. */
  factorTried(code: string, hours: number): Text;
  /** After a password reset, if a passkey or an identity was added shortly before. */
  factorsAtReset(code: string, hours: number): Text;
  /** After several wrong passwords. */
  tried: Text;
}

/** Holds that were made together with a package. */
export interface HeldPackage {
  /** ID that they have in common. */
  packageGroup: string;
}

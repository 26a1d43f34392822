/** Vite bundles the file as a script of a worker; this is its address. */
declare module "*?worker&url" {
  const url: string;
  export { url as default };
}

// Jest runs what Node.js runs: the same source, with the types blanked out.
import { stripTypeScriptTypes } from "node:module";

export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) };

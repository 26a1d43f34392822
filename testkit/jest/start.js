export { startServers as default } from "./setup.ts";

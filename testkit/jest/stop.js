export { stopServers as default } from "./setup.ts";

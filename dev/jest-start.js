export { startServers as default } from "./jest-setup.ts";

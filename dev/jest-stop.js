export { stopServers as default } from "./jest-setup.ts";

// `npm run storefront:build`
import { buildIfChanged } from "./build.ts";

await buildIfChanged(process.env.STOREFRONT_BUILD_DIR || ".data/storefront");

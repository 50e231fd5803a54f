#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Compiled code is kept between starts: the second start is the fast one.
enableCompileCache();
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));

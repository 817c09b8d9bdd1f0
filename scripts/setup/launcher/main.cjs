// What Electron's own default app does with `electron [-r FILE] [switches] PATH`: the development runtime comes
// without it. Setup packs this folder into resources/default_app.asar, where packagers expect it and drop it.
'use strict';

const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');

Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });

const { modules, target } = readArguments(process.argv.slice(1));

if (target === undefined) {
  fail('Give the folder of the program to run, for example: electron .');
} else {
  try {
    // Playwright drives the program through a file it passes with -r; it must run first.
    Module._preloadModules(modules);
    load(path.resolve(target));
  } catch (error) {
    fail(`The program in ${target} did not start.\n${error?.stack ?? error}`);
  }
}

function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      modules.push(args[index]);
    } else if (!argument.startsWith('-')) {
      return { modules, target: argument };
    }
  }
  return { modules, target: undefined };
}

function load(target) {
  const isScript = /\.[cm]?js$/.test(target);
  const folder = isScript ? path.dirname(target) : target;
  if (!isScript) {
    const about = require(path.join(folder, 'package.json'));
    const name = about.productName || about.name;
    if (about.version) {
      app.setVersion(about.version);
    }
    if (name) {
      app.setName(name);
    }
    if (process.platform === 'linux') {
      app.setDesktopName(about.desktopName || `${app.getName()}.desktop`);
    }
  }
  app.setAppPath(folder);
  // As main module, so that `require.main === module` holds in the program as it does in Electron's default app.
  Module._load(Module._resolveFilename(target, null, true), null, true);
}

function fail(message) {
  console.error(message);
  app.exit(1);
}

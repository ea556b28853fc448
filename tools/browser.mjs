// Finds a browser for the end-to-end tests and the pictures: the one named by PINGZHAN_BROWSER, the one carried in an npm package
// (Linux, needs nothing installed on the machine), or an installed Chrome, Chromium or Edge.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cachePath, root, rootPath } from './paths.mjs';
import { singleFlight } from './single-flight.mjs';

/** Quiet start-up for every Chromium: no sandbox for root, no look-ups of the maker's hosts, the same glyph shapes everywhere. */
const COMMON_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const INSTALLED = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]),
};

/** Only the carried fonts, so that text has the same shape on every machine; Chinese comes from the page's own web font. */
const fontConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

/** The package unpacks into the folder for temporary files, with its system libraries only where it meets a known cloud: say both. */
function unpack(folder) {
  mkdirSync(folder, { recursive: true });
  const script = "import('@sparticuz/chromium').then((carried) => carried.default.executablePath())";
  const env = { ...process.env, TMPDIR: folder, VERCEL: '1' };
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (run.status !== 0 || !existsSync(join(folder, 'chromium'))) throw new Error('the carried Chromium could not be unpacked');
}

async function carriedBrowser() {
  const manifest = rootPath('node_modules', '@sparticuz', 'chromium', 'package.json');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest)) return null;
  const folder = cachePath('browser', JSON.parse(readFileSync(manifest, 'utf8')).version);
  if (!existsSync(folder)) {
    await singleFlight('browser', () => {
      if (existsSync(folder)) return;
      const partial = `${folder}-partial`;
      rmSync(partial, { recursive: true, force: true });
      unpack(partial);
      writeFileSync(join(partial, 'fonts', 'fonts.conf'), fontConfiguration(folder));
      renameSync(partial, folder);
    });
  }
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    name: 'carried Chromium',
    executablePath: join(folder, 'chromium'),
    args: COMMON_ARGS,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

function installedBrowser(path) {
  return { name: path, executablePath: path, args: COMMON_ARGS, env: { ...process.env } };
}

/**
 * Launch options for Playwright; without a path Playwright looks for its own download.
 * @returns {Promise<{ name: string, executablePath?: string, args: string[], env: NodeJS.ProcessEnv }>}
 */
export async function findBrowser() {
  const forced = process.env.PINGZHAN_BROWSER;
  if (forced) {
    if (!existsSync(forced)) throw new Error(`PINGZHAN_BROWSER names no file: ${forced}`);
    return installedBrowser(forced);
  }
  const carried = await carriedBrowser();
  if (carried) return carried;
  const installed = (INSTALLED[process.platform] ?? []).find((path) => existsSync(path));
  return installed ? installedBrowser(installed) : { name: "Playwright's own browser", args: COMMON_ARGS, env: { ...process.env } };
}

// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const bench = import.meta.dirname;

/** The package's folder. */
export const root = dirname(bench);

/** The file of a peer. @param {string} path */
export const peerFile = (path) => join(bench, 'node_modules', path);

/** Installs the peers exactly as locked, where they are missing or others. They run no install scripts. */
export function installPeers() {
  if (peerNames().every((name) => versionIn(peerFile(name)) === readJson(bench).dependencies[name]))
    return;
  const args = ['ci', '--prefix', bench, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * The versions of what is measured.
 * @param {readonly string[]} peers
 * @returns {Record<string, string>}
 */
export function versionsOf(peers = peerNames()) {
  const own = { 'msdk-api': versionIn(root), node: process.versions.node };
  return Object.assign(own, ...peers.map((name) => ({ [name]: versionIn(peerFile(name)) })));
}

/** @returns {string[]} */
function peerNames() {
  return Object.keys(readJson(bench).dependencies);
}

/** @param {string} folder */
function versionIn(folder) {
  return existsSync(join(folder, 'package.json')) ? String(readJson(folder).version) : 'missing';
}

/** @param {string} folder */
function readJson(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

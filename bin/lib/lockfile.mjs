/**
 * The optional packages that the lockfile should name and does not. npm leaves out those for other systems when the
 * registry at hand does not have them, and `npm ci` then refuses the whole lockfile.
 * @param {Record<string, any>} packages the lockfile's `packages`
 * @returns {{ name: string, version: string, of: string }[]}
 */
export function missingOptional(packages) {
  const missing = new Map();
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages))
    for (const [name, version] of Object.entries(optionalDependencies))
      if (!reachable(packages, path, name)) missing.set(name, { name, version, of: path });
  return [...missing.values()];
}

/** Whether a package at `path` would find `name`, as Node looks for it: beside itself, then further up. */
function reachable(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
];
const PROCESSORS = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'wasm32',
  'mips64el',
];

/** The lockfile's entry of a package for another system, read from its name. */
export function entryFor({ name, version }) {
  const words = name.split(/[/.-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  if (os.length + cpu.length === 0 || !/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name}@${version} is not the package of one system`);
  const libc = os.includes('linux') ? [/musl/.test(name) ? 'musl' : 'glibc'] : undefined;
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(libc && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

// npm run evidence:check BUNDLE [HEAD]: verifies an exported dispute with no database and names what is wrong.
import { checkBundle } from '@/lib/evidence-bundle/check';
import { BundleProblem } from '@/lib/evidence-bundle/format';

const [path, head] = process.argv.slice(2);
try {
  if (!path) throw new BundleProblem('Usage: npm run evidence:check BUNDLE [HEAD]');
  const { manifest, records, files } = await checkBundle(path, head);
  console.log(
    `${path}: order ${manifest.order.number}, ${records} records in ${manifest.streams.length} chains and ${files} files: whole`,
  );
  for (const stream of manifest.streams) console.log(`${stream.stream} ends with ${stream.head}`);
  if (manifest.missing.length > 0)
    console.log(`not in the bundle, as its export says: ${manifest.missing.join(', ')}`);
} catch (error) {
  if (!(error instanceof BundleProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

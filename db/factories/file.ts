import { getDatabase } from '../client';
import { files } from '../schema';

let serial = 0;

/** An uploaded file of a merchant as a row, without bytes: for tests of what only carries its id. */
export async function makeFileRow(
  owner: { merchantId: string; accountId: string },
  purpose: string,
): Promise<string> {
  serial += 1;
  const now = new Date();
  const id = `fl_${now.getTime().toString(36)}${serial.toString(36)}`;
  await getDatabase()
    .insert(files)
    .values({
      id,
      state: 'uploaded',
      sha256: id.padEnd(64, '0'),
      size: 1024,
      name: `${purpose}.pdf`,
      kind: 'pdf',
      mediaType: 'application/pdf',
      purpose,
      uploadedBy: owner.accountId,
      merchantId: owner.merchantId,
      scan: 'notScanned',
      createdAt: now,
      updatedAt: now,
    });
  return id;
}

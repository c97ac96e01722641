// A process that hands in a file for a test, which kills it on the way: FILE ACCOUNT
import { createReadStream } from 'node:fs';
import { receiveFile } from '../receive';

const [path = '', accountId = ''] = process.argv.slice(2);
const body = createReadStream(path);
await receiveFile({ kind: 'buyer', accountId }, { purpose: 'bankSlip', name: '回单.pdf', body });

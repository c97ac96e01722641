import { type Lane, pick } from './lane';
import { batch } from './lives/batch';
import { meddle } from './lives/meddle';
import { purchase } from './lives/purchase';
import { question } from './lives/question';
import { topUp } from './lives/top-up';

/** Each as often as it should be played. */
const LIVES = [
  ...Array.from({ length: 10 }, () => purchase),
  ...[topUp, topUp, topUp, question, question],
  ...[batch, batch],
  ...[meddle, meddle, meddle],
];

/** Plays lives until told to stop. */
export async function play(lane: Lane, stopped: () => boolean): Promise<void> {
  while (!stopped()) await pick(lane, LIVES)(lane);
}
